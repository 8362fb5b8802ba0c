// When a sentence ends: effect + term − credit, with every line of the sum. Private to this folder; clocks.h shows it.
#pragma once

#include "tracker/rules/clocks.h"
#include "tracker/rules/walk.h"

namespace tracker::rules {

/// What a case looks like to the rules on terms.
struct TermQuestion {
  const WalkedCase& of_case;
  const WalkedTerm& term;
  const std::vector<const model::Law*>& rules;
  bool earlier_imprisoned = false;
};

/// The day a share of the term (1/1: all of it) has been served, credit taken off. Nothing where the term is not known.
/// A verdict of which it is not told when it took effect gives a first day and no last.
std::optional<Reckoning> reckon(const TermQuestion& question, const Fraction& share);

/// The main punishment in months, where it is told in months or days.
std::optional<int> months_of(const model::Sentence& sentence);

}  // namespace tracker::rules
