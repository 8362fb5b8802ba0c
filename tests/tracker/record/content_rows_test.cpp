#include "tracker/record/content_rows.h"

#include "tests/tracker/db/support.h"
#include "tests/tracker/record/support.h"
#include "tracker/version/fields.h"

using namespace tracker;

namespace {

record::IndexedFile indexed(const std::string& path, const model::Record& part) {
  const std::string document = version::to_document(part);
  return {path, "person", base::sha256(document), document};
}

model::Record person_in(const std::string& file, const std::string& language) {
  model::Record part;
  model::Person person{.id = "kz-1", .file = file};
  person.life[language] = {.body = "A life.", .file = file};
  part.people = {person};
  return part;
}

}  // namespace

TEST_CASE("the file of a person makes a person, a file with a text for it only a text") {
  auto database = tests::tables();
  const auto whole = person_in("content/people/a.md", "");
  record::ContentRows rows(database, whole);
  rows.write(indexed("people/a.ru.md", person_in("content/people/a.ru.md", "ru")));
  CHECK(tests::rows_of(database, "SELECT id FROM person").empty());
  rows.write(indexed("people/a.md", whole));
  CHECK(tests::rows_of(database, "SELECT id, file FROM person") == "kz-1|people/a.md\n");
  CHECK(tests::rows_of(database, "SELECT language, file FROM person_text ORDER BY language") ==
        "|people/a.md\nru|people/a.ru.md\n");
}

TEST_CASE("all rows of a file go with it and no others") {
  auto database = tests::tables();
  database.execute("PRAGMA foreign_keys = ON");
  const auto whole = person_in("content/people/a.md", "");
  record::ContentRows rows(database, whole);
  rows.write(indexed("people/a.md", whole));
  rows.write({"versions/000001.json", "version", {}, ""});
  rows.remove("people/a.md");
  CHECK(tests::rows_of(database, "SELECT id FROM person").empty());
  CHECK(tests::rows_of(database, "SELECT path FROM file") == "versions/000001.json\n");
  CHECK_NOTHROW(rows.remove("people/never.md"));
}

TEST_CASE("a file that does not fit is named") {
  auto database = tests::tables();
  const model::Record whole;
  record::ContentRows rows(database, whole);
  const auto error = tests::error_of([&] { rows.write({"people/a.md", "person", {}, "{\"nobody\":1}"}); });
  CHECK(tests::contains(error.what(), "cannot index people/a.md"));
}
