// A build under kill -9 and on a full disk: the folder is wholly the old site or wholly the new one.
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>
#include <set>

#include "tests/sitegen/output/write_tree.h"
#include "tests/support/catch.h"
#include "tests/support/project.h"
#include "tracker/base/error.h"

using tests::write_tree;
namespace fs = std::filesystem;

namespace {

/// Site number `number`: files that change, stay, come and go.
std::vector<sitegen::view::OutputFile> site(int number) {
  std::vector<sitegen::view::OutputFile> files;
  const std::string text = std::to_string(number);
  for (int i = 0; i < 40; ++i) {
    files.push_back({"people/" + std::to_string(i) + ".html", text + std::string(3000, 'x')});
    files.push_back({"same/" + std::to_string(i) + ".html", "always the same"});
  }
  files.push_back({"versions/" + text + ".html", text});
  files.push_back({"index.html", text});
  return files;
}

bool is_whole(const fs::path& folder) {
  const auto tree = tests::read_tree(folder);
  if (!tree.contains("index.html")) return false;
  std::size_t expected = 2;  // the marker and the note for the reader
  for (const auto& file : site(std::stoi(tree.at("index.html")))) {
    const auto found = tree.find(file.path);
    if (found == tree.end() || found->second != file.bytes) return false;
    ++expected;
  }
  return tree.size() == expected;
}

std::size_t count_entries(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE(
    "a build that is killed at any moment leaves the old site or the new one, and the next build clears up") {
  const tests::TempDir dir;
  const auto out = dir / "public";
  write_tree(site(0), out);
  std::mt19937 random(11);
  std::set<std::string> seen;
  // At least 60 kills; more of them, later each time, where a busy disk lets too few builds end for the test to mean much.
  for (int round = 1; round <= 60 || (seen.size() <= 10 && round <= 400); ++round) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      for (int number = round * 1000;; ++number) write_tree(site(number), out);
    }
    usleep(static_cast<useconds_t>(500 + random() % (round <= 60 ? 25'000 : 250'000)));
    kill(child, SIGKILL);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    INFO("round " << round);
    REQUIRE(is_whole(out));
    seen.insert(tests::read_file(out / "index.html"));
  }
  CHECK(seen.size() > 10);
  write_tree(site(1), out);
  CHECK(is_whole(out));
  CHECK(count_entries(dir.path()) == 2);  // the site and what builds keep for themselves
}

TEST_CASE("on a full disk the old site stands, and the reason is said") {
  const tests::TempDir dir;
  const auto out = dir / "public";
  write_tree(site(0), out);
  const auto before = tests::read_tree(out);
  for (const rlim_t limit : {0U, 50U, 1000U, 2999U}) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      signal(SIGXFSZ, SIG_IGN);
      const rlimit files{limit, limit};
      setrlimit(RLIMIT_FSIZE, &files);
      try {
        write_tree(site(1), out);
      } catch (const tracker::base::Error& error) {
        _exit(std::string(error.what()).empty() ? 2 : 1);
      }
      _exit(0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    INFO("limit " << limit);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 1);
    CHECK(tests::read_tree(out) == before);
  }
}
