// When a conviction is gone by law, some years after the sentence. Private to this folder.
#pragma once

#include <optional>
#include <vector>

#include "tracker/rules/subject.h"

namespace tracker::rules {

/// How many years after a sentence a conviction is gone, over all parts that the charges can mean.
struct ExpiryYears {
  int least = 0;
  int most = 0;
  const model::GradeYears* by = nullptr;  // the row with the most
  bool is_complete = true;                // there is a row for every part
};

/// Nothing where no row is for such a part and such a sentence.
std::optional<ExpiryYears> expiry_years(const std::vector<const model::Law*>& rules,
                                        const std::vector<const ChargeFacts*>& charges,
                                        std::optional<model::SentenceKind> kind);

/// Between which days the conviction of that charge is extinguished: counted from the end of the sentence as told or as
/// computed, open at the end where that is not known. Nothing where the rules say nothing about convictions, or nobody was
/// convicted. (For Kazakhstan: Criminal Code, article 79, part 3; a ban beside the sentence puts the beginning off, part 5.)
std::optional<DayRange> extinguished(const std::vector<const model::Law*>& rules, const ChargeFacts& charge);

}  // namespace tracker::rules
