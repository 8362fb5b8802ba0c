#include "tracker/base/date.h"

#include <algorithm>
#include <random>

#include "tests/support/catch.h"

using tracker::base::add_months;
using tracker::base::Day;
using tracker::base::PartialDate;
using tracker::base::Precision;
using tracker::base::surely_before;
using tracker::base::to_iso;

namespace {

PartialDate date(std::string_view text) {
  const auto parsed = PartialDate::parse(text);
  REQUIRE(parsed);
  return *parsed;
}

Day day(std::string_view text) { return date(text).earliest(); }

}  // namespace

TEST_CASE("every form of date stands for a range of days") {
  struct Row {
    const char* text;
    const char* earliest;
    const char* latest;
    Precision precision;
    bool approximate, uncertain;
  };
  const Row rows[] = {
      {"2022", "2022-01-01", "2022-12-31", Precision::Year, false, false},
      {"2022-02", "2022-02-01", "2022-02-28", Precision::Month, false, false},
      {"2024-02", "2024-02-01", "2024-02-29", Precision::Month, false, false},
      {"2022-06-15", "2022-06-15", "2022-06-15", Precision::Day, false, false},
      {"2022-06~", "2022-06-01", "2022-06-30", Precision::Month, true, false},
      {"2022?", "2022-01-01", "2022-12-31", Precision::Year, false, true},
      {"2022-06-15%", "2022-06-15", "2022-06-15", Precision::Day, true, true},
      {"2022-02/2022-03", "2022-02-01", "2022-03-31", Precision::Interval, false, false},
      {"2021/2022-03-05", "2021-01-01", "2022-03-05", Precision::Interval, false, false},
      {"2022-02~/2022-03", "2022-02-01", "2022-03-31", Precision::Interval, true, false},
      {"2022-02/..", "2022-02-01", "9999-12-31", Precision::Interval, false, false},
      {"../2022-03", "0001-01-01", "2022-03-31", Precision::Interval, false, false},
      {"2022-02/", "2022-02-01", "9999-12-31", Precision::Interval, false, false},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    const auto parsed = PartialDate::parse(row.text);
    REQUIRE(parsed);
    CHECK(to_iso(parsed->earliest()) == row.earliest);
    CHECK(to_iso(parsed->latest()) == row.latest);
    CHECK(parsed->precision() == row.precision);
    CHECK(parsed->is_approximate() == row.approximate);
    CHECK(parsed->is_uncertain() == row.uncertain);
    CHECK(parsed->edtf() == row.text);
  }
}

TEST_CASE("what is no date is refused with the reason") {
  const std::pair<const char*, const char*> rows[] = {
      {"", "\"\" is not a year, year-month or year-month-day"},
      {"22", "\"22\" is not a year, year-month or year-month-day"},
      {"2022-13", "there is no month 13"},
      {"2022-02-30", "there is no day 2022-02-30"},
      {"2023-02-29", "there is no day 2023-02-29"},
      {"2022/02", "\"02\" is not a year, year-month or year-month-day"},
      {"15.06.2022", "\"15.06.2022\" is not a year, year-month or year-month-day"},
      {"2022-6-1", "\"2022-6-1\" is not a year, year-month or year-month-day"},
      {"2022-06-15T10:00", "\"2022-06-15T10:00\" is not a year, year-month or year-month-day"},
      {"2022-03/2022-02", "the interval ends before it begins"},
      {"../..", "an interval needs at least one known end"},
      {"/", "an interval needs at least one known end"},
      {"0000", "year 0000 is not used here"},
      {"2022/2023/2024", "\"2023/2024\" is not a year, year-month or year-month-day"},
      {"2022-06~~", "\"2022-06~~\" is not a year, year-month or year-month-day"},
      {" 2022", "\" 2022\" is not a year, year-month or year-month-day"},
  };
  for (const auto& [text, reason] : rows) {
    INFO(text);
    std::string why;
    CHECK_FALSE(PartialDate::parse(text, &why));
    CHECK(why == reason);
  }
}

TEST_CASE("dates order by their first day, then their last, then their text") {
  std::vector<std::string> sorted = {"../2020", "2021-12-31", "2022-01-01", "2022-01", "2022-01~", "2022", "2022-01-02",
                                     "2022-01-02/2022-01-05"};
  std::vector<PartialDate> dates;
  for (const auto& text : sorted) dates.push_back(date(text));
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::shuffle(dates.begin(), dates.end(), random);
    std::sort(dates.begin(), dates.end());
    std::vector<std::string> texts;
    for (const auto& value : dates) texts.push_back(value.edtf());
    CHECK(texts == sorted);
  }
}

TEST_CASE("one date lies surely before another only where no day is shared") {
  CHECK(surely_before(date("2022-01"), date("2022-02-01")));
  CHECK_FALSE(surely_before(date("2022"), date("2022-02-01")));
  CHECK_FALSE(surely_before(date("2022-02-01"), date("2022-02-01")));
}

TEST_CASE("months are added by the calendar") {
  const std::tuple<const char*, int, const char*> rows[] = {
      {"2022-07-15", 36, "2025-07-15"}, {"2022-01-31", 1, "2022-02-28"}, {"2024-01-31", 1, "2024-02-29"},
      {"2022-03-31", -1, "2022-02-28"}, {"2022-12-01", 1, "2023-01-01"}, {"2022-05-05", 0, "2022-05-05"}};
  for (const auto& [from, months, to] : rows) CHECK(to_iso(add_months(day(from), months)) == to);
}

TEST_CASE("no bytes make the parser of dates crash, and what it takes it gives back") {
  std::mt19937 random(11);
  const std::string alphabet = "0123456789-/~?%.X \xff\n";
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const auto length = random() % 24;
    for (std::size_t i = 0; i < length; ++i) text += alphabet[random() % alphabet.size()];
    if (const auto parsed = PartialDate::parse(text)) {
      CHECK(parsed->edtf() == text);
      CHECK(parsed->earliest() <= parsed->latest());
    }
  }
}
