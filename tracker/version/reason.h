// Why each field changed. People's rulings decide, then what the change consists of, then what the maintainer
// says of the whole version.
#pragma once

#include <optional>
#include <vector>

#include "tracker/version/version.h"

namespace tracker::version {

/// A correction, retraction or withholding that can explain a change.
struct Grounds {
  std::string subject;
  std::string field;  // empty for the whole subject
  model::Reason reason;
};

/// From the rulings of `after` that `before` does not have in the same words, or that are dated on or after
/// `since`. Only what stood in `before` can be corrected, retracted or withheld, so rulings about new
/// entities give none.
std::vector<Grounds> grounds_of(const State& before, const State& after, std::optional<base::Day> since);

/// `changes` are those of one version, sorted.
void give_reasons(std::vector<Change>& changes, const std::vector<Grounds>& grounds, model::Reason otherwise);

}  // namespace tracker::version
