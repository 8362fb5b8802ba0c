// What a change reaches: keys of pages that show it change, those of others stay.
#include "sitegen/view/keys.h"

#include <algorithm>

#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

using namespace sitegen::view;

namespace {

/// Digests as if every entity had a file of its own.
Digests digests_of(const View& view) {
  Digests digests{{}, "others"};
  for (const auto& person : view.record.people) digests.of["person/" + person.id] = "file of " + person.id;
  for (const auto& of_case : view.record.cases) digests.of["case/" + of_case.id] = "file of " + of_case.id;
  return digests;
}

View sample() {
  auto view = tests::sample_view();
  view.digests = digests_of(view);
  return view;
}

/// The ids of the people and cases whose pages are made again.
std::vector<std::string> remade(const View& before, const View& after) {
  Keys old(before, {1, 1}, {9, 9}), fresh(after, {2, 2}, {9, 9});
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < before.record.people.size(); ++i)
    if (old.of(before.record.people[i]) != fresh.of(after.record.people[i])) ids.push_back(before.record.people[i].id);
  for (std::size_t i = 0; i < before.record.cases.size(); ++i)
    if (old.of(before.record.cases[i]) != fresh.of(after.record.cases[i])) ids.push_back(before.record.cases[i].id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("nothing changed but the stamp: no page of a person or case is made again") { CHECK(remade(sample(), sample()) == Ids{}); }

TEST_CASE("another file of a person reaches the person, the person's cases and whoever is a defendant with them") {
  const auto before = sample();
  auto after = sample();
  after.digests.of["person/xx-0001"] = "other";
  Ids expected;
  std::vector<const tracker::model::Case*> cases = after.cases().of(after.record.people[0]);
  for (const auto& person : after.record.people)
    for (const auto* of_case : after.cases().of(person))
      if (std::find(cases.begin(), cases.end(), of_case) != cases.end()) {
        expected.push_back(person.id);
        break;
      }
  for (const auto& of_case : after.record.cases)
    if (std::find(cases.begin(), cases.end(), &of_case) != cases.end()) expected.push_back(of_case.id);
  REQUIRE(!cases.empty());
  REQUIRE(expected.size() < after.record.people.size() + after.record.cases.size());
  CHECK(remade(before, after) == expected);
}

TEST_CASE("what every page rests on, and another program, reach everybody") {
  const auto before = sample();
  auto after = sample();
  after.digests.others = "other";
  CHECK(remade(before, after).size() == before.record.people.size() + before.record.cases.size());
  Keys one(before, {1, 1}, {9, 9}), other(before, {1, 1}, {8, 8});
  CHECK(one.of(before.record.people[0]) != other.of(before.record.people[0]));
}

TEST_CASE("a state that nobody confirmed for a year, and a day that has come, move a page without a change") {
  const auto before = sample();
  auto after = sample();
  after.as_of += std::chrono::days(3660);
  CHECK(remade(before, after).size() > 0);
}

TEST_CASE("a group of people has the key of its rows, in their order") {
  const auto view = sample();
  Keys keys(view, {1, 1}, {9, 9});
  const auto& people = view.record.people;
  CHECK(keys.of(PersonList{&people[0], &people[1]}, {}) == keys.of(PersonList{&people[0], &people[1]}, {}));
  CHECK(keys.of(PersonList{&people[0], &people[1]}, {}) != keys.of(PersonList{&people[1], &people[0]}, {}));
  CHECK(keys.of(PersonList{&people[0]}, {}) != keys.of(PersonList{&people[0], &people[1]}, {}));
}

TEST_CASE("without digests every key covers everything") {
  const auto view = tests::sample_view();
  Keys keys(view, {1, 1}, {9, 9});
  CHECK(keys.of(view.record.people[0]) == Key{1, 1});
  CHECK(keys.of(view.record.cases[0]) == Key{1, 1});
  CHECK(keys.of(PersonList{}, {}) == Key{1, 1});
}
