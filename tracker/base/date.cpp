#include "tracker/base/date.h"

#include <charconv>
#include <tuple>

namespace tracker::base {
namespace {

using std::chrono::day;
using std::chrono::last;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr Day kFirstDay = Day(year_month_day{year(1), month(1), day(1)});
constexpr Day kLastDay = Day(year_month_day{year(9999), month(12), day(31)});

struct Single {
  Day earliest, latest;
  Precision precision;
  bool approximate = false, uncertain = false;
};

bool fail(std::string* why, std::string reason) {
  if (why) *why = std::move(reason);
  return false;
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool parse_single(std::string_view text, Single& out, std::string* why) {
  const std::string whole(text.substr(0, 40));
  if (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%')) {
    out.approximate = text.back() != '?';
    out.uncertain = text.back() != '~';
    text.remove_suffix(1);
  }
  const bool shape = (text.size() == 4 || (text.size() == 7 && text[4] == '-') ||
                      (text.size() == 10 && text[4] == '-' && text[7] == '-')) &&
                     is_digits(text.substr(0, 4)) && (text.size() < 7 || is_digits(text.substr(5, 2))) &&
                     (text.size() < 10 || is_digits(text.substr(8, 2)));
  if (!shape) return fail(why, "\"" + whole + "\" is not a year, year-month or year-month-day");
  const year y(number(text.substr(0, 4)));
  if (y < year(1)) return fail(why, "year 0000 is not used here");
  if (text.size() == 4) {
    out.precision = Precision::Year;
    out.earliest = year_month_day{y, month(1), day(1)};
    out.latest = year_month_day{y, month(12), day(31)};
    return true;
  }
  const month m(unsigned(number(text.substr(5, 2))));
  if (!m.ok()) return fail(why, "there is no month " + std::string(text.substr(5, 2)));
  if (text.size() == 7) {
    out.precision = Precision::Month;
    out.earliest = year_month_day{y, m, day(1)};
    out.latest = Day(y / m / last);
    return true;
  }
  const year_month_day ymd{y, m, day(unsigned(number(text.substr(8, 2))))};
  if (!ymd.ok()) return fail(why, "there is no day " + whole);
  out.precision = Precision::Day;
  out.earliest = out.latest = ymd;
  return true;
}

}  // namespace

std::optional<PartialDate> PartialDate::parse(std::string_view text, std::string* why) {
  PartialDate date;
  date.text_ = text;
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) {
    Single single{};
    if (!parse_single(text, single, why)) return std::nullopt;
    date.earliest_ = single.earliest;
    date.latest_ = single.latest;
    date.precision_ = single.precision;
    date.approximate_ = single.approximate;
    date.uncertain_ = single.uncertain;
    return date;
  }
  const auto from = text.substr(0, slash), to = text.substr(slash + 1);
  const auto is_open = [](std::string_view end) { return end.empty() || end == ".."; };
  if (is_open(from) && is_open(to)) {
    fail(why, "an interval needs at least one known end");
    return std::nullopt;
  }
  Single first{.earliest = kFirstDay, .latest = kFirstDay}, final{.earliest = kLastDay, .latest = kLastDay};
  if (!is_open(from) && !parse_single(from, first, why)) return std::nullopt;
  if (!is_open(to) && !parse_single(to, final, why)) return std::nullopt;
  if (final.latest < first.earliest) {
    fail(why, "the interval ends before it begins");
    return std::nullopt;
  }
  date.earliest_ = first.earliest;
  date.latest_ = final.latest;
  date.precision_ = Precision::Interval;
  date.approximate_ = first.approximate || final.approximate;
  date.uncertain_ = first.uncertain || final.uncertain;
  return date;
}

PartialDate PartialDate::on(Day day) { return *parse(to_iso(day)); }

bool PartialDate::has_open_end() const { return earliest_ == kFirstDay || latest_ == kLastDay; }

std::strong_ordering operator<=>(const PartialDate& a, const PartialDate& b) {
  if (const auto order = a.earliest_ <=> b.earliest_; order != 0) return order;
  if (const auto order = a.latest_ <=> b.latest_; order != 0) return order;
  return a.text_ <=> b.text_;
}

bool surely_before(const PartialDate& a, const PartialDate& b) { return a.latest() < b.earliest(); }

Day add_months(Day from, int months) {
  const year_month_day ymd(from);
  const auto target = ymd.year() / ymd.month() + std::chrono::months(months);
  const year_month_day same_day = target / ymd.day();
  return same_day.ok() ? Day(same_day) : Day(target / last);
}

}  // namespace tracker::base
