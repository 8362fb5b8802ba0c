// A feed is made again when what it shows has changed, and only then: equal keys mean equal bytes.
#include "sitegen/feed/keys.h"

#include <map>

#include "tests/sitegen/feed/support.h"
#include "tests/support/catch.h"

using namespace sitegen;
using tracker::model::Record;

namespace {

struct Made {
  std::map<std::string, view::Key> keys;  // by part
  std::map<std::string, std::string> bytes;
};

Made made_of(const std::vector<Record>& states, std::uint64_t stamp) {
  const auto view = tests::view_of(states);
  Made made;
  for (const auto& part : feed::parts(view, view::shared_words(view.record), {stamp, stamp}, {1, 1})) {
    made.keys[part.name] = part.key;
    auto& bytes = made.bytes[part.name];
    for (const auto& file : part.make()) bytes += file.path + '\n' + file.bytes;
  }
  return made;
}

/// Parts whose bytes or keys differ. Equal keys with other bytes fail the test.
std::vector<std::string> remade(const std::vector<Record>& before, const std::vector<Record>& after) {
  const auto old = made_of(before, 1), fresh = made_of(after, 2);
  std::vector<std::string> names;
  for (const auto& [name, key] : fresh.keys) {
    INFO(name);
    const auto known = old.keys.find(name);
    const bool same = known != old.keys.end() && known->second == key;
    if (same) CHECK(old.bytes.at(name) == fresh.bytes.at(name));
    if (!same) names.push_back(name);
  }
  return names;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("a change of one person makes the person's feed again, and those that the person stands in, no other's") {
  const auto before = tests::sample_record_before(), after = tests::sample_record();
  auto next = after;
  next.people[4].sex = tracker::model::Sex::Female;
  const auto names = remade({before, after}, {before, after, next});
  for (const char* name : {"en/feed/people/xx-0005", "ru/feed/people/xx-0005", "en/feed/changes", "en/feed/regions/north"}) {
    INFO(name);
    CHECK(has(names, name));
  }
  for (const char* name : {"en/feed/people/xx-0001", "en/feed/people/xx-0002", "en/feed/cases/harbour", "en/feed/articles/xx-cc~3a12"}) {
    INFO(name);
    CHECK_FALSE(has(names, name));
  }
}

TEST_CASE("a new name, title, word or address makes again whatever shows it") {
  const auto before = tests::sample_record_before(), after = tests::sample_record();
  const std::vector<Record> old = {before, after};
  const auto changed = [&](auto change) {
    auto one = before, two = after;
    change(one);
    change(two);
    return remade(old, {one, two});
  };
  CHECK(has(changed([](Record& record) { record.people[1].name.by_language["en"] = "Another Name"; }), "en/feed/people/xx-0002"));
  CHECK(has(changed([](Record& record) { record.cases[0].title.by_language["en"] = "Another case"; }), "en/feed/people/xx-0003"));
  CHECK(has(changed([](Record& record) { record.laws[1].title.by_language["en"] = "Another code"; }), "en/feed/articles/xx-cc~3a20"));
  CHECK(has(changed([](Record& record) { record.places[1].name.by_language["en"] = "Another place"; }), "en/feed/regions/north"));
  CHECK(has(changed([](Record& record) { record.site.base_url = "https://elsewhere.example.com/"; }), "kk/feed/status"));
  CHECK(has(changed([](Record& record) {
          for (auto& words : record.words)
            if (words.language == "ru") words.words["feed.person_added"] = "{name}: {status}";
        }),
            "ru/feed/people/xx-0001"));
}

TEST_CASE("a correction is made again with everything: it shows more than its own entity") {
  auto first = tests::sample_record(), second = first;
  first.people[0].events[0].date = tracker::base::PartialDate::parse("2022-10-12");
  second.rulings = {tests::ruling(tracker::model::RulingKind::Correction, "person/xx-0001", "event.e1.date")};
  const auto names = remade({first, second}, {first, second});
  CHECK(has(names, "en/feed/corrections"));
  CHECK(has(names, "en/feed/people/xx-0001"));
  CHECK_FALSE(has(names, "en/feed/people/xx-0005"));
}
