#include "tracker/db/sqlite.h"

#include <limits>

#include "tests/support/temp_dir.h"
#include "tests/tracker/db/support.h"

using namespace tracker;
using tests::contains;
using tests::error_of;

namespace {

db::Database sample() {
  auto database = db::Database::in_memory();
  database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, size INTEGER) STRICT");
  return database;
}

}  // namespace

TEST_CASE("what was bound comes back as it was") {
  auto database = sample();
  auto insert = database.prepare("INSERT INTO t (id, name, size) VALUES (?, ?, ?)");
  const std::string with_zero("a\0b", 3);
  CHECK(insert.run(1, "Проба Пробаев", 42) == 1);
  CHECK(insert.run(2, std::nullopt, std::optional<int>()) == 1);
  CHECK(insert.run(3, std::optional<std::string>("x"), std::optional<int>(-7)) == 1);
  CHECK(insert.run(4, with_zero, std::numeric_limits<std::int64_t>::min()) == 1);
  CHECK(insert.run(5, "", true) == 1);
  CHECK(insert.run(6, std::string_view(), 0) == 1);

  auto select = database.prepare("SELECT name, size FROM t ORDER BY id");
  auto rows = select.rows();
  REQUIRE(rows.next());
  CHECK(rows.text(0) == "Проба Пробаев");
  CHECK(rows.integer(1) == 42);
  REQUIRE(rows.next());
  CHECK(rows.maybe_text(0) == std::nullopt);
  CHECK(rows.maybe_integer(1) == std::nullopt);
  REQUIRE(rows.next());
  CHECK(rows.maybe_text(0) == "x");
  CHECK(rows.small_integer(1) == -7);
  REQUIRE(rows.next());
  CHECK(rows.text(0) == with_zero);
  CHECK(rows.integer(1) == std::numeric_limits<std::int64_t>::min());
  REQUIRE(rows.next());
  CHECK(rows.text(0).empty());
  REQUIRE(rows.next());
  CHECK(rows.text(0).empty());
  CHECK_FALSE(rows.next());
}

TEST_CASE("reading NULL or another type through a plain getter is an error") {
  auto database = sample();
  database.execute("INSERT INTO t (id, name, size) VALUES (1, NULL, NULL), (2, 'x', 99999999999)");
  auto select = database.prepare("SELECT name, size FROM t ORDER BY id");
  auto rows = select.rows();
  REQUIRE(rows.next());
  CHECK(contains(error_of([&] { rows.text(0); }).what(), "column 1 of \"SELECT name, size"));
  CHECK(contains(error_of([&] { rows.integer(1); }).what(), "holds NULL where an integer is needed"));
  REQUIRE(rows.next());
  CHECK_THROWS_AS(rows.integer(0), base::DataError);
  CHECK_THROWS_AS(rows.maybe_text(1), base::DataError);
  CHECK_THROWS_AS(rows.small_integer(1), base::DataError);
}

TEST_CASE("a statement can be used again once its rows are gone, and not before") {
  auto database = sample();
  database.execute("INSERT INTO t (id, name, size) VALUES (1, 'a', 1), (2, 'b', 2)");
  auto select = database.prepare("SELECT name FROM t WHERE id >= ? ORDER BY id");
  {
    auto rows = select.rows(1);
    REQUIRE(rows.next());
    CHECK_THROWS_AS(select.rows(2), std::logic_error);
  }
  auto rows = select.rows(2);
  REQUIRE(rows.next());
  CHECK(rows.text(0) == "b");
  CHECK(rows.column_count() == 1);
  CHECK(rows.column_name(0) == "name");
}

TEST_CASE("as many values are bound as the statement has parameters") {
  auto database = sample();
  auto insert = database.prepare("INSERT INTO t (id, name) VALUES (?, ?)");
  CHECK_THROWS_AS(insert.run(1), std::logic_error);
  CHECK_THROWS_AS(insert.run(1, "a", 3), std::logic_error);
}

TEST_CASE("a statement and its rows outlive the database value they come from") {
  std::optional<db::Statement> select;
  {
    auto database = sample();
    database.execute("INSERT INTO t (id, name, size) VALUES (1, 'a', 1)");
    select = database.prepare("SELECT name FROM t");
  }
  auto rows = select->rows();
  REQUIRE(rows.next());
  CHECK(rows.text(0) == "a");
}

TEST_CASE("a transaction that is not committed leaves nothing") {
  auto database = sample();
  {
    db::Transaction transaction(database);
    database.execute("INSERT INTO t (id) VALUES (1)");
  }
  CHECK(database.integer("SELECT count(*) FROM t") == 0);
  {
    db::Transaction transaction(database);
    database.execute("INSERT INTO t (id) VALUES (1)");
    transaction.commit();
  }
  CHECK(database.integer("SELECT count(*) FROM t") == 1);
}

TEST_CASE("a commit that fails can still be rolled back") {
  auto database = db::Database::in_memory();
  database.execute(
      "CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;"
      "CREATE TABLE child (parent INTEGER NOT NULL REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED) "
      "STRICT");
  {
    db::Transaction transaction(database);
    database.execute("INSERT INTO child (parent) VALUES (7)");
    CHECK(contains(error_of([&] { transaction.commit(); }).what(), "FOREIGN KEY"));
  }
  CHECK(database.integer("SELECT count(*) FROM child") == 0);
}

TEST_CASE("wrong SQL is an error that names the database") {
  auto database = sample();
  CHECK(contains(error_of([&] { database.execute("SELEKT 1"); }).what(), "in memory"));
  CHECK_THROWS_AS(database.prepare("SELECT nothing FROM t"), base::Error);
  CHECK_THROWS_AS(database.integer("SELECT id FROM t"), base::DataError);
}

TEST_CASE("damage in the middle of a file is found and said") {
  const tests::TempDir folder;
  const auto file = folder / "a.db";
  {
    db::Database database(file, db::Mode::Create);
    database.execute(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT) STRICT;"
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
        "INSERT INTO t (id, name) SELECT i, 'some words to fill pages ' || i FROM n");
    CHECK(database.find_damage() == std::nullopt);
  }
  auto bytes = tests::read_file(file);
  for (std::size_t i = bytes.size() / 2; i < bytes.size() / 2 + 3000; ++i) bytes[i] = '\xA5';
  folder.write("a.db", bytes);
  db::Database damaged(file, db::Mode::ReadOnly);
  std::string said;
  try {
    said = damaged.find_damage().value_or("");
  } catch (const base::DataError& error) {
    said = error.what();
  }
  CHECK_FALSE(said.empty());
}
