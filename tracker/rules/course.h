// When in the past a person was deprived of liberty, for numbers over time: the same fold as the status,
// looked at after each of its steps instead of at its end only.
#pragma once

#include <optional>
#include <vector>

#include "tracker/base/instant.h"
#include "tracker/model/record.h"

namespace tracker::rules {

/// From a day on, and until (not on) another. A partial date counts from its earliest day, as it does in
/// `status_of`.
struct Spell {
  std::optional<base::Day> from;   // absent: since an event whose date nobody knows
  std::optional<base::Day> until;  // absent: still so
  friend bool operator==(const Spell&, const Spell&) = default;
};

struct Course {
  std::vector<Spell> deprived;  // in order, none touching the next
  bool prosecuted = false;      // ever a defendant of a criminal case
  std::optional<base::Day>
      prosecuted_since;  // first dated event of such a case; absent where none has a date
};

/// Events whose earliest day is after `as_of` do not count. The last spell is open exactly where
/// `status_of(record, person, as_of)` says that the person is deprived of liberty.
Course course_of(const model::Record& record, const model::CaseIndex& cases, const model::Person& person,
                 base::Day as_of);

/// One a person, in the record's order.
std::vector<Course> courses_of(const model::Record& record, base::Day as_of);

}  // namespace tracker::rules
