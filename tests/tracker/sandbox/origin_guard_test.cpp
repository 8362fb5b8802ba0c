#include "tracker/sandbox/origin_guard.h"

#include <signal.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <set>

#include "tests/support/catch.h"

using namespace tracker::sandbox;

namespace {

volatile unsigned long sink = 0;

/// Tells in which process it was, which inputs that had before, and what its own is.
std::string tell(std::string_view input) {
  static std::string before;
  if (input == "abort") std::abort();
  if (input == "slow") {
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(300);
    while (std::chrono::steady_clock::now() < until) sink = sink + 1;
  }
  if (input == "for ever") for (;;) ::sched_yield();
  std::string told = std::to_string(::getpid()) + " [" + before + "] " + std::string(input);
  before += std::string(input) + ' ';
  return told;
}

struct Page {
  std::string origin, bytes;
};

struct Told {
  std::vector<std::size_t> order;
  std::vector<GuardResult> results;
  std::size_t done = 0;
};

Told run_all(OriginGuard& guard, const std::vector<Page>& pages, const OriginGuard::GoOn& goes_on = [](std::size_t) { return true; }) {
  std::vector<std::string> origins;
  for (const auto& page : pages) origins.push_back(page.origin);
  Told told;
  told.done = guard.run_all(
      origins, [&](std::size_t i) { return pages[i].bytes == "none" ? std::nullopt : std::optional(pages[i].bytes); },
      [&](std::size_t i, GuardResult result) {
        told.order.push_back(i);
        told.results.push_back(std::move(result));
      },
      goes_on);
  return told;
}

}  // namespace

TEST_CASE("inputs of one origin share a child, and those of two origins never do") {
  OriginGuard guard(tell, {}, 1);
  const auto first = guard.run("https://a.example", "a1").output;
  const auto pid = first.substr(0, first.find(' '));
  CHECK(first == pid + " [] a1");
  CHECK(guard.run("https://a.example", "a2").output == pid + " [a1 ] a2");
  const auto other = guard.run("https://b.example", "b1").output;
  CHECK(other.substr(other.find(' ')) == " [] b1");
  CHECK(other.substr(0, other.find(' ')) != pid);
  const auto again = guard.run("https://a.example", "a3").output;
  CHECK(again.substr(again.find(' ')) == " [] a3");
}

TEST_CASE("with many lanes no child ever has inputs of two origins, and what comes of them keeps its order") {
  OriginGuard guard(tell, {}, 3);
  std::vector<Page> pages;
  for (int origin = 0; origin < 20; ++origin)
    for (int page = 0; page < 50; ++page)
      pages.push_back({"https://" + std::to_string(origin) + ".example", std::string(1, static_cast<char>('a' + origin))});
  const auto told = run_all(guard, pages);
  CHECK(told.done == pages.size());
  REQUIRE(told.order.size() == pages.size());
  std::set<std::string> children;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    REQUIRE(told.order[i] == i);
    REQUIRE(told.results[i].end == GuardEnd::Done);
    const auto& output = told.results[i].output;
    const auto before = output.substr(output.find('[') + 1, output.find(']') - output.find('[') - 1);
    REQUIRE(before.find_first_not_of(pages[i].bytes + ' ') == std::string::npos);
    children.insert(output.substr(0, output.find(' ')));
  }
  CHECK(children.size() >= 20);
  CHECK(children.size() <= 60);
}

TEST_CASE("a slow input holds up its own lane alone, and a limit or a crash costs its input alone") {
  GuardLimits limits;
  limits.cpu = std::chrono::seconds(60);
  limits.wall = std::chrono::seconds(2);
  OriginGuard guard(tell, limits, 2);
  const auto begun = std::chrono::steady_clock::now();
  const auto told = run_all(guard, {{"a", "for ever"}, {"b", "b1"}, {"b", "abort"}, {"b", "b2"}, {"c", "none"}, {"d", "d1"}});
  const auto took = std::chrono::steady_clock::now() - begun;
  CHECK(told.done == 6);
  CHECK(told.order == std::vector<std::size_t>{0, 1, 2, 3, 5});
  CHECK(told.results[0].end == GuardEnd::TimeLimit);
  CHECK(told.results[1].end == GuardEnd::Done);
  CHECK(told.results[2].end == GuardEnd::Crashed);
  CHECK(told.results[3].end == GuardEnd::Done);
  CHECK(told.results[4].end == GuardEnd::Done);
  CHECK(took < std::chrono::seconds(30));
}

TEST_CASE("lanes work at the same time") {
  OriginGuard guard(tell, {}, 2);
  std::vector<Page> pages;
  for (int i = 0; i < 4; ++i) pages.push_back({std::to_string(i), "slow"});
  const auto begun = std::chrono::steady_clock::now();
  run_all(guard, pages);
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::milliseconds(1150));  // one after the other it is 1,200 and more
}

TEST_CASE("where it is not to go on, what is being worked on is dropped at once, and the guard works on") {
  OriginGuard guard(tell, {}, 2);
  const auto begun = std::chrono::steady_clock::now();
  const auto told = run_all(guard, {{"a", "a1"}, {"b", "for ever"}, {"c", "c1"}, {"c", "for ever"}},
                            [&](std::size_t) { return std::chrono::steady_clock::now() - begun < std::chrono::seconds(1); });
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(8));
  CHECK(told.done <= 1);
  CHECK(guard.run("a", "again").end == GuardEnd::Done);
  CHECK(run_all(guard, {{"a", "a1"}, {"b", "b1"}}).done == 2);
}

TEST_CASE("who uses a child decides what it gets, and gets the child of the origin") {
  OriginGuard guard(tell, {}, 1, [](std::string_view input, GuardedChild& child) {
    auto result = child.run(std::string(input) + "-seen");
    result.output = result.output.substr(result.output.find('['));
    return result;
  });
  CHECK(guard.run("a", "x").output == "[] x-seen");
  CHECK(guard.run("a", "y").output == "[x-seen ] y-seen");
}

TEST_CASE("no process of a guard outlives it") {
  {
    OriginGuard guard(tell, {}, 2);
    CHECK(run_all(guard, {{"a", "a1"}, {"b", "b1"}}).done == 2);
  }
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
}
