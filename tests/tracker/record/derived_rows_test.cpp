#include "tracker/record/derived_rows.h"

#include "tests/support/catch.h"
#include "tests/tracker/record/support.h"

using namespace tracker;

namespace {

struct Sample {
  model::Record record;
  std::vector<model::Status> statuses;
  record::Sync sync;

  Sample() {
    model::Person one{.id = "kz-1", .file = "content/people/a.md"};
    one.events = {{.id = "e1", .type = model::EventType::Released, .date = base::PartialDate::parse("2023")}};
    model::Person two{.id = "kz-2", .file = "content/people/b.md"};
    model::Case square{
        .id = "square", .defendants = {{"kz-1", {}}, {"kz-2", {}}}, .file = "content/cases/a.toml"};
    square.events = {
        {.id = "e1", .type = model::EventType::Charged, .date = base::PartialDate::parse("2022")},
        {.id = "e2", .defendants = {{"kz-2", {}}}}};
    record.people = {one, two};
    record.cases = {square};
    statuses.resize(2);
    sync.record = &record;
    sync.statuses = &statuses;
  }
};

}  // namespace

TEST_CASE("an event of a case concerns its defendants, in the order of their histories") {
  auto database = tests::tables();
  const Sample sample;
  record::write_derived(database, sample.sync);
  CHECK(
      tests::rows_of(
          database,
          "SELECT person, position, owner_kind, owner, event FROM event_person ORDER BY person, position") ==
      "kz-1|0|case|square|e1\nkz-1|1|person|kz-1|e1\n"
      "kz-2|0|case|square|e2\nkz-2|1|case|square|e1\n");
}

TEST_CASE("a status is a row, with its cases, charges and sentences below it") {
  auto database = tests::tables();
  Sample sample;
  auto& status = sample.statuses[1];
  status.display = model::Display::Imprisoned;
  status.since = base::PartialDate::parse("2022-06");
  status.deprived = model::Deprived::Yes;
  status.prosecuted = true;
  status.last_confirmed = {*base::PartialDate::parse("2023-03"), "paper"};
  status.cases = {{.case_id = "", .stage = model::Stage::Closed},
                  {.case_id = "square",
                   .stage = model::Stage::InForce,
                   .charges = {{.article = "code:272.1", .live = false, .replaced_by = "code:380"}},
                   .sentences = {{.sentence = {.months = 60}, .in_force = true}}}};
  status.amnesties = {{.act = "act", .decision = model::Decision::Refused}};
  status.restrictions = {{"activity_ban", 36, std::nullopt}};
  record::write_derived(database, sample.sync);
  CHECK(tests::rows_of(
            database,
            "SELECT person, display, since, deprived, prosecuted, last_confirmed, last_confirmed_source, "
            "decisive_event FROM status ORDER BY person") ==
        "kz-1|unknown|NULL|unknown|0|NULL|NULL|NULL\n"
        "kz-2|imprisoned|2022-06|yes|1|2023-03|paper|NULL\n");
  CHECK(tests::rows_of(database, "SELECT position, case_id, stage FROM case_status ORDER BY position") ==
        "0|NULL|closed\n1|square|in_force\n");
  CHECK(tests::rows_of(database, "SELECT case_position, article, live, replaced_by FROM charge_status") ==
        "1|code:272.1|0|code:380\n");
  CHECK(tests::rows_of(database, "SELECT case_position, months, in_force, ended FROM sentence_status") ==
        "1|60|1|0\n");
  CHECK(tests::rows_of(database, "SELECT act, decision, effect FROM amnesty_status") == "act|refused|NULL\n");
  CHECK(tests::rows_of(database, "SELECT kind, months, since FROM restriction") == "activity_ban|36|NULL\n");
}

TEST_CASE("deleting derived rows leaves none of them") {
  auto database = tests::tables();
  database.execute("PRAGMA foreign_keys = ON; PRAGMA defer_foreign_keys = ON");
  Sample sample;
  sample.statuses[0].cases = {{.charges = {{.article = "code:1"}}, .sentences = {{}}}};
  db::Transaction transaction(database);
  database.execute("PRAGMA defer_foreign_keys = ON");
  record::write_derived(database, sample.sync);
  record::delete_derived(database);
  CHECK_NOTHROW(transaction.commit());
  CHECK(database.integer("SELECT (SELECT count(*) FROM status) + (SELECT count(*) FROM event_person) + "
                         "(SELECT count(*) FROM case_status) + (SELECT count(*) FROM charge_status)") == 0);
}
