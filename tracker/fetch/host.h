// What a run knows of a host and of an origin. A private header of this folder.
#pragma once

#include <chrono>
#include <deque>
#include <memory>
#include <string>

#include "tracker/fetch/journey.h"
#include "tracker/fetch/progress.h"
#include "tracker/fetch/robots.h"
#include "tracker/fetch/transfer.h"

namespace tracker::fetch {

/// "https://example.org": what one robots.txt speaks for.
struct Origin {
  enum class State {
    New,
    Wanted,  // nothing fresh is known
    Asked,   // it is being fetched
    Known,
  };

  State state = State::New;
  RobotsFile file;
  Robots rules;
  std::chrono::milliseconds delay{0};
  std::string delay_warning;
  std::string refused;  // why nothing may be asked of it at all: a guard spoke, not a rule
};

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
  int jobs = 0;
  int ended = 0;
  long long bytes = 0;
};

}  // namespace tracker::fetch
