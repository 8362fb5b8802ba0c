#include "tracker/health/removals.h"

#include <algorithm>

namespace tracker::health {
namespace {

/// Good captures, of those too near to each other the last.
std::vector<const Capture*> counted(const std::vector<Capture>& captures, std::chrono::seconds apart) {
  std::vector<const Capture*> good;
  base::Instant group{};
  for (const auto& capture : captures) {
    if (!capture.is_good) continue;
    if (!good.empty() && capture.at - group < apart) {
      good.back() = &capture;
    } else {
      good.push_back(&capture);
      group = capture.at;
    }
  }
  return good;
}

}  // namespace

std::vector<Removal> propose_removals(const std::vector<Capture>& captures, std::chrono::seconds apart) {
  const auto good = counted(captures, apart);
  std::vector<Removal> removals;
  if (good.size() < 3) return removals;
  std::set<std::string> known;
  for (const auto* capture : good) known.insert(capture->items.begin(), capture->items.end());
  for (const auto& item : known) {
    const auto has = [&](const Capture* capture) { return capture->items.contains(item); };
    const auto last = std::find_if(good.rbegin(), good.rend(), has);
    const auto missing = static_cast<std::size_t>(last - good.rbegin());
    if (missing < 2) continue;
    // Came back before, within the versions that are compared with the one that last had it?
    const auto older = std::min<std::size_t>(kVersionsCompared, static_cast<std::size_t>(good.rend() - last));
    const auto first_had = std::find_if(good.begin(), good.end(), has);
    const bool oscillates = std::any_of(last, last + static_cast<std::ptrdiff_t>(older), [&](const Capture* capture) {
      return !has(capture) && capture->at > (*first_had)->at;
    });
    if (oscillates && missing < kVersionsCompared) continue;
    removals.push_back({item, (*last)->at, (*(last - 1))->at, static_cast<int>(missing)});
  }
  return removals;
}

}  // namespace tracker::health
