#include "tracker/record/statement_rows.h"

#include "tests/support/catch.h"
#include "tests/tracker/propose/told.h"
#include "tests/tracker/record/support.h"
#include "tracker/base/error.h"
#include "tracker/record/dump.h"
#include "tracker/record/open.h"
#include "tracker/record/told_json.h"

using namespace tracker;

namespace {

db::Database fresh() {
  auto database = db::Database::in_memory();
  db::migrate(database, record::schema());
  return database;
}

propose::Told full() {
  auto told = tests::told({.date = "2023-04-10", .articles = {"272.1", "274"}, .months = 36, .place = "Testgrad", .background = true});
  told.said.sentence->days = 3;
  told.said.sentence->ban_months = 60;
  told.said.sentence->labour_hours = 100;
  told.said.sentence->fine = model::Money{.amount = 200, .up_to = 300, .currency = "EUR"};
  told.said.court = "a court in Testgrad";
  told.said.role = "convict";
  told.said.at = {10, 20};
  told.said.paragraph = {5, 40};
  told.published = base::PartialDate::parse("2023-04-11");
  return told;
}

record::ReadPage page(const propose::Told& told, std::string reader = "r1") {
  return {{told.source, told.snapshot, told.url, std::move(reader)}, {told}};
}

}  // namespace

TEST_CASE("a statement comes back from its row as it went in") {
  const auto told = full();
  const auto back = record::told_from_json(record::to_json(told));
  CHECK(record::to_json(back) == record::to_json(told));
  CHECK(back.said.person == told.said.person);
  CHECK(back.said.date == told.said.date);
  CHECK(back.said.articles == told.said.articles);
  CHECK(back.said.sentence == told.said.sentence);
  CHECK(back.said.at == told.said.at);
  CHECK(back.said.background);
  CHECK(back.paragraph == told.paragraph);
  CHECK(back.quote == told.quote);
  CHECK(back.url == told.url);
  CHECK(back.published == told.published);
}

TEST_CASE("a damaged statement is said to be one") {
  for (const char* json : {"", "[]", "{}", "{\"event\":\"no such\"}", "{\"event\":7}", "{\"event\":\"died\",\"at\":[1]}"})
    CHECK_THROWS_AS(record::told_from_json(json), base::DataError);
}

TEST_CASE("pages are replaced, taken away, and stand as if they had only been written once") {
  auto database = fresh();
  const auto daily = full();
  auto weekly = daily;
  weekly.source = "weekly";
  record::write_pages(database, {{page(daily), page(weekly)}, {}});
  CHECK(record::read_told(database).size() == 2);
  record::write_pages(database, {{page(daily, "r2")}, {page(weekly).key}});
  const auto keys = record::read_page_keys(database);
  REQUIRE(keys.size() == 1);
  CHECK(keys[0].reader == "r2");
  auto once = fresh();
  record::write_pages(once, {{page(daily, "r2")}, {}});
  CHECK(record::dump(database) == record::dump(once));
}

TEST_CASE("proposals are always all written anew") {
  auto database = fresh();
  const auto proposals = tests::proposed(tests::small_record(), {{.date = "2023-04-10", .articles = {"272.1"}, .months = 36, .place = "Testgrad"},
                                                                 {.event = model::EventType::Died, .date = "2023-05-10"}});
  REQUIRE(proposals.size() == 2);
  record::write_proposals(database, proposals);
  record::write_proposals(database, proposals);
  CHECK(database.integer("SELECT count(*) FROM proposal") == 2);
  CHECK(database.integer("SELECT count(*) FROM proposal WHERE bulk = 0") == 1);
  record::write_proposals(database, {});
  CHECK(database.integer("SELECT count(*) FROM proposal") == 0);
}
