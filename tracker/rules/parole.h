// The first day on which parole can be asked for. Private to this folder.
#pragma once

#include <functional>

#include "tracker/rules/subject.h"
#include "tracker/rules/term_end.h"

namespace tracker::rules {

struct ParoleQuestion {
  const std::vector<const model::Law*>& rules;
  std::vector<const ChargeFacts*> charges;  // convicted of, all that the sentence is for
  model::SentenceKind kind = model::SentenceKind::Imprisonment;
  /// The day by which a share of the sentence has been served.
  std::function<std::optional<Reckoning>(const Fraction&)> served;
  DayRange held_since;  // of the shortest time that must really be served
};

/// The gravest charge decides the share; where its part is not told, the range covers the least and the most it can be.
/// Nothing where no share is told. (For Kazakhstan: Criminal Code, article 72.)
std::optional<Reckoning> parole_of(const ParoleQuestion& question);

}  // namespace tracker::rules
