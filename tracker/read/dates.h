// Dates as a text writes them, and the days they mean.
#pragma once

#include <optional>
#include <vector>

#include "tracker/base/date.h"
#include "tracker/read/plain.h"

namespace tracker::read {

struct DateMention {
  const DateRule* rule = nullptr;
  int day = 0, month = 0, year = 0, weekday = 0;  // 0: not said
  double number = 0;                              // of "two days later"
  std::size_t begin = 0, end = 0;                 // tokens
};

/// From left to right; of two that overlap the one whose rule stands first in the lexicon.
std::vector<DateMention> find_dates(const Sentence& sentence, const Grammar& grammar);

/// What a date without a year, or one relative to another, is read against.
struct DateContext {
  std::optional<base::PartialDate> published;
  std::optional<base::PartialDate> previous;   // told last, for "a day earlier"
  std::optional<base::PartialDate> with_year;  // told last in the same paragraph or entry with its year written
};

/// The date, or nothing where it cannot be known (a day without a year in a text without a date).
std::optional<base::PartialDate> resolve(const DateMention& mention, const DateContext& context);

}  // namespace tracker::read
