#include "tracker/db/migrate.h"

#include <vector>

#include "tests/support/temp_dir.h"
#include "tests/tracker/db/support.h"

using namespace tracker;
using tests::contains;
using tests::error_of;

namespace {

using Steps = std::vector<std::pair<std::string_view, std::string_view>>;

const Steps kTwo = {
    {"0001_start.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT"},
    {"0002_more.sql", "CREATE TABLE b (id INTEGER PRIMARY KEY) STRICT; INSERT INTO a VALUES (1)"}};
constexpr std::int32_t kOurs = 0x0123;

db::Schema schema_of(const Steps& steps) {
  return {kOurs, steps};
}

}  // namespace

TEST_CASE("an empty database gets every step and says whose it is") {
  auto database = db::Database::in_memory();
  db::migrate(database, schema_of(kTwo));
  CHECK(database.integer("PRAGMA user_version") == 2);
  CHECK(database.integer("PRAGMA application_id") == kOurs);
  CHECK(database.integer("SELECT count(*) FROM a") == 1);
  CHECK_NOTHROW(db::require_current(database, schema_of(kTwo)));
}

TEST_CASE("an older database gets only the steps it has not had") {
  auto database = db::Database::in_memory();
  db::migrate(database, schema_of({kTwo[0]}));
  database.execute("INSERT INTO a VALUES (7)");
  CHECK(contains(error_of([&] { db::require_current(database, schema_of(kTwo)); }).what(), "older program"));
  db::migrate(database, schema_of(kTwo));
  db::migrate(database, schema_of(kTwo));
  CHECK(database.integer("SELECT count(*) FROM a") == 2);
}

TEST_CASE("a newer database is refused by a writer and a reader and stays as it is") {
  auto database = db::Database::in_memory();
  db::migrate(database, schema_of(kTwo));
  const auto error = error_of([&] { db::migrate(database, schema_of({kTwo[0]})); });
  CHECK(contains(error.what(), "newer program (its version is 2, this program knows 1)"));
  CHECK_THROWS_AS(db::require_current(database, schema_of({kTwo[0]})), base::Error);
  CHECK(database.integer("PRAGMA user_version") == 2);
}

TEST_CASE("a database of another program is refused, whether it says whose it is or not") {
  auto database = db::Database::in_memory();
  SECTION("it has an id of its own") {
    database.execute("PRAGMA application_id = 77");
  }
  SECTION("it has only tables") {
    database.execute("CREATE TABLE recipe (id INTEGER PRIMARY KEY) STRICT");
  }
  SECTION("it has only a version") {
    database.execute("PRAGMA user_version = 1");
  }
  const auto error = error_of([&] { db::migrate(database, schema_of(kTwo)); });
  CHECK(contains(error.what(), "not a Tizim database"));
  CHECK_THROWS_AS(db::require_current(database, schema_of(kTwo)), base::DataError);
  CHECK(database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'a'") == 0);
}

TEST_CASE("an empty database is nothing a reader can read") {
  auto database = db::Database::in_memory();
  const auto error = error_of([&] { db::require_current(database, schema_of(kTwo)); });
  CHECK(contains(error.what(), "is empty"));
  CHECK(contains(error.hint(), "tracker update"));
}

TEST_CASE("a step that fails in its middle leaves the version before it") {
  auto database = db::Database::in_memory();
  const Steps broken = {
      kTwo[0], {"0002_broken.sql", "CREATE TABLE b (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1)"}};
  const auto error = error_of([&] { db::migrate(database, schema_of(broken)); });
  CHECK(contains(error.what(), "to version 2 (0002_broken.sql)"));
  CHECK(contains(error.what(), "nowhere"));
  CHECK(database.integer("PRAGMA user_version") == 1);
  CHECK(database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'b'") == 0);
  db::migrate(database, schema_of(kTwo));
  CHECK(database.integer("PRAGMA user_version") == 2);
}

TEST_CASE("a negative version is damage") {
  auto database = db::Database::in_memory();
  db::migrate(database, schema_of(kTwo));
  database.execute("PRAGMA user_version = -5");
  CHECK_THROWS_AS(db::migrate(database, schema_of(kTwo)), base::DataError);
}
