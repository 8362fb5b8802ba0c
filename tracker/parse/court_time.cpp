#include "tracker/parse/court_time.h"

#include <re2/re2.h>

#include <string>

namespace tracker::parse {
namespace {

const re2::RE2& day_first() {
  static const re2::RE2 kPattern("(?:^|\\D)(\\d{1,2})\\s?[./-]\\s?(\\d{1,2})\\s?[./-]\\s?(\\d{4}|\\d{2})(?:$|\\D)");
  return kPattern;
}
const re2::RE2& year_first() {
  static const re2::RE2 kPattern("(?:^|\\D)(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:$|\\D)");
  return kPattern;
}

std::optional<base::Day> day_of(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year < 100 ? 2000 + year : year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || date.year() < std::chrono::year(1990) || date.year() > std::chrono::year(2100)) return std::nullopt;
  return base::Day(date);
}

}  // namespace

std::optional<base::Day> court_day(std::string_view view) {
  const std::string text(view.substr(0, 2000));
  int year = 0, month = 0, day = 0;
  if (re2::RE2::PartialMatch(text, year_first(), &year, &month, &day)) return day_of(year, month, day);
  if (re2::RE2::PartialMatch(text, day_first(), &day, &month, &year)) return day_of(year, month, day);
  return std::nullopt;
}

std::optional<std::chrono::minutes> court_time(std::string_view view) {
  std::string text(view.substr(0, 2000));
  // A day must not be taken for a time; a blank in its place keeps what stands around it apart.
  re2::RE2::GlobalReplace(&text, "\\d{4}-\\d{1,2}-\\d{1,2}", " ");
  re2::RE2::GlobalReplace(&text, "\\d{1,2}\\s?[./-]\\s?\\d{1,2}\\s?[./-]\\s?(\\d{4}|\\d{2})", " ");
  static const re2::RE2 kPattern("(?:^|[^\\d.:-])(\\d{1,2})(?:[:.-]|\\s*(?:ч|час|сағ)\\p{L}*\\.?\\s*)(\\d{2})(?:$|[^\\d])");
  int hour = 0, minute = 0;
  if (!re2::RE2::PartialMatch(text, kPattern, &hour, &minute) || hour > 23 || minute > 59) return std::nullopt;
  return std::chrono::hours(hour) + std::chrono::minutes(minute);
}

}  // namespace tracker::parse
