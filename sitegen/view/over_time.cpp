#include "sitegen/view/over_time.h"

#include <algorithm>

#include "tracker/rules/course.h"

namespace sitegen::view {
namespace {

using tracker::base::Day;
using tracker::rules::Course;

constexpr int kMostMonths = 600;

/// Months since year 0, so that they can be counted.
int month_of(Day day) {
  const std::chrono::year_month_day date(day);
  return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

std::string code_of_month(int month) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(month / 12) + "-" + two(month % 12 + 1);
}

/// Numbers that change by one person at a time: `add` marks the change, `sum` adds the changes up.
class Steps {
 public:
  explicit Steps(int first, int last) : first_(first), steps_(static_cast<std::size_t>(last - first) + 2) {}
  /// From this month's end on; what was before the axis counts from its beginning.
  void add(int month, int by) {
    const int at = std::clamp(month - first_, 0, static_cast<int>(steps_.size()) - 1);
    steps_[static_cast<std::size_t>(at)] += by;
  }
  std::vector<int> sum() const {
    std::vector<int> sums;
    int now = 0;
    for (const int step : steps_) sums.push_back(now += step);
    return sums;
  }

 private:
  int first_;
  std::vector<int> steps_;
};

bool is_real(Day day) {
  return static_cast<int>(std::chrono::year_month_day(day).year()) > 1;  // an open beginning has no year
}

int first_month(const std::vector<Course>& courses, int last) {
  int first = last;
  for (const auto& course : courses) {
    if (course.prosecuted_since && is_real(*course.prosecuted_since))
      first = std::min(first, month_of(*course.prosecuted_since));
    for (const auto& spell : course.deprived)
      if (spell.from && is_real(*spell.from)) first = std::min(first, month_of(*spell.from));
  }
  return std::max(first, last - kMostMonths + 1);
}

}  // namespace

std::vector<Month> over_time(const tracker::model::Record& record,
                             const std::vector<tracker::model::Status>& statuses, Day as_of) {
  const int last = month_of(as_of);
  const auto courses = tracker::rules::courses_of(record, as_of);
  const int first = first_month(courses, last);
  Steps deprived(first, last), unconfirmed(first, last), prosecuted(first, last);
  for (std::size_t i = 0; i < courses.size(); ++i) {
    const auto& confirmed = statuses[i].last_confirmed;
    const int known = confirmed ? month_of(std::min(confirmed->date.latest(), as_of)) : last;
    for (const auto& spell : courses[i].deprived) {
      const int from = spell.from ? month_of(*spell.from) : spell.until ? month_of(*spell.until) : known;
      deprived.add(from, 1);
      if (spell.until) deprived.add(month_of(*spell.until), -1);
      // Only the last spell can be open, and only what is open can go unconfirmed.
      if (!spell.until && known + 12 <= last) unconfirmed.add(std::max(from, known + 12), 1);
    }
    if (courses[i].prosecuted)
      prosecuted.add(courses[i].prosecuted_since ? month_of(*courses[i].prosecuted_since) : known, 1);
  }
  const auto d = deprived.sum(), u = unconfirmed.sum(), p = prosecuted.sum();
  std::vector<Month> months;
  for (int month = first; month <= last; ++month) {
    const auto at = static_cast<std::size_t>(month - first);
    months.push_back({code_of_month(month), d[at], u[at], p[at]});
  }
  return months;
}

std::vector<std::string> scope_changes(const tracker::model::Record& record) {
  constexpr std::string_view kPrefix = "scope.";
  std::vector<std::string> months;
  const auto* words = tracker::model::find_words(record, record.site.default_language);
  if (!words) return months;
  for (auto word = words->words.lower_bound(kPrefix);
       word != words->words.end() && word->first.starts_with(kPrefix); ++word)
    months.push_back(word->first.substr(kPrefix.size()));
  return months;
}

}  // namespace sitegen::view
