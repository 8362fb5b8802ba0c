// The command line itself: exit codes, help, where global options may stand.
#include "tests/support/catch.h"
#include "tests/support/project.h"

using tests::Project;
using tests::run_tracker;

namespace {

const std::vector<std::string> kCommands = {"check",   "fetch",  "record",  "update",  "list", "show",
                                            "changes", "verify", "rebuild", "sources", "export", "init"};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the program without words, or with words it does not know, says so and exits with 2") {
  const std::vector<std::vector<std::string>> wrong = {{},
                                                       {"lisst"},
                                                       {"list", "--jsonn"},
                                                       {"show"},
                                                       {"list", "check"},
                                                       {"list", "extra"},
                                                       {"changes", "--since", "-1"},
                                                       {"changes", "--since", "x"},
                                                       {"list", "--as-known", "one"},
                                                       {"init", "folder"},
                                                       {"--now"}};
  for (const auto& words : wrong) {
    const auto ran = run_tracker(words);
    INFO((words.empty() ? "(nothing)" : words.front() + " …") << "\n" << ran.err);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK_FALSE(ran.err.empty());
  }
}

TEST_CASE("help goes to stdout with exit code 0 and names every command") {
  const auto ran = run_tracker({"--help"});
  CHECK(ran.code == 0);
  CHECK(ran.err.empty());
  for (const auto& command : kCommands) {
    INFO(command);
    CHECK(holds(ran.out, "  " + command));
  }
  CHECK(holds(ran.out, "Exit codes: 0 done, 1 failed, 2 wrong call"));
}

TEST_CASE("every command has help with its options") {
  for (const auto& command : kCommands) {
    const auto ran = run_tracker({command, "--help"});
    INFO(command << "\n" << ran.out << ran.err);
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(holds(ran.out, "--help"));
  }
}

TEST_CASE("commands that take more than a flag have an example in their help") {
  for (const char* command : {"list", "show", "changes", "record", "update", "init", "fetch", "verify",
                              "check", "rebuild", "sources"}) {
    INFO(command);
    CHECK(holds(run_tracker({command, "--help"}).out, std::string("  tracker ") + command));
  }
}

TEST_CASE("the version is one line on stdout") {
  const auto ran = run_tracker({"--version"});
  CHECK(ran.code == 0);
  CHECK(ran.out.rfind("tracker ", 0) == 0);
  CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') == 1);
}

TEST_CASE("global options may stand before and after the command") {
  const Project project;
  project.done({"record"});
  const std::vector<std::string> options = {"--root", project.root().string(), "--now", project.now};
  auto before = options;
  before.insert(before.end(), {"list", "--json"});
  std::vector<std::string> after = {"list", "--json"};
  after.insert(after.end(), options.begin(), options.end());
  const auto first = run_tracker(before), second = run_tracker(after);
  CHECK(first.code == 0);
  CHECK(second.code == 0);
  CHECK(first.out == second.out);
}

TEST_CASE("folders and the database may stand elsewhere") {
  const Project project;
  const tests::TempDir other;
  const std::vector<std::string> places = {
      "--content", project.content().string(), "--db",  (other / "x.db").string(),
      "--archive", (other / "bytes").string(), "--now", project.now};
  auto words = places;
  words.emplace_back("record");
  CHECK(run_tracker(words).code == 0);
  CHECK(std::filesystem::exists(other / "x.db"));
  CHECK_FALSE(std::filesystem::exists(project.root() / "var"));
}

TEST_CASE("a time that is none is a wrong call, with an example of a right one") {
  for (const char* bad : {"yesterday", "2024-02-01", "2024-02-30T00:00:00Z", "2024-02-01T12:00:00+05:00"}) {
    const auto ran = run_tracker({"--now", bad, "check"});
    INFO(bad);
    CHECK(ran.code == 2);
    CHECK(ran.err == "tracker: --now: \"" + std::string(bad) +
                         "\" is not a time\n  hint: write it as 2026-11-23T09:00:00Z\n");
  }
}

TEST_CASE("words of the caller cannot send codes to the terminal") {
  const auto ran = run_tracker({"--now", "\x1b[31m", "check"});
  CHECK(ran.err.find('\x1b') == std::string::npos);
}

TEST_CASE("a folder without a list is named, with what to do") {
  const tests::TempDir empty;
  const auto ran = run_tracker({"--root", empty.path().string(), "check"});
  CHECK(ran.code == 1);
  CHECK(ran.err == "tracker: there is no content folder \"" + empty.path().string() +
                       "/content\"\n  hint: name the project folder with --root, or make a new list with "
                       "`tracker init`\n");
}

TEST_CASE("with --strict a run that leaves something for a person exits with 3") {
  const Project project;
  CHECK(project.tracker({"check", "--strict"}).code == 0);
  project.write("people/photo.jpg", "no picture");
  CHECK(project.tracker({"check"}).code == 0);
  CHECK(project.tracker({"check", "--strict"}).code == 3);
  CHECK(project.tracker({"--strict", "update", "--offline"}).code == 3);
  project.write("people/photo.md", "");
  CHECK(project.tracker({"check", "--strict"}).code == 1);
}
