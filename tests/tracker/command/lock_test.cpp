#include "tracker/archive/lock.h"
#include "tests/support/catch.h"
#include "tests/support/project.h"

#include <unistd.h>

using tests::Project;

TEST_CASE("a second run that writes says who holds the list, and changes nothing") {
  const Project project;
  const tracker::archive::Lock held(project.root() / "var");
  const auto before = tests::read_tree(project.root());
  for (const char* command : {"record", "update", "fetch", "rebuild"}) {
    const auto ran = project.tracker({command});
    INFO(command);
    CHECK(ran.code == 1);
    CHECK(project.shown(ran.err).find("var is in use by process " + std::to_string(getpid()) +
                                      "\n  hint: wait until it has ended, then run this again\n") !=
          std::string::npos);
  }
  CHECK(tests::read_tree(project.root()) == before);
}

TEST_CASE("reading needs no lock") {
  const Project project;
  project.done({"record"});
  const tracker::archive::Lock held(project.root() / "var");
  for (const char* command : {"list", "changes", "sources", "check", "verify"}) {
    INFO(command);
    CHECK(project.tracker({command}).code == 0);
  }
}
