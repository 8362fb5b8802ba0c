// Why each field changed. People's rulings decide, then what the change consists of, then what the maintainer
// says of the whole version.
#pragma once

#include <map>
#include <optional>
#include <string>
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

/// Person entity to the cases that name the person as a defendant, in either state.
using Involvement = std::map<std::string, std::vector<std::string>, std::less<>>;
Involvement involvement_of(const State& before, const State& after);

/// `changes` are those of one version, sorted. What the rules say of a person anew takes the reason of what changed with
/// the person, else of what changed in the person's cases; where nothing did, only time or the rules have.
void give_reasons(std::vector<Change>& changes, const std::vector<Grounds>& grounds, const Involvement& involvement,
                  model::Reason otherwise);

}  // namespace tracker::version
