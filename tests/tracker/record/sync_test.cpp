#include "tracker/record/sync.h"

#include <algorithm>

#include "tests/support/temp_dir.h"
#include "tests/tracker/db/support.h"
#include "tests/tracker/record/world.h"
#include "tracker/record/dump.h"
#include "tracker/record/open.h"

using namespace tracker;
using tests::contains;
using tests::error_of;

namespace {

db::Database fresh() {
  auto database = db::Database::in_memory();
  db::migrate(database, record::schema());
  return database;
}

std::string rebuilt(const tests::Given& given) {
  auto database = fresh();
  record::write_sync(database, given.all());
  return record::dump(database);
}

std::string first_difference(const std::string& a, const std::string& b) {
  std::size_t line = 0;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()) && a[i] == b[i]; ++i)
    if (a[i] == '\n') line = i + 1;
  return a.substr(line, 300) + "\n-- against --\n" + b.substr(line, 300);
}

}  // namespace

TEST_CASE("any row of changes leaves the rows that a rebuild gives") {
  const auto seed = GENERATE(1U, 2U, 3U);
  tests::World world(seed);
  auto database = fresh();
  std::vector<record::IndexedFile> indexed;
  for (int edit = 0; edit < 80; ++edit) {
    tests::Given given;
    world.fill(given);
    record::write_sync(database, given.since(indexed));
    const auto now = record::dump(database);
    const auto wanted = rebuilt(given);
    if (now != wanted) FAIL("seed " << seed << ", edit " << edit << ":\n" << first_difference(now, wanted));
    indexed = record::read_files(database);
    REQUIRE(indexed.size() == given.files.size());
    for (int more = edit % 4; more >= 0; --more) world.change();
    if (edit % 7 == 0) world.let_time_pass();
  }
  CHECK(database.integer("SELECT count(*) FROM event_person") > 0);
  CHECK(database.integer("SELECT count(*) FROM person_text WHERE language = 'ru'") > 0);
  CHECK(database.integer("SELECT count(*) FROM change WHERE withheld = 1") > 0);
}

TEST_CASE("a sync that changes nothing leaves every row") {
  const tests::World world(4);
  tests::Given given;
  world.fill(given);
  auto database = fresh();
  record::write_sync(database, given.all());
  const auto before = record::dump(database);
  const auto sync = given.since(record::read_files(database));
  CHECK(sync.changed.empty());
  CHECK(sync.removed.empty());
  record::write_sync(database, sync);
  CHECK(record::dump(database) == before);
}

TEST_CASE("only the rows of changed files are written again") {
  const tests::World world(5);
  tests::Given given;
  world.fill(given);
  auto database = fresh();
  record::write_sync(database, given.all());
  // A mark that no content has made shows which rows were left alone.
  database.execute("UPDATE person SET occupation = 'mark'");
  record::Sync sync = given.since(record::read_files(database));
  const auto person = std::find_if(given.files.begin(), given.files.end(),
                                   [](const auto& file) { return file.path.starts_with("people/"); });
  sync.changed = {*person};
  record::write_sync(database, sync);
  CHECK(database.integer("SELECT count(*) FROM person WHERE occupation IS NULL") == 1);
}

TEST_CASE("when the disk is full, everything stays as it was") {
  const tests::TempDir folder;
  tests::World world(6);
  std::string before;
  tests::Given old;
  world.fill(old);
  auto database = record::open_to_write(folder / "a.db");
  record::write_sync(database, old.all());
  before = record::dump(database);
  for (int i = 0; i < 60; ++i) world.change();
  tests::Given changed;
  world.fill(changed);
  for (auto& receipt : changed.receipts) receipt.detail = std::string(100'000, 'x');
  database.execute("PRAGMA max_page_count = 1");  // no smaller than what there is
  const auto error = error_of([&] { record::write_sync(database, changed.since(old.files)); });
  CHECK(contains(error.what(), "no space left"));
  CHECK(record::dump(database) == before);
  database.execute("PRAGMA max_page_count = 1000000");
  record::write_sync(database, changed.since(old.files));
  CHECK(record::dump(database) == rebuilt(changed));
}

TEST_CASE("a reference to nothing is named and nothing is written") {
  const tests::World world(7);
  tests::Given given;
  world.fill(given);
  auto database = fresh();
  record::write_sync(database, given.all());
  const auto before = record::dump(database);
  record::Sync sync = given.since(record::read_files(database));
  model::Record part;
  part.people = {{.id = "kz-9999", .region = {"nowhere", {}}, .file = "content/people/new.md"}};
  sync.changed = {{"people/new.md", "person", base::sha256("x"), version::to_document(part)}};
  model::Record whole = given.record;
  whole.people.insert(whole.people.begin(), part.people.front());
  model::sort_record(whole);
  auto statuses = given.statuses;
  statuses.emplace_back();
  sync.record = &whole;
  sync.statuses = &statuses;
  const auto error = error_of([&] { record::write_sync(database, sync); });
  CHECK(std::string(error.what()) ==
        "the content names the place \"nowhere\" (person.region), which is not there");
  CHECK(record::dump(database) == before);
}

TEST_CASE("an id that two files claim is an error that names the second file") {
  const tests::World world(8);
  tests::Given given;
  world.fill(given);
  auto database = fresh();
  record::Sync sync = given.all();
  const auto source = std::find_if(sync.changed.begin(), sync.changed.end(),
                                   [](const auto& file) { return file.path.starts_with("sources/"); });
  auto twin = *source;
  twin.path = "sources/twin.toml";
  sync.changed.push_back(twin);
  const auto error = error_of([&] { record::write_sync(database, sync); });
  CHECK(contains(error.what(), "cannot index sources/twin.toml"));
  CHECK(contains(error.what(), "UNIQUE"));
  CHECK(database.integer("SELECT count(*) FROM file") == 0);
}

TEST_CASE("a sync without the whole record is a mistake of the caller") {
  auto database = fresh();
  CHECK_THROWS_AS(record::write_sync(database, {}), std::invalid_argument);
  const tests::World world(9);
  tests::Given given;
  world.fill(given);
  given.statuses.pop_back();
  CHECK_THROWS_AS(record::write_sync(database, given.all()), std::invalid_argument);
}

TEST_CASE("what is withheld is not left in the bytes of the file") {
  const tests::TempDir folder;
  tests::World world(10);
  world.record_version();
  tests::Given old;
  world.fill(old);
  old.versions.back().changes.front().value = "\"a secret that must go\"";
  auto database = record::open_to_write(folder / "a.db");
  record::write_sync(database, old.all());
  REQUIRE(contains(tests::read_file(folder / "a.db"), "a secret that must go"));
  tests::Given clean;
  world.fill(clean);
  clean.versions.back().changes.front().value.reset();
  clean.versions.back().changes.front().salt.clear();
  auto sync = clean.since(old.files);
  const auto path = "versions/" + version::file_name(clean.versions.back().number);
  const auto file = std::find_if(clean.files.begin(), clean.files.end(),
                                 [&](const auto& indexed) { return indexed.path == path; });
  REQUIRE(file != clean.files.end());
  sync.changed.push_back(*file);
  record::write_sync(database, sync);
  CHECK_FALSE(contains(tests::read_file(folder / "a.db"), "a secret that must go"));
}
