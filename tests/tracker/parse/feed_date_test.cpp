#include "tracker/parse/feed_date.h"

#include "tests/support/catch.h"

using namespace tracker;

TEST_CASE("dates of feeds become moments") {
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"Mon, 30 Dec 2019 23:05:00 +0300", "2019-12-30T20:05:00Z"},
      {"30 Dec 2019 23:05 GMT", "2019-12-30T23:05:00Z"},
      {"Mon, 30 Dec 19 23:05:00 EST", "2019-12-31T04:05:00Z"},
      {"Monday, 30-Dec-1995 10:00:00 UT", "1995-12-30T10:00:00Z"},
      {"  Fri, 01 Mar 2024 00:00:00 +0500\n", "2024-02-29T19:00:00Z"},
      {"Fri, 1 March 2024", "2024-03-01T00:00:00Z"},
      {"2019-12-30T23:05:00+03:00", "2019-12-30T20:05:00Z"},
      {"2019-12-30T23:05:00.123Z", "2019-12-30T23:05:00Z"},
      {"2019-12-30 23:05", "2019-12-30T23:05:00Z"},
      {"2019-12", "2019-12-01T00:00:00Z"},
      {"2019", "2019-01-01T00:00:00Z"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    const auto date = parse::feed_date(text);
    REQUIRE(date);
    CHECK(base::to_rfc3339(*date) == expected);
  }
}

TEST_CASE("what is no date is none") {
  for (const char* text : {"", "yesterday", "2019-13-01", "31 Feb 2020 10:00 GMT", "Mon, 30 Foo 2019 23:05:00 GMT",
                           "2019-12-30T25:00:00Z", "99999999999", "12/30/2019"})
    CHECK_FALSE(parse::feed_date(text));
}
