#include "tracker/record/event_rows.h"

#include "tests/support/catch.h"
#include "tests/tracker/record/support.h"

using namespace tracker;

namespace {

const std::string kPerson = "kz-1";

model::Event sentenced() {
  model::Event event;
  event.id = "e1";
  event.type = model::EventType::Sentenced;
  event.date = base::PartialDate::parse("2022-06~");
  event.order = 2;
  event.charges = {{"code:272.1", {}}, {"code:269-1.2-1.3", {}}, {"no reference", {}}};
  event.replaces = {{"code:380", {}}};
  event.court = {"shymkent", {}};
  event.sentence = model::Sentence{.kind = model::SentenceKind::Suspended,
                                   .months = 60,
                                   .ban_months = 36,
                                   .ban = {{{"en", "public activity"}}},
                                   .fine = model::Money{.amount = 5, .currency = "KZT"}};
  event.fine = model::Money{.up_to = 9, .currency = "EUR"};
  event.sources = {{.source = {"paper", {}}, .locator = "ch. 3", .quote = "five years"},
                   {.source = {"news", {}}}};
  return event;
}

}  // namespace

TEST_CASE("an event is one row, with the first and last day of its date") {
  auto database = tests::tables();
  model::Event undated;
  undated.id = "e2";
  record::EventRows(database).write({"person", kPerson}, {sentenced(), undated}, "people/a.md");
  CHECK(
      tests::rows_of(
          database,
          "SELECT owner_kind, owner, id, file, position, type, date, earliest, latest, sequence, court, "
          "fine_amount, fine_up_to, fine_currency, certainty, text FROM event ORDER BY position") ==
      "person|kz-1|e1|people/a.md|0|sentenced|2022-06~|2022-06-01|2022-06-30|2|shymkent|NULL|9|EUR|high|{}\n"
      "person|kz-1|e2|people/a.md|1|other|NULL|NULL|NULL|0|NULL|NULL|NULL|NULL|high|{}\n");
}

TEST_CASE("what a court imposed is a row of its own") {
  auto database = tests::tables();
  record::EventRows(database).write({"case", kPerson}, {sentenced(), {}}, "cases/a.toml");
  CHECK(tests::rows_of(
            database,
            "SELECT owner_kind, event, kind, months, days, ban_months, ban, fine_amount, fine_currency "
            "FROM event_sentence") == "case|e1|suspended|60|NULL|36|{\"en\":\"public activity\"}|5|KZT\n");
}

TEST_CASE("charges are split as far as they can be read, and kept as they are written") {
  auto database = tests::tables();
  record::EventRows(database).write({"person", kPerson}, {sentenced()}, "people/a.md");
  CHECK(tests::rows_of(database,
                       "SELECT role, position, reference, law, article, part, clause FROM event_charge "
                       "ORDER BY role, position") ==
        "charge|0|code:272.1|code|272|1|NULL\n"
        "charge|1|code:269-1.2-1.3|code|269-1|2-1|3\n"
        "charge|2|no reference|NULL|NULL|NULL|NULL\n"
        "replaced|0|code:380|code|380|NULL|NULL\n");
}

TEST_CASE("every citation of an event is a row in its order") {
  auto database = tests::tables();
  record::EventRows(database).write({"person", kPerson}, {sentenced()}, "people/a.md");
  CHECK(tests::rows_of(database,
                       "SELECT item, position, source, locator, quote, url FROM cited ORDER BY position") ==
        "e1|0|paper|ch. 3|five years|NULL\n"
        "e1|1|news|NULL|NULL|NULL\n");
}
