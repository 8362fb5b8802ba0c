#include "tracker/rules/course.h"

#include <algorithm>

#include "tracker/base/ranges.h"
#include "tracker/rules/fold.h"
#include "tracker/rules/status.h"

namespace tracker::rules {
namespace {

using model::Deprived;

bool is_deprived(const State& state) {
  return !state.died && deprives(strongest(state).liberty) == Deprived::Yes;
}

/// The day on which the next custody of those that stand ends by itself.
std::optional<base::Day> next_end(const State& state) {
  std::optional<base::Day> next;
  for (const auto& custody : state.custodies)
    if (custody.ends && (!next || custody.ends->latest() < *next)) next = custody.ends->latest();
  return next;
}

/// The first day that the date allows; the last one where its beginning is open ("…or earlier"), which is no day at all.
base::Day first_day(const base::PartialDate& date) {
  const bool is_open = static_cast<int>(std::chrono::year_month_day(date.earliest()).year()) <= 1;
  return is_open ? date.latest() : date.earliest();
}

class Line {
 public:
  void tell(bool deprived, std::optional<base::Day> day) {
    const bool was = !spells_.empty() && !spells_.back().until;
    if (deprived == was) return;
    if (!deprived) {
      // What ended on the day it began, or on no known day after none, is no stretch of time.
      const auto& from = spells_.back().from;
      const bool is_empty = !day || (from && *day <= *from);
      spells_.back().until = day;
      if (is_empty) spells_.pop_back();
    } else if (!spells_.empty() && day && spells_.back().until == day) {
      spells_.back().until.reset();  // from one custody straight into the next
    } else {
      spells_.push_back({day, std::nullopt});
    }
  }
  std::vector<Spell> take() { return std::move(spells_); }

 private:
  std::vector<Spell> spells_;
};

}  // namespace

Course course_of(const model::Record& record, const model::CaseIndex& cases, const model::Person& person,
                 base::Day as_of) {
  Course course;
  Line line;
  Fold fold(cases.of(person));
  const auto pass_until = [&](base::Day day) {
    for (auto end = next_end(fold.state()); end && *end <= day; end = next_end(fold.state())) {
      fold.pass(*end);
      line.tell(is_deprived(fold.state()), *end);
    }
  };
  for (const auto* of_case : cases.of(person))
    course.prosecuted = course.prosecuted || of_case->kind == model::CaseKind::Criminal;
  for (const auto& happened : model::events_of(record, cases, person)) {
    const auto& date = happened.event->date;
    if (date && date->earliest() > as_of) continue;
    if (date) pass_until(date->earliest());
    fold.step(happened);
    line.tell(is_deprived(fold.state()), date ? std::optional(first_day(*date)) : std::nullopt);
    const bool is_criminal = happened.of_case && happened.of_case->kind == model::CaseKind::Criminal;
    if (is_criminal && date && !course.prosecuted_since) course.prosecuted_since = first_day(*date);
  }
  pass_until(as_of);
  course.deprived = line.take();
  return course;
}

std::vector<Course> courses_of(const model::Record& record, base::Day as_of) {
  const model::CaseIndex cases(record);
  static constexpr std::size_t kPeopleOfThread = 500;
  std::vector<Course> courses(record.people.size());
  base::in_ranges(courses.size(), kPeopleOfThread, [&](std::size_t begin, std::size_t end) {
    for (auto i = begin; i < end; ++i) courses[i] = course_of(record, cases, record.people[i], as_of);
  });
  return courses;
}

}  // namespace tracker::rules
