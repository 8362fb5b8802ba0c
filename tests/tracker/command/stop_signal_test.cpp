#include "tracker/command/stop_signal.h"

#include "tests/support/catch.h"

#include <sys/wait.h>
#include <unistd.h>

using tracker::command::StopSignal;

TEST_CASE("the first signal is noticed, and afterwards everything is as before") {
  const int signal_number = GENERATE(SIGINT, SIGTERM, SIGHUP);
  struct sigaction before {}, after {};
  sigaction(signal_number, nullptr, &before);
  {
    const StopSignal stop;
    CHECK_FALSE(stop.has_come());
    raise(signal_number);
    CHECK(stop.has_come());
    raise(SIGPIPE);
  }
  const StopSignal next;
  CHECK_FALSE(next.has_come());
  sigaction(signal_number, nullptr, &after);
  CHECK(after.sa_handler != before.sa_handler);
}

TEST_CASE("the second signal ends the process as always") {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    signal(SIGINT, SIG_DFL);
    const StopSignal stop;
    raise(SIGINT);
    raise(SIGINT);
    _exit(0);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGINT);
}
