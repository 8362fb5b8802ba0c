// A run as somebody who watches it sees it: one entry a host.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace tracker::fetch {

enum class HostState {
  Asking,    // a request is under way
  Pausing,   // between two requests, as the delay asks
  Waiting,   // the server asked to wait, or there is a backoff
  Queued,    // would ask, but enough is under way
  Done,
};

struct HostProgress {
  std::string host;
  HostState state = HostState::Queued;
  std::string url;                          // asked now, or next
  std::chrono::milliseconds until_next{0};  // of Pausing and Waiting
  int ended = 0;
  int waiting = 0;                          // jobs that have not ended, the one under way among them
  long long bytes = 0;                      // on the wire, of all requests so far
};

struct Progress {
  std::vector<HostProgress> hosts;  // in the order in which they came up
  int ended = 0;
  int waiting = 0;
  long long bytes = 0;
};

}  // namespace tracker::fetch
