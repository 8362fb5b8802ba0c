#include "tracker/record/law_rows.h"

#include "tests/support/catch.h"
#include "tests/tracker/record/support.h"

using namespace tracker;

TEST_CASE("a part of an article has a row for every edition of it") {
  auto database = tests::tables();
  model::Law law;
  law.id = "code";
  law.articles = {{.number = "272",
                   .parts = {{.part = "1", .max_months = 36, .valid_to = base::PartialDate::parse("2022-07")},
                             {.part = "1", .max_months = 60, .classes = {"extremist"}},
                             {.life_term = true}}}};
  record::LawRows(database).write(law, "laws/a.toml");
  CHECK(tests::rows_of(database, "SELECT law, number FROM article") == "code|272\n");
  CHECK(tests::rows_of(database,
                       "SELECT article, position, part, max_months, life_term, classes, valid_to, certainty "
                       "FROM article_part ORDER BY position") ==
        "272|0|1|36|0|[]|2022-07|not_verified\n"
        "272|1|1|60|0|[\"extremist\"]|NULL|not_verified\n"
        "272|2|NULL|NULL|1|[]|NULL|not_verified\n");
}

TEST_CASE("an act's list says of each article what is known") {
  auto database = tests::tables();
  model::Law act;
  act.id = "act";
  act.kind = model::LawKind::AmnestyAct;
  act.list = {{.article = "106.1", .listed = model::Membership::Listed, .certainty = model::Certainty::High},
              {.article = "107"}};
  record::LawRows(database).write(act, "laws/b.toml");
  CHECK(tests::rows_of(database, "SELECT id, kind FROM law") == "act|amnesty_act\n");
  CHECK(tests::rows_of(database,
                       "SELECT position, article, listed, certainty FROM list_entry ORDER BY position") ==
        "0|106.1|listed|high\n1|107|unknown|not_verified\n");
}
