#include "tracker/fetch/retry.h"

#include "tests/support/catch.h"

#include <set>

using namespace tracker::fetch;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

const auto kNow = *tracker::base::from_rfc3339("1994-11-06T08:00:00Z");

}  // namespace

TEST_CASE("a date of HTTP is read in all three of its forms") {
  const auto expected = *tracker::base::from_rfc3339("1994-11-06T08:49:37Z");
  CHECK(http_date("Sun, 06 Nov 1994 08:49:37 GMT") == expected);
  CHECK(http_date("Sunday, 06-Nov-94 08:49:37 GMT") == expected);
  CHECK(http_date("Sun Nov  6 08:49:37 1994") == expected);
  CHECK(http_date("Monday, 06-Nov-23 08:49:37 GMT") == *tracker::base::from_rfc3339("2023-11-06T08:49:37Z"));
  for (const char* none :
       {"", "Sun", "Sun, 06 Nov 1994", "Sun, 06 Nov 1994 08:49:37", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT",
        "Sun, 06 Nov -994 08:49:37 GMT", "Sun, 06 November 1994 08:49:37 GMT", "1994-11-06T08:49:37Z",
        "Sun, 06 Nov 1994 08:49:37 +0100", "Sunday, 06-Nov 08:49:37 GMT"}) {
    INFO(none);
    CHECK_FALSE(http_date(none));
  }
  CHECK_FALSE(http_date(std::string(100'000, ' ')));
}

TEST_CASE("a server asks to wait by seconds or by a date") {
  CHECK(retry_after("120", kNow) == seconds(120));
  CHECK(retry_after(" 0 ", kNow) == seconds(0));
  CHECK(retry_after("Sun, 06 Nov 1994 08:49:37 GMT", kNow) == seconds(49 * 60 + 37));
  CHECK(retry_after("Sun, 06 Nov 1994 07:00:00 GMT", kNow) == seconds(0));
  CHECK(retry_after("99999999999999999999", kNow) == std::chrono::hours(24 * 3653));
  CHECK(retry_after("Sun, 06 Nov 9994 07:00:00 GMT", kNow) == std::chrono::hours(24 * 3653));
  for (const char* none : {"", "soon", "-5", "1.5", "12 s"}) {
    INFO(none);
    CHECK_FALSE(retry_after(none, kNow));
  }
}

TEST_CASE("each wait is up to twice the one before, between a half and the whole, and never over the longest") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CHECK(backoff(1, seconds(2), seconds(60), seed) == seconds(0));
    for (const auto& [attempt, whole] : {std::pair{2, 2000}, {3, 4000}, {4, 8000}, {7, 60'000}, {1'000'000, 60'000}}) {
      const auto wait = backoff(attempt, seconds(2), seconds(60), seed);
      CHECK(wait >= milliseconds(whole / 2));
      CHECK(wait <= milliseconds(whole));
    }
  }
  CHECK(backoff(5, seconds(0), seconds(60), 1) == seconds(0));
  CHECK(backoff(3, seconds(100), seconds(60), 1) <= seconds(60));
}

TEST_CASE("the same seed gives the same wait, others spread over the whole range") {
  std::set<long long> waits;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    CHECK(backoff(3, seconds(2), seconds(60), seed) == backoff(3, seconds(2), seconds(60), seed));
    waits.insert(backoff(3, seconds(2), seconds(60), seed).count());
  }
  CHECK(waits.size() > 80);
  CHECK(*waits.begin() < 2200);
  CHECK(*waits.rbegin() > 3800);
  CHECK(mix(1, "a", 2) == mix(1, "a", 2));
  CHECK(mix(1, "a", 2) != mix(1, "b", 2));
  CHECK(mix(1, "a", 2) != mix(1, "a", 3));
  CHECK(mix(1, "a", 2) != mix(2, "a", 2));
}

TEST_CASE("only what a server calls temporary is worth another attempt") {
  for (const int status : {429, 502, 503, 504}) CHECK(is_for_a_while(status));
  for (const int status : {0, 200, 304, 400, 403, 404, 410, 451, 500, 501}) CHECK_FALSE(is_for_a_while(status));
}
