// When a conviction is gone by law, some years after the sentence. Private to this folder.
#pragma once

#include <optional>
#include <vector>

#include "tracker/rules/subject.h"

namespace tracker::rules {

/// Between which days the conviction of that charge is extinguished: counted from the end of the sentence as told or as
/// computed, open at the end where that is not known. Nothing where the rules say nothing about convictions, or nobody was
/// convicted. (For Kazakhstan: Criminal Code, article 79, part 3; a ban beside the sentence puts the beginning off, part 5.)
std::optional<DayRange> extinguished(const std::vector<const model::Law*>& rules, const ChargeFacts& charge);

}  // namespace tracker::rules
