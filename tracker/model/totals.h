// The published numbers, each with the people behind it, and how one state's numbers become the next one's.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tracker/base/instant.h"

namespace tracker::model {

/// Counts of one state of the record on one day. Persons, cases and prosecutions (person × case) are counted apart.
struct Totals {
  base::Day as_of{};
  std::vector<std::string> persons;     // every id on the list, sorted naturally
  std::vector<std::string> deprived;    // liberty axis says deprivation of liberty
  std::vector<std::string> prosecuted;  // ever a defendant of a criminal case
  int cases = 0;
  int prosecutions = 0;  // pairs of defendant and criminal case
  std::map<std::string, int> by_display;  // code of the display status to number of persons; sums to persons
};

/// Who entered and who left a headline between two states, and whether previous + entered − left = current holds.
struct Reconciliation {
  int previous = 0;
  std::vector<std::string> entered;
  std::vector<std::string> left;
  int current = 0;
  bool holds() const {
    return previous + static_cast<int>(entered.size()) - static_cast<int>(left.size()) == current;
  }
};

/// Both lists sorted naturally.
Reconciliation reconcile(const std::vector<std::string>& previous, const std::vector<std::string>& current);

}  // namespace tracker::model
