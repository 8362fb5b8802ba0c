#include "tracker/base/instant.h"

#include "tests/support/catch.h"

using namespace tracker::base;

TEST_CASE("an instant is written and read as RFC 3339 in UTC") {
  for (const char* text : {"1970-01-01T00:00:00Z", "2026-11-23T09:05:59Z", "2024-02-29T23:59:59Z"}) {
    const auto instant = from_rfc3339(text);
    REQUIRE(instant);
    CHECK(to_rfc3339(*instant) == text);
  }
  for (const char* text : {"", "2026-11-23", "2026-11-23T09:05:59", "2026-11-23T09:05:59+05:00", "2026-11-23 09:05:59Z",
                           "2026-13-23T09:05:59Z", "2026-02-29T09:05:59Z", "2026-11-23T24:00:00Z", "2026-11-23T09:60:00Z",
                           "2026-11-23T09:05:60Z", "2026-11-23T09:05:59Zx"}) {
    INFO(text);
    CHECK_FALSE(from_rfc3339(text));
  }
}

TEST_CASE("RSS dates have the day of the week, the English month and four digits of year") {
  CHECK(to_rfc822(*from_rfc3339("2022-11-02T05:06:07Z")) == "Wed, 02 Nov 2022 05:06:07 +0000");
  CHECK(to_rfc822(*from_rfc3339("2024-02-29T00:00:00Z")) == "Thu, 29 Feb 2024 00:00:00 +0000");
}

TEST_CASE("the day of an instant is its day in UTC") {
  CHECK(to_iso(day_of(*from_rfc3339("2026-11-23T23:59:59Z"))) == "2026-11-23");
}
