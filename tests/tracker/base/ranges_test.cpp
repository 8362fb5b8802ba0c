#include "tracker/base/ranges.h"

#include <atomic>
#include <stdexcept>
#include <vector>

#include "tests/support/catch.h"

using tracker::base::in_ranges;

TEST_CASE("every place is worked on once, whatever the size of the ranges") {
  for (const std::size_t count : {0u, 1u, 99u, 100u, 101u, 1000u})
    for (const std::size_t least : {0u, 1u, 7u, 100u, 5000u}) {
      std::vector<std::atomic<int>> seen(count);
      in_ranges(count, least, [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i) ++seen[i];
      });
      for (const auto& times : seen) REQUIRE(times == 1);
    }
}

TEST_CASE("a range is as long as it must be at least, but for the last") {
  std::atomic<int> calls{0};
  in_ranges(250, 100, [&](std::size_t begin, std::size_t end) {
    ++calls;
    CHECK(begin % 100 == 0);
    CHECK((end - begin == 100 || end == 250));
  });
  CHECK(calls == 3);
}

TEST_CASE("what a range throws comes out when no other is worked on any more") {
  std::atomic<int> running{0};
  const auto failing = [&](std::size_t begin, std::size_t) {
    ++running;
    const bool fails = begin == 3;
    --running;
    if (fails) throw std::runtime_error("three");
  };
  CHECK_THROWS_WITH(in_ranges(8, 1, failing), "three");
  CHECK(running == 0);
}
