#include "tracker/sandbox/guarded_child.h"

#include <fcntl.h>
#include <signal.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "tests/support/catch.h"

using namespace tracker::sandbox;

namespace {

GuardLimits small() { return {.cpu = std::chrono::seconds(1), .wall = std::chrono::seconds(30), .memory = 64UL * 1024 * 1024, .output = 100'000}; }

volatile unsigned long sink = 0;

/// Does what its input says; tells how many inputs the child has had.
std::string obey(std::string_view input) {
  static int had = 0;
  ++had;
  if (input == "abort") std::abort();
  if (input == "exit") ::_exit(0);
  if (input == "throw") throw std::runtime_error("odd\x1b[31m");
  if (input == "loop") for (;;) sink = sink + 1;
  if (input == "sleep") for (;;) ::sched_yield();
  if (input == "grow") return std::string(1024UL * 1024 * 1024, 'x');
  if (input == "flood") return std::string(200'000, 'x');
  if (input == "work") {
    const auto until = ::clock() + CLOCKS_PER_SEC * 6 / 10;
    while (::clock() < until) sink = sink + 1;
  }
  return std::to_string(had);
}

void is_answered(GuardedChild& child, const std::string& answer) {
  const auto result = child.run("");
  CHECK(result.end == GuardEnd::Done);
  CHECK(result.output == answer);
  CHECK(result.detail.empty());
}

}  // namespace

TEST_CASE("one child takes many inputs, whatever their bytes and however long they are") {
  GuardedChild child([](std::string_view input) { return std::string(input) + "!"; });
  for (const std::string& input : {std::string(), std::string("a\0b", 3), std::string(3'000'000, 'x'), std::string("c")}) {
    const auto result = child.run(input);
    CHECK(result.end == GuardEnd::Done);
    CHECK((result.output == input + "!"));
  }
}

TEST_CASE("an input that ends the child costs itself alone") {
  struct Case {
    const char* input;
    GuardEnd end;
    const char* detail;
  };
  const auto c = GENERATE(Case{"abort", GuardEnd::Crashed, "the parser died: Aborted"},
                          Case{"exit", GuardEnd::Crashed, "the parser gave no answer"},
                          Case{"throw", GuardEnd::Crashed, "the parser failed: odd<U+001B>[31m"},
                          Case{"loop", GuardEnd::CpuLimit, "more than 1 s of work"},
                          Case{"flood", GuardEnd::OutputLimit, "more than 100000 bytes of result"});
  GuardedChild child(obey, small());
  is_answered(child, "1");
  is_answered(child, "2");
  const auto result = child.run(c.input);
  CHECK(result.end == c.end);
  CHECK(result.detail == c.detail);
  CHECK(result.output.empty());
  is_answered(child, "1");
}

TEST_CASE("an input that waits is stopped by the clock, and the next one has all of its time") {
  auto limits = small();
  limits.cpu = std::chrono::seconds(60);
  limits.wall = std::chrono::seconds(1);
  GuardedChild child(obey, limits);
  const auto result = child.run("sleep");
  CHECK(result.end == GuardEnd::TimeLimit);
  CHECK(result.detail == "more than 1 s in all");
  CHECK(result.worked < std::chrono::seconds(2));
  is_answered(child, "1");
}

TEST_CASE("what an input has worked is told, without the work of others before it") {
  GuardedChild child(obey, small());
  for (int i = 0; i < 2; ++i) {
    const auto worked = child.run("work").worked;
    CHECK(worked >= std::chrono::milliseconds(580));
    CHECK(worked < std::chrono::milliseconds(1000));
  }
  CHECK(child.run("").worked < std::chrono::milliseconds(300));
}

TEST_CASE("who was stopped by the clock after hardly any work was starved, and others were not") {
  using std::chrono::milliseconds;
  const GuardLimits limits{.cpu = std::chrono::seconds(8)};
  CHECK(GuardResult{GuardEnd::TimeLimit, {}, {}, milliseconds(3999)}.is_starved(limits));
  CHECK_FALSE(GuardResult{GuardEnd::TimeLimit, {}, {}, milliseconds(4000)}.is_starved(limits));
  CHECK_FALSE(GuardResult{GuardEnd::CpuLimit, {}, {}, milliseconds(0)}.is_starved(limits));
  CHECK_FALSE(GuardResult{GuardEnd::Done, {}, {}, milliseconds(0)}.is_starved(limits));
}

TEST_CASE("work is counted for each input by itself") {
  GuardedChild child(obey, small());  // a second for each
  for (int i = 0; i < 4; ++i) CHECK(child.run("work").output == std::to_string(i + 1));
}

TEST_CASE("a child that stays has no network, no files and no other processes") {
  GuardedChild child([](std::string_view input) {
    int got = 0;
    if (input == "network") got = ::socket(AF_INET, SOCK_STREAM, 0);
    if (input == "local socket") got = ::socket(AF_UNIX, SOCK_STREAM, 0);
    if (input == "file") got = ::open("/etc/passwd", O_RDONLY);
    if (input == "process") got = static_cast<int>(::fork());
    if (input == "signal") got = ::kill(::getppid(), 0);
    return std::to_string(got);
  });
  for (const char* input : {"network", "local socket", "file", "process", "signal"}) {
    INFO(input);
    CHECK(child.run(input).output == "-1");
  }
}

TEST_CASE("a child that answers too much or out of turn is not believed") {
  const auto says = [](std::string bytes) {
    GuardedChild child([bytes](std::string_view) {
      for (int descriptor = 3; descriptor < 64; ++descriptor)
        if (::write(descriptor, bytes.data(), bytes.size()) > 0) break;
      return std::string("an answer");
    }, small());
    return child.run("");
  };
  CHECK(says(std::string("\1\0\0\0\0\0\0\0xa", 10)).end == GuardEnd::Crashed);  // neither returned nor thrown
  CHECK(says(std::string(9, '\xff')).end == GuardEnd::OutputLimit);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("memory beyond the limit is a limit") {
  GuardedChild child(obey, small());
  is_answered(child, "1");
  const auto result = child.run("grow");
  CHECK(result.end == GuardEnd::MemoryLimit);
  CHECK(result.detail == "more than 64 MiB of memory");
  is_answered(child, "1");
}

TEST_CASE("what an input leaves behind does not count against the next") {
  GuardedChild child([](std::string_view input) {
    static std::string kept;
    if (input == "keep") kept.assign(40UL * 1024 * 1024, 'x');
    if (input == "need") return std::to_string(std::string(40UL * 1024 * 1024, 'y').size());
    return std::string("kept");
  }, small());
  CHECK(child.run("keep").output == "kept");
  CHECK(child.run("need").output == "41943040");  // in a fresh child
}
#endif

TEST_CASE("after so many inputs, and when it is told to, a child makes place for a fresh one") {
  GuardedChild child(obey, small());
  for (int i = 1; i <= GuardedChild::kMostInputs; ++i) CHECK(child.run("").output == std::to_string(i));
  is_answered(child, "1");
  child.end();
  is_answered(child, "1");
}

TEST_CASE("a child of our own work may start guarded ones, and ends with its parent") {
  GuardedChild starter([](std::string_view input) {
    const auto result = run_guarded([&] { return std::string(input) + std::to_string(::socket(AF_INET, SOCK_STREAM, 0)); });
    return std::to_string(static_cast<int>(result.end)) + result.output;
  }, small(), Guards::None);
  starter.start();
  CHECK(starter.run("a").output == "0a-1");
  CHECK(starter.run("b").output == "0b-1");
}

TEST_CASE("a child that was started early does not see what the program had later") {
  int number = 1;
  GuardedChild child([&](std::string_view) { return std::to_string(number); });
  child.start();
  number = 2;
  CHECK(child.run("").output == "1");
}

TEST_CASE("Ctrl-C at a terminal is not for the child: what it reads is read to its end") {
  GuardedChild child([](std::string_view) {
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) ::raise(number);
    return std::string("read");
  });
  CHECK(child.run("").output == "read");
}

TEST_CASE("no child that stayed is left behind") {
  {
    GuardedChild child(obey, small());
    is_answered(child, "1");
    child.run("abort");
    is_answered(child, "1");
  }
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
}
