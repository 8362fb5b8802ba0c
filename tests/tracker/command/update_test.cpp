#include "tests/support/catch.h"
#include "tests/support/project.h"

using tests::Project;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an update ends with what a person should know") {
  Project project;
  const auto first = project.done({"update", "--offline"});
  CHECK(first.out.empty());
  CHECK(holds(first.err, "update: offline, nothing is fetched\n"));
  CHECK(holds(first.err, "update: version 1: 2 people, 1 deprived of liberty, 1 prosecuted; "));
  CHECK(holds(first.err, "    Test Person One: in pre-trial detention\n"));
  CHECK_FALSE(holds(first.err, "for a person to look at"));
  project.now = "2024-02-02T12:00:00Z";
  CHECK(project.done({"update", "--offline"}).err ==
        "update: offline, nothing is fetched\nupdate: nothing changed since version 1\n");
}

TEST_CASE("findings that do not stop an update are counted at its end") {
  Project project;
  project.write("people/photo.jpg", "no picture");
  const auto ran = project.done({"update", "--offline"});
  CHECK(holds(project.shown(ran.err),
              "update: for a person to look at:\n    1 warning in content: `tracker check`\n"));
  CHECK(project.tracker({"update", "--offline", "--strict"}).code == 3);
}

TEST_CASE("of many changed people the first twenty are named") {
  Project project;
  project.done({"record"});
  for (int i = 10; i < 40; ++i) {
    const std::string id = "xx-00" + std::to_string(i);
    project.write("people/" + id + ".md",
                  tests::person_file(id, "Test Person " + std::to_string(i),
                                     tests::event_toml("e1", "admin_arrest", "2024-01-30", "days = 15")));
  }
  project.now = "2024-02-02T12:00:00Z";
  const auto ran = project.done({"update", "--offline"});
  CHECK(holds(ran.err, "Test Person 29: under administrative arrest"));
  CHECK_FALSE(holds(ran.err, "Test Person 30:"));
  CHECK(holds(ran.err, "    … and 10 more: `tracker changes --since 1`\n"));
}
