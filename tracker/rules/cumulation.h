// A sentence on top of another that is still being served: what is left of the earlier one is added, whole or in part.
// Private to this folder.
#pragma once

#include "tracker/rules/subject.h"
#include "tracker/rules/term_end.h"

namespace tracker::rules {

/// Two sentences that became one.
struct Cumulated {
  TermQuestion prior;
  const WalkedTerm& added;
  std::vector<const ChargeFacts*> charges;  // convicted of, in both cases: the cap depends on the gravest
};

/// The day a share (1/1: all) of the joint sentence has been served, counted from the further verdict, which sets it. Never
/// past the longest that can come of it. Nothing where a term is not known. (For Kazakhstan: Criminal Code, article 60.)
std::optional<Reckoning> reckon_added(const Cumulated& both, const Fraction& share);

}  // namespace tracker::rules
