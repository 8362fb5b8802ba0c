#include "tracker/parse/feed_date.h"

#include <re2/re2.h>

#include <array>
#include <string>

#include "tracker/base/text.h"

namespace tracker::parse {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

std::optional<base::Instant> instant_of(int year, int month, int day, int hour, int minute, int second, int offset) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || year < 1900 || year > 9999 || hour > 24 || minute > 59 || second > 60 || offset < -1440 || offset > 1440)
    return std::nullopt;
  return base::Instant(std::chrono::sys_days(date)) + std::chrono::hours(hour) + minutes(minute) + seconds(second) -
         minutes(offset);
}

/// Minutes east of UTC of "+0300", "+03:00", "Z", "EST"; 0 for what nobody knows.
int offset_of(const std::string& zone) {
  int hours = 0, mins = 0;
  std::string sign;
  static const re2::RE2 kNumber("([+-])(\\d{2}):?(\\d{2})");
  if (re2::RE2::FullMatch(zone, kNumber, &sign, &hours, &mins)) return (sign == "-" ? -1 : 1) * (hours * 60 + mins);
  static constexpr std::array<std::pair<std::string_view, int>, 9> kNames{{{"EST", -300}, {"EDT", -240}, {"CST", -360},
      {"CDT", -300}, {"MST", -420}, {"MDT", -360}, {"PST", -480}, {"PDT", -420}, {"MSK", 180}}};
  for (const auto& [name, offset] : kNames)
    if (zone == name) return offset;
  return 0;
}

int month_of(std::string name) {
  static constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                            "jul", "aug", "sep", "oct", "nov", "dec"};
  for (char& c : name) c = static_cast<char>(c | 0x20);
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (name.starts_with(kMonths[i])) return static_cast<int>(i) + 1;
  return 0;
}

}  // namespace

std::optional<base::Instant> feed_date(std::string_view text) {
  const std::string date(base::trim(text).substr(0, 80));
  static const re2::RE2 kIso("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?)?\\s*(Z|z|[+-]\\d{2}:?\\d{2})?");
  static const re2::RE2 kRfc("(?:[A-Za-z]+,?\\s+)?(\\d{1,2})[ -]([A-Za-z]{3,9})[ -](\\d{4}|\\d{2})(?:,?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?\\s*([A-Za-z]{1,5}|[+-]\\d{2}:?\\d{2})?(?:\\s*\\(.*\\))?");
  std::string year, month, day, hour, minute, second, zone;
  const auto number = [](const std::string& digits, int missing) { return digits.empty() ? missing : std::stoi(digits); };
  if (re2::RE2::FullMatch(date, kIso, &year, &month, &day, &hour, &minute, &second, &zone))
    return instant_of(number(year, 0), number(month, 1), number(day, 1), number(hour, 0), number(minute, 0),
                      number(second, 0), offset_of(zone));
  if (!re2::RE2::FullMatch(date, kRfc, &day, &month, &year, &hour, &minute, &second, &zone)) return std::nullopt;
  int full = number(year, 0);
  if (year.size() == 2) full += full < 70 ? 2000 : 1900;  // RFC 2822, 4.3, but for the years that no feed can have
  return instant_of(full, month_of(month), number(day, 0), number(hour, 0), number(minute, 0), number(second, 0), offset_of(zone));
}

}  // namespace tracker::parse
