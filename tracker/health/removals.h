// What may have been taken off a listing. Absence says nothing about a person: a removal is only proposed for a person to
// look at, and only where two captures that were seen whole agree on it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "tracker/base/instant.h"

namespace tracker::health {

/// One capture of a listing, a table or a feed: what stood on it, by a key that lasts (an address, a case number).
struct Capture {
  base::Instant at{};
  std::set<std::string> items;
  bool is_good = false;   // seen, and the page that was meant (health.h); others say nothing
};

struct Removal {
  std::string item;
  base::Instant last_seen{};     // the last capture that had it
  base::Instant first_missed{};  // the first of those that agree
  int captures = 0;              // that agree, without a break

  friend bool operator==(const Removal&, const Removal&) = default;
};

inline constexpr std::size_t kVersionsCompared = 5;

/// Captures in the order in which they were taken. An item is gone where the newest two good captures lack it and an
/// earlier one had it. One that came and went before among the last five good captures oscillates: it is gone only once
/// five in a row lack it. Captures less than `apart` from each other count as one (a retry confirms nothing).
std::vector<Removal> propose_removals(const std::vector<Capture>& captures, std::chrono::seconds apart = std::chrono::hours(1));

}  // namespace tracker::health
