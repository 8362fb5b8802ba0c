#include "tracker/record/person_rows.h"

#include "tests/support/catch.h"
#include "tests/tracker/record/support.h"

using namespace tracker;

namespace {

model::Person sample() {
  model::Person person;
  person.id = "kz-1";
  person.name.by_language = {{"en", "Test Person One"}, {"ru", "Проба Пробаев"}};
  person.also = {"T. P. One"};
  person.sex = model::Sex::Male;
  person.born = base::PartialDate::parse("1988");
  person.groups = {"party"};
  person.tags = {"january", "january"};
  person.region = {"almaty", {}};
  person.identity = model::Certainty::Low;
  person.designations = {{.by = {"ngo", {}},
                          .since = base::PartialDate::parse("2022"),
                          .criterion = "c1",
                          .sources = {{.source = {"paper", {}}, .locator = "p. 2"}}}};
  person.events = {{.id = "e1"}};
  person.life[""] = {.body = "A life.", .draft = true};
  return person;
}

}  // namespace

TEST_CASE("every form of a name can be searched") {
  auto database = tests::tables();
  record::PersonRows(database).write(sample(), "people/a.md");
  CHECK(
      tests::rows_of(database, "SELECT position, form, language, name FROM person_name ORDER BY position") ==
      "0|main|en|Test Person One\n1|main|ru|Проба Пробаев\n2|also|NULL|T. P. One\n");
}

TEST_CASE("a person is a row, with tags once and the life in its language") {
  auto database = tests::tables();
  record::PersonRows(database).write(sample(), "people/a.md");
  CHECK(tests::rows_of(database, "SELECT id, file, sex, born, region, occupation, identity FROM person") ==
        "kz-1|people/a.md|male|1988|almaty|NULL|low\n");
  CHECK(tests::rows_of(database, "SELECT kind, tag FROM person_tag ORDER BY kind") ==
        "group|party\ntag|january\n");
  CHECK(tests::rows_of(database, "SELECT language, file, draft, body FROM person_text") ==
        "|people/a.md|1|A life.\n");
  CHECK(tests::rows_of(database, "SELECT owner_kind, owner, id FROM event") == "person|kz-1|e1\n");
}

TEST_CASE("a designation keeps who said so") {
  auto database = tests::tables();
  record::PersonRows(database).write(sample(), "people/a.md");
  CHECK(tests::rows_of(database, "SELECT designation, since, until, criterion FROM person_designation") ==
        "ngo|2022|NULL|c1\n");
  CHECK(tests::rows_of(database, "SELECT source, by_kind, owner, item, locator FROM cited") ==
        "paper|designation|kz-1|0|p. 2\n");
}

TEST_CASE("a file in a further language adds only its text") {
  auto database = tests::tables();
  model::Person text;
  text.id = "kz-1";
  text.life["ru"] = {.body = "Жизнь."};
  record::PersonRows(database).write_life(text, "people/a.ru.md");
  CHECK(tests::rows_of(database, "SELECT person, language, file FROM person_text") ==
        "kz-1|ru|people/a.ru.md\n");
  CHECK(tests::rows_of(database, "SELECT id FROM person").empty());
}

TEST_CASE("a case has each defendant once, in the order of the file") {
  auto database = tests::tables();
  model::Case of_case;
  of_case.id = "square";
  of_case.defendants = {{"kz-2", {}}, {"kz-1", {}}, {"kz-2", {}}};
  of_case.tags = {"january"};
  of_case.events = {{.id = "e1"}};
  record::PersonRows(database).write(of_case, "cases/a.toml");
  CHECK(tests::rows_of(database, "SELECT id, kind, number FROM case_") == "square|criminal|NULL\n");
  CHECK(tests::rows_of(database, "SELECT person, position FROM case_defendant ORDER BY position") ==
        "kz-2|0\nkz-1|1\n");
  CHECK(tests::rows_of(database, "SELECT tag FROM case_tag") == "january\n");
  CHECK(tests::rows_of(database, "SELECT owner_kind, owner, id FROM event") == "case|square|e1\n");
}
