#include "tracker/fetch/host.h"

#include <algorithm>

namespace tracker::fetch {

int Host::jobs_left() const {
  int count = journey && !journey->is_robots ? 1 : 0;
  for (const auto& one : waiting) count += one->is_robots ? 0 : 1;
  return count;
}

HostProgress Host::progress(std::chrono::milliseconds now) const {
  HostProgress shown;
  shown.host = name;
  shown.ended = ended;
  shown.waiting = jobs_left();
  shown.bytes = bytes + (active ? active->bytes() : 0);
  if (active) {
    shown.state = HostState::Asking;
    shown.url = active->url();
  } else if (waiting.empty()) {
    shown.state = HostState::Done;
  } else {
    shown.url = waiting.front()->url;
    shown.until_next = std::max(std::chrono::milliseconds(0), ready_at - now);
    shown.state = shown.until_next.count() > 0 ? state : HostState::Queued;
  }
  return shown;
}

}  // namespace tracker::fetch
