#include "tests/support/temp_dir.h"
#include "tests/tracker/db/support.h"
#include "tracker/db/connection.h"
#include "tracker/db/sqlite.h"

using namespace tracker;
using tests::contains;
using tests::error_of;

TEST_CASE("every kind of failure has words of its own and a hint") {
  struct Expected {
    int code;
    const char* message;
    const char* hint;
  };
  const auto expected = GENERATE(
      Expected{SQLITE_BUSY, "the database x.db is locked by another program", "wait until it has ended"},
      Expected{SQLITE_BUSY_SNAPSHOT, "the database x.db is locked by another program", "fuser x.db"},
      Expected{SQLITE_CORRUPT, "the database x.db is damaged: why", "delete it and run `tracker rebuild`"},
      Expected{SQLITE_NOTADB, "x.db is not a database", "tracker rebuild"},
      Expected{SQLITE_READONLY, "the database x.db cannot be written", "writable"},
      Expected{SQLITE_CANTOPEN, "the database x.db cannot be opened: why", "folder"},
      Expected{SQLITE_PERM, "no permission to open the database x.db", "owns"},
      Expected{SQLITE_FULL, "no space left to write the database x.db", "free some space"},
      Expected{SQLITE_IOERR_FSYNC, "the database x.db cannot be read or written: why", "disk"},
      Expected{SQLITE_CONSTRAINT_UNIQUE, "the database x.db refuses what does not fit its rules: why",
               "tracker check"},
      Expected{SQLITE_TOOBIG, "a text is too long for the database x.db", "tracker check"},
      Expected{SQLITE_ERROR, "the database x.db failed: why", "tracker rebuild"});
  const auto error = error_of([&] { db::fail(expected.code, "x.db", "why"); });
  CHECK(std::string(error.what()) == expected.message);
  CHECK(contains(error.hint(), expected.hint));
}

TEST_CASE("damaged bytes are a data error and a lock is not") {
  CHECK_THROWS_AS(db::fail(SQLITE_CORRUPT, "x.db", ""), base::DataError);
  CHECK_THROWS_AS(db::fail(SQLITE_NOTADB, "x.db", ""), base::DataError);
  try {
    db::fail(SQLITE_BUSY, "x.db", "");
  } catch (const base::DataError&) {
    FAIL("a lock says nothing about the bytes");
  } catch (const base::Error&) {
  }
}

TEST_CASE("a disk that is full takes nothing away from what was there") {
  const tests::TempDir folder;
  const auto file = folder / "a.db";
  db::Database database(file, db::Mode::Create);
  database.execute(
      "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT) STRICT; INSERT INTO t VALUES (1, 'a')");
  database.execute("PRAGMA max_page_count = 10");
  const auto error = error_of([&] {
    db::Transaction transaction(database);
    database.execute("DELETE FROM t");
    auto insert = database.prepare("INSERT INTO t (name) VALUES (?)");
    for (int i = 0; i < 100; ++i) insert.run(std::string(2000, 'x'));
    transaction.commit();
  });
  CHECK(contains(error.what(), "no space left"));
  CHECK(database.integer("SELECT count(*) FROM t WHERE name = 'a'") == 1);
  database.execute("INSERT INTO t VALUES (2, 'b')");
  CHECK(db::Database(file, db::Mode::ReadOnly).integer("SELECT count(*) FROM t") == 2);
}
