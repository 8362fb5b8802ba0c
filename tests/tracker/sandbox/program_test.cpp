#include "tests/support/catch.h"
#include "tracker/sandbox/guard.h"

using namespace tracker::sandbox;

TEST_CASE("a program reads its input and gives its output") {
  const auto result = run_program({"wc", "-c"}, "12345");
  CHECK(result.end == GuardEnd::Done);
  CHECK(result.output == "5\n");
}

TEST_CASE("a program that fails says how, and one that is missing says so") {
  const auto failed = run_program({"sh", "-c", "echo why >&2; exit 3"}, "");
  CHECK(failed.end == GuardEnd::Failed);
  CHECK(failed.detail == "exit code 3: why");
  CHECK(run_program({"no-such-program-here"}, "").detail == "the program is not installed");
}

TEST_CASE("a program writes no files, starts no programs and has no network") {
  CHECK(run_program({"sh", "-c", "echo x > /tmp/made-by-a-program"}, "").end == GuardEnd::Failed);
  CHECK(run_program({"sh", "-c", "ls / | cat"}, "").end != GuardEnd::Done);
  CHECK(run_program({"bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9"}, "").end == GuardEnd::Failed);
  CHECK(run_program({"cat", "/etc/hostname"}, "").end == GuardEnd::Done);
}

TEST_CASE("a program that floods is stopped") {
  GuardLimits limits;
  limits.output = 10'000;
  CHECK(run_program({"yes"}, "", limits).end == GuardEnd::OutputLimit);
}
