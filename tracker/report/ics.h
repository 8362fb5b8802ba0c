// A calendar as iCalendar (RFC 5545, with the properties of RFC 7986): days on which something is to happen or may
// happen. Whole days only: what is known of a hearing or of the end of a term is a date, not an hour.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/instant.h"

namespace tracker::report {

struct CalendarEntry {
  std::string uid;               // never changes, whatever becomes of address, title and date
  base::Day first{};
  base::Day last{};     // inclusive; the same day for one day
  base::Instant said{};  // when the record said so (DTSTAMP and LAST-MODIFIED); never the clock
  int sequence = 0;              // how often the entry has changed since (RFC 5545, 3.8.7.4)
  std::string summary;
  std::string description;       // may have several lines
  std::string location;
  std::string url;               // absolute
  std::vector<std::string> categories;
  bool tentative = false;        // computed or partly known, not announced
  bool cancelled = false;        // no longer true; kept so that a calendar that follows takes it out (3.8.1.11)
};

struct Calendar {
  std::string uid;  // of the calendar, a tag URI
  std::string name;
  std::string description;
  std::string language;  // "ru"
  std::string url;       // of the page that says the same
  std::string source;    // where this file stands
  base::Instant said{};
  std::vector<CalendarEntry> entries;  // in the order given
};

/// The file: CRLF, lines folded at 75 bytes and never inside a character, text escaped; control characters other than
/// a line end and broken UTF-8 are dropped. Entries last at least a day: a `last` before `first` counts as `first`. An
/// interval that RFC 5545 cannot write (a year past 9999) ends on 9999-12-31.
std::string to_ics(const Calendar& calendar);

/// The text as a value of type TEXT (RFC 5545, 3.3.11).
std::string ics_text(std::string_view text);
/// One content line, folded, with CRLF (RFC 5545, 3.1). What is no UTF-8 is cut at octets.
std::string ics_line(std::string_view line);

}  // namespace tracker::report
