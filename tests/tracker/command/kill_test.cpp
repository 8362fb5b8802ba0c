// `record` under kill -9 and on a full disk: whatever the moment, the chain of versions is whole, and the
// next run goes on from there.
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>

#include "tests/support/catch.h"
#include "tests/support/project.h"
#include "tracker/record/store.h"

using tests::Project;
namespace fs = std::filesystem;

namespace {

/// Content that grows so much that a run takes a while.
void fill(const Project& project, int people) {
  for (int i = 0; i < people; ++i) {
    const std::string id = "xx-1" + std::to_string(100 + i);
    project.write("people/" + id + ".md",
                  tests::person_file(id, "Test Person " + std::to_string(i),
                                     tests::event_toml("e1", "wanted", "2023-10-12")));
  }
}

std::string time_of(int step) {
  return tracker::base::to_rfc3339(std::chrono::sys_days(std::chrono::year(2024) / 2 / 1) +
                                   std::chrono::seconds(step));
}

/// An edit that is itself one step, so that only the program under test is half-way anywhere.
void edit(const Project& project, int step) {
  const std::string id = "xx-1" + std::to_string(100 + step % 10);
  const fs::path file = project.content() / "people" / (id + ".md");
  std::ofstream(project.root() / "edited", std::ios::binary) << tests::person_file(
      id, "Test Person " + std::to_string(step), tests::event_toml("e1", "wanted", "2023-10-12"));
  fs::rename(project.root() / "edited", file);
}

/// Says a letter into `words` for each version that was recorded.
[[noreturn]] void edit_and_record(Project& project, int round, int words) {
  for (int step = round * 1000;; ++step) {
    project.now = time_of(step);
    edit(project, step);
    if (project.tracker({"record"}).code != 0 || write(words, "v", 1) != 1) _exit(1);
  }
}

struct Ended {
  int code = -1;
  std::string err;
};

/// Runs `record` in a child whose files may have no more than `bytes`.
Ended record_with_limit(const Project& project, rlim_t bytes) {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
    const auto ran = project.tracker({"record"});
    const auto told = write(ends[1], ran.err.data(), ran.err.size());
    _exit(told < 0 ? 99 : ran.code);
  }
  close(ends[1]);
  Ended ended;
  char buffer[4096];
  for (ssize_t count; (count = read(ends[0], buffer, sizeof buffer)) > 0;)
    ended.err.append(buffer, static_cast<std::size_t>(count));
  close(ends[0]);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  ended.code = WEXITSTATUS(status);
  return ended;
}

}  // namespace

TEST_CASE("a run that is killed at any moment leaves a whole chain, and the next one goes on from there") {
  Project project;
  fill(project, 10);
  std::mt19937 random(7);
  int killed = 0;
  for (int round = 0; round < 60; ++round) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) edit_and_record(project, round, ends[1]);
    close(ends[1]);
    // On a busy machine nothing may have begun after any time. Every fifth is killed after its first version, so that
    // versions come whatever the machine does.
    char version = 0;
    if (round % 5 == 0) REQUIRE(read(ends[0], &version, 1) == 1);
    usleep(static_cast<useconds_t>(500 + random() % 60'000));
    kill(child, SIGKILL);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    close(ends[0]);
    REQUIRE(WIFSIGNALED(status));
    ++killed;

    const auto broken = project.tracker({"verify"});
    INFO("round " << round << "\n" << broken.out << broken.err);
    REQUIRE(broken.code == 0);
    project.now = time_of(round * 1000 + 999);
    const auto next = project.tracker({"record"});
    INFO(next.err);
    REQUIRE(next.code == 0);
    const auto whole = project.tracker({"verify"});
    INFO(whole.out);
    REQUIRE(whole.out.empty());
  }
  CHECK(killed >= 50);
  const auto index = tracker::record::Reader(project.database()).dump();
  project.done({"rebuild"});
  CHECK(tracker::record::Reader(project.database()).dump() == index);
  CHECK(tracker::record::Reader(project.database()).versions().size() > 10);
}

TEST_CASE("on a full disk nothing is lost, the reason is said, and the next run does the work") {
  int failed = 0;
  for (const rlim_t limit : {0U, 100U, 1000U, 4096U, 8192U, 10'000U, 16'384U, 40'000U, 100'000U, 200'000U}) {
    Project project;
    fill(project, 3);
    project.done({"record"});
    fill(project, 20);
    project.now = "2024-02-02T12:00:00Z";
    const auto people = tests::read_tree(project.content() / "people");
    const auto ended = record_with_limit(project, limit);
    INFO("limit " << limit << ": exit " << ended.code << "\n" << ended.err);
    CHECK((ended.code == 0 || ended.code == 1));
    failed += ended.code == 1 ? 1 : 0;
    if (ended.code == 1) CHECK(ended.err.rfind("tracker: ", 0) == 0);
    CHECK(project.tracker({"verify"}).code == 0);
    CHECK(tests::read_tree(project.content() / "people") == people);
    project.done({"record"});
    CHECK(project.done({"verify"}).out.empty());
    CHECK(tests::read_tree(project.content() / "versions").size() == 2);
    CHECK(tracker::record::Reader(project.database()).versions().size() == 2);
  }
  CHECK(failed >= 4);
}
