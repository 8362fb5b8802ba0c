#include "tracker/sandbox/guard.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "tests/support/catch.h"

using namespace tracker::sandbox;

namespace {

GuardLimits small() { return {.cpu = std::chrono::seconds(1), .wall = std::chrono::seconds(30), .memory = 32UL * 1024 * 1024, .output = 1000}; }

volatile unsigned long sink = 0;

}  // namespace

TEST_CASE("work in a child comes back as it was returned") {
  const auto result = run_guarded([] { return std::string("a\0b", 3); });
  CHECK(result.end == GuardEnd::Done);
  CHECK(result.output == std::string("a\0b", 3));
  CHECK(result.detail.empty());
}

TEST_CASE("work without end is stopped by its own time, not by the clock") {
  const auto result = run_guarded([] {
    while (true) sink = sink + 1;
    return std::string();
  }, small());
  CHECK(result.end == GuardEnd::CpuLimit);
  CHECK(result.detail == "more than 1 s of work");
}

TEST_CASE("a child that waits is stopped by the clock") {
  const auto result = run_guarded([] {
    for (;;) ::sched_yield();
    return std::string();
  }, {.cpu = std::chrono::seconds(60), .wall = std::chrono::seconds(1)});
  CHECK(result.end == GuardEnd::TimeLimit);
  CHECK(result.detail == "more than 1 s in all");
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("memory beyond the limit is a limit, whoever asks for it") {
  const auto by_new = run_guarded([] { return std::string(1024UL * 1024 * 1024, 'x'); }, small());
  CHECK(by_new.end == GuardEnd::MemoryLimit);
  CHECK(by_new.detail == "more than 32 MiB of memory");
  const auto by_pieces = run_guarded([] {
    std::vector<std::string> all;
    for (;;) all.emplace_back(1000, 'x');
    return std::string();
  }, small());
  CHECK(by_pieces.end == GuardEnd::MemoryLimit);
}
#endif

TEST_CASE("a result that is too large is dropped") {
  const auto result = run_guarded([] { return std::string(2000, 'x'); }, small());
  CHECK(result.end == GuardEnd::OutputLimit);
  CHECK(result.output.empty());
  CHECK(result.detail == "more than 1000 bytes of result");
}

TEST_CASE("a crash and an exception stay in the child") {
  const auto crash = run_guarded([]() -> std::string { std::abort(); });
  CHECK(crash.end == GuardEnd::Crashed);
  CHECK(crash.detail == "the parser died: Aborted");
  const auto thrown = run_guarded([]() -> std::string { throw std::runtime_error("odd\x1b[31m"); });
  CHECK(thrown.end == GuardEnd::Crashed);
  CHECK(thrown.detail == "the parser failed: odd<U+001B>[31m");
}

TEST_CASE("a child has no network, no files and no other processes") {
  const auto tried = [](auto attempt) {
    return run_guarded([&] { return std::to_string(attempt()); }).output;
  };
  CHECK(tried([] { return ::socket(AF_INET, SOCK_STREAM, 0); }) == "-1");
  CHECK(tried([] { return ::socket(AF_UNIX, SOCK_STREAM, 0); }) == "-1");
  CHECK(tried([] { return ::open("/etc/passwd", O_RDONLY); }) == "-1");
  CHECK(tried([] { return ::open("/tmp/made-by-a-parser", O_CREAT | O_WRONLY, 0600); }) == "-1");
  CHECK(tried([] { return static_cast<int>(::fork()); }) == "-1");
  CHECK(tried([] { return ::kill(::getppid(), 0); }) == "-1");
  CHECK(tried([] { return ::system("true") == 0 ? 0 : -1; }) == "-1");
}

TEST_CASE("a child has none of the descriptors of its parent") {
  const int secret = ::open("/etc/hostname", O_RDONLY);
  REQUIRE(secret >= 0);
  const auto result = run_guarded([&] {
    char byte = 0;
    std::string read;
    for (int descriptor = 0; descriptor < 64; ++descriptor)
      if (::read(descriptor, &byte, 1) > 0) read += std::to_string(descriptor) + " ";
    return read + "none";
  });
  ::close(secret);
  CHECK(result.output == "none");
}

TEST_CASE("no child is left behind") {
  for (int i = 0; i < 20; ++i) run_guarded([] { return std::string("x"); });
  run_guarded([]() -> std::string { std::abort(); });
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
}
