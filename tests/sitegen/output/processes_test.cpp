#include "sitegen/output/processes.h"

#include <signal.h>
#include <unistd.h>

#include <set>

#include "tests/support/catch.h"
#include "tests/support/thrown.h"
#include "tracker/base/error.h"

using sitegen::output::Crew;

namespace {

std::vector<std::string> in_processes(std::size_t count, int jobs, const std::function<std::string(std::size_t)>& work) {
  return Crew(count, jobs, work).results();
}

}  // namespace

TEST_CASE("the results stand in the order of the work, however many processes did it") {
  for (const int jobs : {1, 2, 7}) {
    const auto results = in_processes(300, jobs, [](std::size_t i) { return std::to_string(i) + std::string(i * 50, 'x'); });
    REQUIRE(results.size() == 300);
    for (std::size_t i = 0; i < results.size(); ++i) REQUIRE(results[i] == std::to_string(i) + std::string(i * 50, 'x'));
  }
  CHECK(in_processes(0, 4, [](std::size_t) { return std::string("never"); }).empty());
}

TEST_CASE("several jobs are several processes") {
  std::set<std::string> processes;
  for (const auto& process : in_processes(40, 3, [](std::size_t) {
         ::usleep(2000);
         return std::to_string(::getpid());
       }))
    processes.insert(process);
  CHECK(processes.size() > 1);
  CHECK_FALSE(processes.contains(std::to_string(::getpid())));
}

TEST_CASE("what goes wrong in a process is said as if it had gone wrong here") {
  const auto failing = [](std::size_t i) -> std::string {
    if (i == 5) throw tracker::base::UsageError("five is wrong", "take six");
    return "";
  };
  for (const int jobs : {1, 3}) {
    CHECK_THROWS_AS(in_processes(10, jobs, failing), tracker::base::UsageError);
    CHECK(tests::message_of([&] { in_processes(10, jobs, failing); }) == "five is wrong");
    try {
      in_processes(10, jobs, failing);
    } catch (const tracker::base::Error& error) {
      CHECK(error.hint() == "take six");
    }
  }
}

TEST_CASE("a process that is killed fails the whole work") {
  CHECK_THROWS_AS(in_processes(10, 2,
                               [](std::size_t i) {
                                 if (i == 3) ::kill(::getpid(), SIGKILL);
                                 return std::string("x");
                               }),
                  tracker::base::Error);
}

TEST_CASE("a crew has begun before anybody asks it for its results") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  Crew crew(3, 2, [&](std::size_t i) {
    const char byte = 'x';
    return ::write(ends[1], &byte, 1) == 1 ? std::to_string(i) : std::string("no pipe");
  });
  char byte = 0;
  CHECK(::read(ends[0], &byte, 1) == 1);
  CHECK(crew.results() == std::vector<std::string>{"0", "1", "2"});
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_CASE("a crew that nobody asks is ended") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  {
    const Crew crew(4, 2, [](std::size_t) {
      ::pause();
      return std::string();
    });
  }
  ::close(ends[1]);
  char byte = 0;
  CHECK(::read(ends[0], &byte, 1) == 0);  // nobody else has the other end any more
  ::close(ends[0]);
}

TEST_CASE("more than a pipe holds may wait for the one who asks") {
  Crew crew(6, 2, [](std::size_t) { return std::string(3'000'000, 'x'); });
  ::usleep(20'000);
  for (const auto& result : crew.results()) CHECK(result.size() == 3'000'000);
}
