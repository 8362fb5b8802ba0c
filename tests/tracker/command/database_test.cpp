// The index is missing, damaged, locked, from another program or a newer one: every command says what to do,
// and content, versions and archive are as they were.
#include <unistd.h>

#include "tests/support/catch.h"
#include "tests/support/project.h"
#include "tracker/db/sqlite.h"

using tests::Project;
namespace fs = std::filesystem;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Every command that needs the index fails with this message and leaves everything as it is.
void fails_with(const Project& project, const std::vector<std::string>& commands, const std::string& message,
                const std::string& hint) {
  const auto before = tests::read_tree(project.root());
  for (const auto& command : commands) {
    std::vector<std::string> words = {command};
    if (command == "show") words.emplace_back("xx-0001");
    const auto ran = project.tracker(words);
    INFO(command << "\n" << ran.err);
    CHECK(ran.code == 1);
    CHECK(ran.out.empty());
    CHECK(holds(project.shown(ran.err), message));
    CHECK(holds(project.shown(ran.err), "  hint: " + hint));
  }
  auto after = tests::read_tree(project.root());
  after["var/lock"] = before.contains("var/lock") ? before.at("var/lock") : "";
  auto expected = before;
  expected["var/lock"] = after["var/lock"];
  CHECK(after == expected);
}

const std::vector<std::string> kReaders = {"list", "show", "changes", "sources"};
const std::vector<std::string> kAll = {"list", "show", "changes", "sources", "record"};

void spoil(const Project& project, std::size_t at, std::size_t count) {
  auto bytes = tests::read_file(project.database());
  REQUIRE(bytes.size() > at + count);
  for (std::size_t i = at; i < at + count; ++i) bytes[i] = static_cast<char>(~bytes[i]);
  std::ofstream(project.database(), std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("without an index readers say how to make one, and make nothing themselves") {
  const Project project;
  fails_with(project, kReaders, "tracker: no database at var/tracker.db", "run `tracker update`");
  CHECK_FALSE(fs::exists(project.database()));
  CHECK(project.tracker({"verify"}).code == 0);
}

TEST_CASE("a lost index is made again by the next record, without a version") {
  Project project;
  project.done({"record"});
  const auto before = project.done({"list", "--json"}).out;
  fs::remove(project.database());
  CHECK(project.done({"record"}).err == "record: nothing changed\n");
  CHECK(project.done({"list", "--json"}).out == before);
}

TEST_CASE("a damaged index is named, and a rebuild mends it") {
  Project project;
  project.done({"record"});
  const auto before = project.done({"list", "--json"}).out;
  SECTION("it is no database") {
    std::ofstream(project.database(), std::ios::binary) << std::string(5000, 'x');
    fails_with(project, kAll, "var/tracker.db is not a database",
               "if nothing else needs this file, delete it and run `tracker rebuild`");
  }
  SECTION("its pages are damaged") {
    spoil(project, 4096, fs::file_size(project.database()) / 2);
    fails_with(project, kAll,
               "the database var/tracker.db is damaged: ", "delete it and run `tracker rebuild`");
  }
  SECTION("it is cut off") {
    fs::resize_file(project.database(), fs::file_size(project.database()) / 2);
    fails_with(project, kAll,
               "the database var/tracker.db is damaged: ", "delete it and run `tracker rebuild`");
  }
  project.done({"rebuild"});
  CHECK(project.done({"list", "--json"}).out == before);
  CHECK(project.done({"verify"}).out.empty());
}

TEST_CASE("an index of a newer program is refused and kept") {
  Project project;
  project.done({"record"});
  tracker::db::Database(project.database(), tracker::db::Mode::Create).execute("PRAGMA user_version = 4711");
  fails_with(project, kAll, "newer", "");
}

TEST_CASE("a database of another program is refused and kept") {
  Project project;
  fs::create_directories(project.root() / "var");
  tracker::db::Database(project.database(), tracker::db::Mode::Create)
      .execute("CREATE TABLE note(text TEXT); PRAGMA application_id = 77");
  fails_with(project, kAll, "var/tracker.db", "");
}

TEST_CASE("an index that another program holds is waited for, then said to be locked") {
  Project project;
  project.done({"record"});
  tracker::db::Database other(project.database(), tracker::db::Mode::Create);
  other.execute("BEGIN EXCLUSIVE");
  fails_with(project, {"record"}, "the database var/tracker.db is locked by another program",
             "another tracker, sitegen or database tool is using it");
  other.execute("ROLLBACK");
  project.done({"record"});
}

TEST_CASE("an index that cannot be written is said to be so") {
  Project project;
  project.done({"record"});
  if (geteuid() == 0) {
    WARN("skipped: for root every file can be written");
    return;
  }
  fs::permissions(project.database(), fs::perms::owner_read);
  fails_with(project, {"record"}, "the database var/tracker.db cannot be written",
             "make the file and its folder writable");
  CHECK(project.tracker({"list"}).code == 0);
}

TEST_CASE("a folder where the index should be is named") {
  Project project;
  fs::create_directories(project.database());
  fails_with(project, kAll, "var/tracker.db is a folder, not a database", "give the path of a file");
}
