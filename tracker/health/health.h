// Whether a source can be seen, folded from its receipts and readings. The difference between "nothing happened" and "we
// could not see" is a fact of the record: when it was last seen, since when it is not, and why. Pure; `now` is given.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/base/instant.h"
#include "tracker/model/entity.h"
#include "tracker/model/reading.h"
#include "tracker/model/receipt.h"

namespace tracker::health {

/// A change of state. A run that finds the same state again gives none.
struct Transition {
  base::Instant at{};
  model::SourceState from = model::SourceState::Untried;
  model::SourceState to = model::SourceState::Ok;
  std::string reason;  // why it could not be seen; empty for the way back

  friend bool operator==(const Transition&, const Transition&) = default;
};

/// A time in which the source was not seen although its rhythm says that it should have been: nothing that happened in it
/// can be known from this source.
struct Gap {
  base::Instant from{};              // the last time it was seen before; of a source that never was, the first attempt
  std::optional<base::Instant> to;   // the first time it was seen again; absent while it lasts
  std::string reason;                // of the first failure in it; empty where nobody looked

  friend bool operator==(const Gap&, const Gap&) = default;
};

struct Health {
  std::string source;
  model::SourceState state = model::SourceState::Untried;
  std::optional<base::Instant> since;         // of the state
  std::optional<base::Instant> last_attempt;
  std::optional<base::Instant> last_success;  // seen, and the page that was meant
  std::optional<base::Instant> last_change;   // seen with words that none of its last five versions had
  int failures = 0;                           // in a row
  std::string reason;                         // of the last attempt, where it failed
  bool is_oscillating = false;                // its last versions come back again and again
  std::vector<Transition> transitions;        // oldest first
  std::vector<Gap> gaps;                      // oldest first
};

/// How long a source of this rhythm may go unseen before that is a gap: twice its rhythm and a little. Nothing for sources
/// that are looked at once.
std::optional<std::chrono::seconds> grace_of(model::Rhythm rhythm);
/// How long it may go unseen before it is dead: six times its rhythm, thirty days at least.
std::optional<std::chrono::seconds> dead_after(model::Rhythm rhythm);

/// Receipts of all sources may be given, in the order in which they were taken; those of the source's own address count,
/// and a reading counts for all receipts of its bytes. A receipt whose bytes nobody has read yet counts as it was fetched
/// where the source's file expects nothing, and not at all where it does; so does one whose reading was put off.
///
/// A capture fails where it was not fetched (robots.txt, a server's wish to wait and a used-up budget are no attempts of
/// ours: they fail nothing and show nothing), where it is quarantined, or where its reading does not meet the source's
/// expectations. Failing begins with the second failure in a row, or with the first once the source is beyond its grace.
Health health_of(const model::Source& source, const std::vector<model::Receipt>& receipts,
                 const std::vector<model::Reading>& readings, base::Instant now);

/// Of every source that is followed, in the record's order.
std::vector<Health> health_of_all(const std::vector<model::Source>& sources, const std::vector<model::Receipt>& receipts,
                                  const std::vector<model::Reading>& readings, base::Instant now);

/// The moment up to which a record of `day` knows: its beginning, or the last receipt where that is later.
base::Instant as_of(base::Day day, const std::vector<model::Receipt>& receipts);

/// Why a reading is not what the source's file expects; nothing where it is. `earlier` is the last good reading before.
std::optional<std::string> fault_of(const model::Source& source, const model::Reading& reading, const model::Reading* earlier);

}  // namespace tracker::health
