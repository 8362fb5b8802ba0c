// The clocks as an iCalendar file (RFC 5545). What changes from version to version keeps its UID and counts up its SEQUENCE;
// what is no longer a clock stays, as CANCELLED, so that a calendar that follows the file takes it out.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tracker/model/record.h"
#include "tracker/rules/clocks.h"
#include "tracker/version/version.h"

namespace tracker::report {

/// One clock over all versions.
struct DatedClock {
  std::string person;
  std::string id;  // of the clock
  model::ClockKind kind = model::ClockKind::EndOfTerm;
  std::string case_id;
  std::string article;
  rules::DayRange when;
  bool open_end = false;
  bool told = false;
  model::Certainty certainty = model::Certainty::High;
  int sequence = 0;
  base::Instant changed{};
  bool cancelled = false;
};

/// By person, then by clock.
using ClockHistory = std::map<std::string, std::map<std::string, DatedClock>>;

/// Brings a person's clocks one version on: what changed counts up, what is gone is cancelled.
void follow(ClockHistory& history, const std::string& person, const std::vector<rules::Clock>& now, base::Instant when);

/// What the clocks were in each version. A person's are computed anew where the version changed them, one of their cases
/// or a law. `versions` in order from the first.
ClockHistory clock_history(const model::Record& newest, const std::vector<version::Version>& versions);

struct CalendarSource {
  const model::Record* record = nullptr;
  std::string language;
  std::vector<std::string> people;  // ids; those who are no longer on the list are added from the history when `all`
  bool all = false;
  std::string name;  // of the calendar; empty: the site's title
};

/// The word of a code in the calendar's language: ("clock", "end_of_term").
using WordSource = std::function<std::string(const std::string& key, const std::string& code)>;

/// The file's bytes (ics.h).
std::string calendar(const CalendarSource& source, const ClockHistory& history, const WordSource& word);

}  // namespace tracker::report
