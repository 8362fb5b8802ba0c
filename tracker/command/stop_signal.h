// Ctrl-C as a question that a run asks itself, instead of a sudden end.
#pragma once

#include <csignal>

namespace tracker::command {

/// While it lives, the first SIGINT, SIGTERM or SIGHUP is only noticed; a second one ends the process as always. A peer that
/// goes away (SIGPIPE) is no reason to end. Only one may live at a time.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  bool has_come() const;

 private:
  struct sigaction before_[3]{};
  struct sigaction before_pipe_{};
};

}  // namespace tracker::command
