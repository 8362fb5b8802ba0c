// Every way the file of the index can be wrong, as a reader and as a writer meet it.
#include "tracker/record/open.h"

#include <cstdlib>

#include "tests/support/temp_dir.h"
#include "tests/tracker/db/support.h"
#include "tests/tracker/record/world.h"
#include "tracker/record/dump.h"
#include "tracker/record/sync.h"

using namespace tracker;
using tests::contains;
using tests::error_of;

namespace {

const std::filesystem::path kGolden =
    std::filesystem::path(TIZIM_SOURCE_DIR) / "tests/tracker/record/schema.golden.sql";

void make_index(const std::filesystem::path& file) {
  const tests::World world(11);
  tests::Given given;
  world.fill(given);
  auto database = record::open_to_write(file);
  record::write_sync(database, given.all());
}

}  // namespace

TEST_CASE("the tables are those of the golden file") {
  auto database = db::Database::in_memory();
  db::migrate(database, record::schema());
  const auto now = record::dump_schema(database);
  if (std::getenv("TIZIM_ACCEPT")) {
    std::ofstream(kGolden, std::ios::binary) << now;
    FAIL("accepted: " << kGolden
                      << " was written; look at its difference, then run again without TIZIM_ACCEPT");
  }
  CHECK(now == tests::read_file(kGolden));
}

TEST_CASE("the file says that it is ours") {
  const tests::TempDir folder;
  record::open_to_write(folder / "a.db");
  const auto bytes = tests::read_file(folder / "a.db");
  CHECK(bytes.substr(68, 4) == "TZIM");
}

TEST_CASE("a writer makes the file and its folder, a reader makes nothing") {
  const tests::TempDir folder;
  const auto file = folder / "var/deep/a.db";
  const auto error = error_of([&] { record::open_to_read(file); });
  CHECK(std::string(error.what()) == "no database at " + file.string());
  CHECK(error.hint() == "run `tracker update`");
  CHECK_FALSE(std::filesystem::exists(folder / "var"));
  record::open_to_write(file);
  CHECK(record::open_to_read(file).integer("SELECT count(*) FROM person") == 0);
}

TEST_CASE("an empty file is no index to a reader and a new one to a writer") {
  const tests::TempDir folder;
  folder.write("a.db", "");
  CHECK(contains(error_of([&] { record::open_to_read(folder / "a.db"); }).what(), "is empty"));
  record::open_to_write(folder / "a.db");
  CHECK_NOTHROW(record::open_to_read(folder / "a.db"));
}

TEST_CASE("a folder that cannot be made is said") {
  const tests::TempDir folder;
  folder.write("var", "a file where a folder should be");
  CHECK(contains(error_of([&] { record::open_to_write(folder / "var/a.db"); }).what(),
                 "cannot make the folder"));
}

TEST_CASE("the file of another program is left alone") {
  const tests::TempDir folder;
  db::Database(folder / "a.db", db::Mode::Create)
      .execute("PRAGMA application_id = 5; CREATE TABLE t (i INTEGER) STRICT");
  const auto before = tests::read_file(folder / "a.db");
  CHECK(contains(error_of([&] { record::open_to_read(folder / "a.db"); }).what(), "not a Tizim database"));
  CHECK(contains(error_of([&] { record::open_to_write(folder / "a.db"); }).what(), "not a Tizim database"));
  CHECK(tests::read_file(folder / "a.db") == before);
}

TEST_CASE("an index of a newer program is refused and left alone") {
  const tests::TempDir folder;
  make_index(folder / "a.db");
  db::Database(folder / "a.db", db::Mode::Create).execute("PRAGMA user_version = 99");
  const auto before = tests::read_file(folder / "a.db");
  const auto error = error_of([&] { record::open_to_read(folder / "a.db"); });
  CHECK(contains(error.what(), "newer program"));
  CHECK(contains(error.hint(), "tracker rebuild"));
  CHECK(contains(error_of([&] { record::open_to_write(folder / "a.db"); }).what(), "newer program"));
  CHECK(tests::read_file(folder / "a.db") == before);
}

TEST_CASE("an index that another program holds is said to be locked") {
  const tests::TempDir folder;
  make_index(folder / "a.db");
  db::Database holder(folder / "a.db", db::Mode::Create);
  holder.execute("BEGIN EXCLUSIVE");
  const std::chrono::milliseconds soon(20);
  CHECK(contains(error_of([&] { record::open_to_read(folder / "a.db", soon); }).what(), "locked"));
  CHECK(contains(error_of([&] { record::open_to_write(folder / "a.db", soon); }).what(), "locked"));
}

TEST_CASE("damage anywhere in the file is found or does no harm, and the hint says how to mend it") {
  const tests::TempDir folder;
  make_index(folder / "a.db");
  const auto whole = tests::read_file(folder / "a.db");
  const std::string rows = [&] {
    auto database = record::open_to_read(folder / "a.db");
    return record::dump(database);
  }();
  int found = 0;
  std::string all_zero(whole.size(), '\0');
  std::mt19937 random(12);
  for (int i = 0; i < 60; ++i) {
    auto bytes = whole;
    const auto at = random() % bytes.size();
    if (i % 3 == 0) bytes.resize(at);
    if (i % 3 == 1)
      bytes.replace(at, 4096, std::string(std::min<std::size_t>(4096, bytes.size() - at), '\xA5'));
    if (i % 3 == 2) bytes.replace(at, 600, std::string(std::min<std::size_t>(600, bytes.size() - at), '\0'));
    folder.write("b.db", bytes);
    try {
      auto database = record::open_to_read(folder / "b.db");
      record::dump(database);
    } catch (const base::Error& error) {
      ++found;
      INFO(error.what());
      CHECK(contains(error.hint(), "tracker"));
    }
    folder.write("b.db", bytes);
    try {
      record::open_to_write(folder / "b.db");
    } catch (const base::Error&) {
    }
  }
  CHECK(found > 20);
  folder.write("b.db", all_zero);
  CHECK_THROWS_AS(record::open_to_read(folder / "b.db"), base::Error);
}
