// Where a sentence says that something happened, and nothing takes it back.
#pragma once

#include <vector>

#include "tracker/read/mentions.h"
#include "tracker/read/plain.h"

namespace tracker::read {

struct FoundEvent {
  const Rule* rule = nullptr;
  Match match;
};

/// Matches of all rules that no guard takes away, from left to right. Of two that overlap the longer one stands; of two
/// equally long ones the one whose rule stands first in the lexicon.
std::vector<FoundEvent> find_events(const Plain& plain, const Grammar& grammar);

}  // namespace tracker::read
