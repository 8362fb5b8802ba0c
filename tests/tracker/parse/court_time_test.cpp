#include "tracker/parse/court_time.h"

#include "tests/support/catch.h"

using namespace tracker;

TEST_CASE("days are read in the forms that courts use") {
  for (const char* text : {"15.01.2025", "15.1.25", "15/01/2025 10:30", "2025-01-15", "назначено на 15. 01. 2025 г.", "№ 7, 15-01-2025"}) {
    INFO(text);
    const auto day = parse::court_day(text);
    REQUIRE(day);
    CHECK(base::to_iso(*day) == "2025-01-15");
  }
  for (const char* text : {"", "31.02.2025", "7594-25-00-4/215", "15.01", "15 января 2025", "99.99.9999"}) {
    INFO(text);
    CHECK_FALSE(parse::court_day(text));
  }
}

TEST_CASE("times are read beside days and never out of them") {
  const std::vector<std::pair<const char*, int>> rows = {{"10:30", 630}, {"15.01.2025 10.30", 630}, {"9-05", 545}, {"10:30:00", 630},
      {"15.01.2025, 10 ч. 30 мин.", 630}, {"10 сағ 30 мин", 630}, {"в 10 часов 30 минут", 630}, {"23:59", 1439}};
  for (const auto& [text, expected] : rows) {
    INFO(text);
    const auto time = parse::court_time(text);
    REQUIRE(time);
    CHECK(time->count() == expected);
  }
  for (const char* text : {"", "15.01.2025", "2025-01-15", "25:00", "10:75", "зал 3"}) {
    INFO(text);
    CHECK_FALSE(parse::court_time(text));
  }
}
