// What a run knows of a host. A private header of this folder.
#pragma once

#include <chrono>
#include <deque>
#include <memory>
#include <string>

#include "tracker/fetch/journey.h"
#include "tracker/fetch/progress.h"
#include "tracker/fetch/transfer.h"

namespace tracker::fetch {

/// "example.org": asked one request at a time, by whichever scheme.
struct Host {
  std::string name;
  std::deque<std::unique_ptr<Journey>> waiting;
  std::unique_ptr<Transfer> active;
  std::unique_ptr<Journey> journey;  // of `active`
  std::chrono::milliseconds ready_at{0};
  HostState state = HostState::Queued;  // while it waits
  std::string closed;                   // why it is not asked any more in this run
  bool stuck = false;                   // all that waits waits for a robots.txt that another host is asked for
  int failures = 0;                     // one after the other
  int ended = 0;
  long long bytes = 0;

  /// Jobs that have not ended; a robots.txt is none.
  int jobs_left() const;
  HostProgress progress(std::chrono::milliseconds now) const;
};

}  // namespace tracker::fetch
