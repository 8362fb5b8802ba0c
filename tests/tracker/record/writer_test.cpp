// A writer that is killed at any moment leaves the old state or the new one.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <random>
#include <thread>

#include "tests/support/temp_dir.h"
#include "tests/tracker/db/support.h"
#include "tests/tracker/record/world.h"
#include "tracker/record/store.h"

using namespace tracker;

namespace {

std::string dump_of(const std::filesystem::path& file) {
  return record::Reader(file).dump();
}

/// Runs `work` in a child process and kills it after so many microseconds, if it has not ended before.
template <class Work>
void run_and_kill(const Work& work, unsigned microseconds) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    try {
      work();
    } catch (const std::exception&) {
      _exit(1);
    }
    _exit(0);
  }
  std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
  kill(child, SIGKILL);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  if (WIFEXITED(status)) REQUIRE(WEXITSTATUS(status) == 0);
}

unsigned microseconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  const auto took = std::chrono::steady_clock::now() - start;
  return static_cast<unsigned>(std::chrono::duration_cast<std::chrono::microseconds>(took).count());
}

}  // namespace

TEST_CASE("the files of the index are what was synced last") {
  const tests::TempDir folder;
  tests::World world(31);
  tests::Given given;
  world.fill(given);
  record::Writer writer(folder / "a.db");
  CHECK(writer.files().empty());
  writer.sync(given.all());
  REQUIRE(writer.files().size() == given.files.size());
  CHECK(given.since(writer.files()).changed.empty());
  record::Writer moved = std::move(writer);
  CHECK(moved.files().size() == given.files.size());
}

TEST_CASE("a writer waits for nobody who only has the file open") {
  const tests::TempDir folder;
  const tests::World world(32);
  tests::Given given;
  world.fill(given);
  record::Writer writer(folder / "a.db");
  writer.sync(given.all());
  const record::Reader reader(folder / "a.db");
  CHECK_FALSE(reader.files().empty());
  CHECK_NOTHROW(writer.sync(given.since(writer.files())));
}

TEST_CASE("a program killed while it syncs leaves the old rows or the new ones") {
  const tests::TempDir folder;
  const auto file = folder / "a.db";
  tests::World world(33);
  tests::Given before;
  world.fill(before);
  record::Writer(file).sync(before.all());
  const auto old_bytes = tests::read_file(file);
  const auto old_rows = dump_of(file);
  for (int i = 0; i < 80; ++i) world.change();
  tests::Given after;
  world.fill(after);
  const auto work = [&] {
    record::Writer writer(file);
    writer.sync(after.since(writer.files()));
  };
  const unsigned whole = microseconds_of(work);
  const auto new_rows = dump_of(file);
  REQUIRE(new_rows != old_rows);

  std::mt19937 random(34);
  int old_count = 0, new_count = 0, half_written = 0;
  for (int i = 0; i < 60; ++i) {
    std::filesystem::remove(file.string() + "-journal");
    folder.write("a.db", old_bytes);
    run_and_kill(work, static_cast<unsigned>(random() % (whole + whole / 2)));
    half_written += std::filesystem::exists(file.string() + "-journal");
    const auto rows = dump_of(file);
    REQUIRE((rows == old_rows || rows == new_rows));
    ++(rows == old_rows ? old_count : new_count);
    work();
    REQUIRE(dump_of(file) == new_rows);
  }
  WARN("killed 60 times: " << old_count << " old, " << new_count << " new; " << half_written
                           << " journals left");
}

TEST_CASE("a program killed while it makes the index leaves none, an empty one or all of it") {
  const tests::TempDir folder;
  const tests::World world(35);
  tests::Given given;
  world.fill(given);
  const auto file = folder / "a.db";
  const auto work = [&] { record::Writer(file).sync(given.all()); };
  const unsigned whole = microseconds_of(work);
  const auto all = dump_of(file);
  std::mt19937 random(36);
  for (int i = 0; i < 30; ++i) {
    std::filesystem::remove(file);
    std::filesystem::remove(file.string() + "-journal");
    run_and_kill(work, static_cast<unsigned>(random() % (whole + whole / 2)));
    try {
      const auto rows = dump_of(file);
      REQUIRE((rows.empty() || rows == all));
    } catch (const base::Error& error) {
      INFO(error.what());
      // Killed before the first step, or between two of them.
      const std::string hint = error.hint();
      CHECK((hint == "run `tracker update`" || hint == "run `tracker update`, which brings it up to date"));
    }
    work();
    REQUIRE(dump_of(file) == all);
  }
}
