// One line of a court's schedule or list of cases, read but not judged: a value for whoever reviews.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/base/date.h"
#include "tracker/base/instant.h"

namespace tracker::parse {

/// Fields are as the court wrote them, on one line, and empty where the table does not say.
struct CourtRow {
  std::string case_number;  // in one spelling (case_number.h); empty where the cell holds none
  std::string written_number;
  std::string court;
  std::string judge;
  std::string parties;
  std::vector<std::string> articles;
  std::string hearing;  // state of the case, or what is heard
  std::string outcome;
  std::optional<base::PartialDate> date;   // the day in the court's own zone
  std::optional<base::Instant> moment;     // of the hearing, where day, time and zone are known
  std::string time;                        // "10:30", local
  std::string zone;                        // that made the moment of it
  int table = 0, row = 0;                  // where it stands, from 1; in a CSV file the line
  std::vector<std::string> cells;          // the whole line
  std::vector<std::string> faults;         // what could not be read, in words

  friend bool operator==(const CourtRow&, const CourtRow&) = default;
};

}  // namespace tracker::parse
