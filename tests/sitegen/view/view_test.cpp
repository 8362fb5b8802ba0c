#include "sitegen/view/view.h"

#include "tests/support/catch.h"
#include "tests/support/sample_record.h"
#include "tracker/base/error.h"

using namespace sitegen::view;
using tracker::model::Operation;

namespace {

const EntityChange* find(const ShownVersion& shown, std::string_view kind, std::string_view id) {
  for (const auto& entity : shown.entities)
    if (entity.kind == kind && entity.id == id) return &entity;
  return nullptr;
}

const ShownChange* find(const EntityChange& entity, std::string_view field) {
  for (const auto& change : entity.changes)
    if (change.field == field) return &change;
  return nullptr;
}

}  // namespace

TEST_CASE("the history has the values before and after every change") {
  const View view = tests::sample_view();
  REQUIRE(view.history.size() == 2);
  const auto* person = find(view.history[1], "person", "xx-0001");
  REQUIRE(person);
  CHECK(person->operation == Operation::Modify);
  const auto* born = find(*person, "born");
  REQUIRE(born);
  CHECK(born->before == "\"1987\"");
  CHECK(born->after == "\"1988\"");
}

TEST_CASE("a new entity is an addition, in the first version as in later ones") {
  const View view = tests::sample_view();
  REQUIRE(find(view.history[0], "person", "xx-0001"));
  CHECK(find(view.history[0], "person", "xx-0001")->operation == Operation::Add);
  CHECK_FALSE(find(view.history[0], "person", "xx-0001")->status_before);
  const auto* late = find(view.history[1], "person", "xx-0008");
  REQUIRE(late);
  CHECK(late->operation == Operation::Add);
  CHECK(late->status_after == "wanted");
}

TEST_CASE("an entity that is gone is a removal") {
  auto before = tests::sample_record();
  auto after = before;
  after.people.pop_back();
  const View view = make_view(after, tests::versions_of({before, after}), {});
  const auto* gone = find(view.history[1], "person", "xx-0008");
  REQUIRE(gone);
  CHECK(gone->operation == Operation::Delete);
  CHECK(gone->status_before == "wanted");
  CHECK_FALSE(gone->status_after);
}

TEST_CASE("the day of the newest version is the day of every status and total") {
  const View view = tests::sample_view();
  CHECK(tracker::base::to_iso(view.as_of) == "2024-04-01");
  REQUIRE(view.statuses.size() == view.record.people.size());
  CHECK(view.totals.persons.size() == 8);
  CHECK(&view.status_of(view.record.people[2]) == &view.statuses[2]);
}

TEST_CASE("a view can be moved without its history losing its versions") {
  View view = tests::sample_view();
  const View moved = std::move(view);
  CHECK(moved.history[0].version == moved.versions.data());
  CHECK(moved.history[1].version->number == 2);
}

TEST_CASE("a record without a version is not published") {
  REQUIRE_THROWS_AS(make_view(tests::sample_record(), std::vector<tracker::version::Version>{}, {}), tracker::base::Error);
}

TEST_CASE("a record that was changed after the newest version is not published") {
  auto record = tests::sample_record();
  const auto versions = tests::versions_of({record});
  record.people[0].name.by_language["en"] = "Test Person Renamed";
  try {
    make_view(record, versions, {});
    FAIL("published");
  } catch (const tracker::base::Error& error) {
    CHECK(std::string(error.what()) == "the record holds changes that no version has");
    CHECK(error.hint() == "run `tracker record`");
  }
}

TEST_CASE("pages and words are no part of a version") {
  auto record = tests::sample_record();
  const auto versions = tests::versions_of({record});
  record.pages.clear();
  record.words.clear();
  CHECK_NOTHROW(make_view(record, versions, {}));
}
