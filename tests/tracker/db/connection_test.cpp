// Opening: every way a file can be wrong, and what a killed writer leaves.
#include "tracker/db/connection.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/temp_dir.h"
#include "tests/tracker/db/support.h"
#include "tracker/db/sqlite.h"

using namespace tracker;
using tests::contains;
using tests::error_of;

namespace {

void make_database(const std::filesystem::path& file) {
  db::Database database(file, db::Mode::Create);
  database.execute(
      "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT) STRICT; INSERT INTO t VALUES (1, 'a')");
}

// Leaves the file as a killed program does: pages of an unfinished transaction in it, the journal beside it.
void die_while_writing(const std::filesystem::path& file) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    db::Database database(file, db::Mode::Create);
    database.execute(
        "PRAGMA cache_size = 1; BEGIN IMMEDIATE;"
        "UPDATE t SET name = 'never to be seen';"
        "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
        "INSERT INTO t SELECT i, 'words that make the cache spill' FROM n");
    kill(getpid(), SIGKILL);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
}

}  // namespace

TEST_CASE("a missing file is no database for a reader and a new one for a writer") {
  const tests::TempDir folder;
  const auto file = folder / "a.db";
  const auto error = error_of([&] { db::Database(file, db::Mode::ReadOnly); });
  CHECK(std::string(error.what()) == "no database at " + file.string());
  CHECK(contains(error.hint(), "tracker update"));
  CHECK_FALSE(std::filesystem::exists(file));
  make_database(file);
  CHECK(db::Database(file, db::Mode::ReadOnly).integer("SELECT count(*) FROM t") == 1);
}

TEST_CASE("a folder, a pipe and a missing folder are said to be what they are") {
  const tests::TempDir folder;
  const auto pipe = folder / "pipe";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  const auto mode = GENERATE(db::Mode::ReadOnly, db::Mode::Create);
  CHECK(contains(error_of([&] { db::Database(folder.path(), mode); }).what(), "is a folder, not a database"));
  CHECK(contains(error_of([&] { db::Database(pipe, mode); }).what(), "is not an ordinary file"));
  CHECK(contains(error_of([&] { db::Database(folder / "no/such/a.db", db::Mode::Create); }).what(),
                 "cannot be opened"));
}

TEST_CASE("bytes that are no database are refused when the file is opened") {
  const tests::TempDir folder;
  folder.write("a.db", std::string(8192, 'x'));
  const auto mode = GENERATE(db::Mode::ReadOnly, db::Mode::Create);
  const auto error = error_of([&] { db::Database(folder / "a.db", mode); });
  CHECK(contains(error.what(), "is not a database"));
  CHECK(contains(error.hint(), "tracker rebuild"));
  CHECK(tests::read_file(folder / "a.db") == std::string(8192, 'x'));
}

TEST_CASE("a file that another connection holds is said to be locked") {
  const tests::TempDir folder;
  const auto file = folder / "a.db";
  make_database(file);
  db::Database holder(file, db::Mode::Create);
  holder.execute("BEGIN EXCLUSIVE");
  const auto mode = GENERATE(db::Mode::ReadOnly, db::Mode::Create);
  const auto error = error_of([&] { db::Database(file, mode, std::chrono::milliseconds(30)); });
  CHECK(contains(error.what(), "is locked by another program"));
  CHECK(contains(error.hint(), "wait until it has ended"));
  holder.execute("ROLLBACK");
  CHECK(db::Database(file, mode).integer("SELECT count(*) FROM t") == 1);
}

TEST_CASE("a path that SQLite would read as something else is a path") {
  const tests::TempDir folder;
  const auto old = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  const std::string name = GENERATE(":memory:", "file:a.db?mode=memory", "a b'\".db");
  make_database(name);
  std::filesystem::current_path(old);
  CHECK(std::filesystem::exists(folder / name));
}

TEST_CASE("the settings of every connection are on") {
  auto database = db::Database::in_memory();
  CHECK(database.integer("PRAGMA foreign_keys") == 1);
  CHECK(database.integer("PRAGMA synchronous") == 2);
  CHECK(database.integer("PRAGMA trusted_schema") == 0);
  CHECK(database.integer("PRAGMA cell_size_check") == 1);
}

TEST_CASE("what a killed program left half written is taken back, by a reader too") {
  const tests::TempDir folder;
  const auto file = folder / "a.db";
  make_database(file);
  die_while_writing(file);
  REQUIRE(std::filesystem::exists(folder / "a.db-journal"));
  const auto mode = GENERATE(db::Mode::ReadOnly, db::Mode::Create);
  db::Database database(file, mode);
  CHECK(database.integer("SELECT count(*) FROM t") == 1);
  CHECK(database.integer("SELECT count(*) FROM t WHERE name = 'a'") == 1);
  CHECK_FALSE(std::filesystem::exists(folder / "a.db-journal"));
}

TEST_CASE("a file that may not be written is refused when a writer opens it") {
  const tests::TempDir folder;
  const auto file = folder / "a.db";
  make_database(file);
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  std::filesystem::permissions(file, std::filesystem::perms(0444));
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(3);  // root may write everything
    int result = 1;
    try {
      db::Database(file, db::Mode::Create);
    } catch (const base::Error& error) {
      result = contains(error.what(), "cannot be written") && contains(error.hint(), "writable") ? 0 : 2;
    }
    if (result == 0 && db::Database(file, db::Mode::ReadOnly).integer("SELECT count(*) FROM t") != 1)
      result = 4;
    _exit(result);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  if (WEXITSTATUS(status) == 3)
    WARN("skipped: this system does not let root become another user");
  else
    CHECK(WEXITSTATUS(status) == 0);
}
