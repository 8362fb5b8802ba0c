#include <nlohmann/json.hpp>

#include "tests/support/catch.h"
#include "tests/support/project.h"

using tests::Project;
using Json = nlohmann::json;

namespace {

std::string status_of(const Project& project, std::vector<std::string> words, std::size_t person) {
  words.insert(words.begin(), {"list", "--json"});
  return Json::parse(project.done(words).out)[person]["status"];
}

/// Version 1 says that xx-0001 is held; version 2 that there was a sentence, and when.
void record_twice(Project& project) {
  project.done({"record"});
  project.replace("cases/harbour.toml", "type = \"charged\"", "type = \"charged\"\norder = 1");
  project.add_event(
      "xx-0001",
      tests::event_toml("e2", "sentenced", "2024-01-20",
                        "case = \"harbour\"\nsentence = { kind = \"imprisonment\", months = 18 }"));
  project.now = "2024-03-01T12:00:00Z";
  project.done({"record"});
}

}  // namespace

TEST_CASE("the table shows everyone, who is held, and how fresh the knowledge is") {
  Project project;
  project.now = "2024-01-10T12:00:00Z";
  project.done({"record"});
  const auto ran = project.done({"list"});
  CHECK(ran.out ==
        "ID       ●  NAME             STATUS                       SINCE       CHARGES  CONFIRMED\n"
        "xx-0001  ●  Test Person One  in pre-trial detention       2023-10-12  12.1     2023-10-14\n"
        "xx-0002  ●  Test Person Two  under administrative arrest  2024-01-05           2024-01-05\n");
  CHECK(ran.err == "2 people, 2 deprived of liberty (●), as of 2024-01-10, version 1\n");
}

TEST_CASE("an arrest that ran out is over on the day that is asked for") {
  Project project;
  project.now = "2024-01-10T12:00:00Z";
  project.done({"record"});
  CHECK(status_of(project, {}, 1) == "admin_arrest");
  CHECK(status_of(project, {"--as-of", "2024-01-19"}, 1) == "admin_arrest");
  CHECK(status_of(project, {"--as-of", "2024-02-01"}, 1) != "admin_arrest");
}

TEST_CASE("the list can be asked for a day, a month or a year, of which the last day counts") {
  Project project;
  project.done({"record"});
  CHECK(status_of(project, {"--as-of", "2023-10-12"}, 0) == "pretrial_detention");
  CHECK(status_of(project, {"--as-of", "2023-10-11"}, 0) == "unknown");
  CHECK(status_of(project, {"--as-of", "2023-10"}, 0) == "pretrial_detention");
  CHECK(status_of(project, {"--as-of", "2023"}, 0) == "pretrial_detention");
  CHECK(status_of(project, {"--as-of", "2022"}, 0) == "unknown");
}

TEST_CASE("two clocks: what was so, and what was known") {
  Project project;
  record_twice(project);
  CHECK(status_of(project, {}, 0) == "imprisoned");
  CHECK(status_of(project, {"--as-known", "1"}, 0) == "pretrial_detention");
  CHECK(status_of(project, {"--as-known", "2"}, 0) == "imprisoned");
  CHECK(status_of(project, {"--as-of", "2024-01-25"}, 0) == "imprisoned");
  CHECK(status_of(project, {"--as-of", "2024-01-25", "--as-known", "1"}, 0) == "pretrial_detention");
  const auto ran = project.done({"list", "--as-known", "1"});
  CHECK(ran.err == "2 people, 1 deprived of liberty (●), as of 2024-02-01, version 1\n");
  CHECK(ran.out.find("in pre-trial detention") != std::string::npos);
}

TEST_CASE("a version that does not exist is a wrong call and says which do") {
  Project project;
  record_twice(project);
  for (const char* version : {"0", "3", "-1"}) {
    const auto ran = project.tracker({"list", "--as-known=" + std::string(version)});
    CHECK(ran.code == 2);
    CHECK(ran.err ==
          "tracker: there is no version " + std::string(version) + "\n  hint: versions go from 1 to 2\n");
  }
}

TEST_CASE("a day that is none is a wrong call") {
  Project project;
  project.done({"record"});
  for (const char* day : {"2024-02-30", "soon", ""}) {
    INFO(day);
    const auto ran = project.tracker({"list", "--as-of", day});
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
  }
}

TEST_CASE("the list can be cut to a status or to those deprived of liberty, alike as table and JSON") {
  Project project;
  project.done({"record"});
  const auto ids = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"list", "--json"});
    std::vector<std::string> found;
    for (const auto& entry : Json::parse(project.done(words).out)) found.push_back(entry["id"]);
    return found;
  };
  CHECK(ids({}) == std::vector<std::string>{"xx-0001", "xx-0002"});
  CHECK(ids({"--deprived"}) == std::vector<std::string>{"xx-0001"});
  CHECK(ids({"--status", "pretrial_detention"}) == std::vector<std::string>{"xx-0001"});
  CHECK(ids({"--status", "imprisoned"}).empty());
  CHECK(project.done({"list", "--deprived"}).err ==
        "1 person, 1 deprived of liberty (●), as of 2024-02-01, version 1\n");
  const auto wrong = project.tracker({"list", "--status", "prison"});
  CHECK(wrong.code == 2);
  CHECK(wrong.err.find("imprisoned") != std::string::npos);
}

TEST_CASE("the JSON list is the same whenever and wherever it is asked for") {
  Project project;
  project.done({"record"});
  CHECK(project.done({"list", "--json", "--as-of", "2023-12-31"}).out ==
        project.done({"list", "--as-of", "2023-12-31", "--json"}).out);
  CHECK(project.done({"list", "--json"}).err.empty());
}
