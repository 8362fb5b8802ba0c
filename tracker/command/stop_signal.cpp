#include "tracker/command/stop_signal.h"

namespace tracker::command {
namespace {

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};
volatile std::sig_atomic_t came = 0;

void notice(int) { came = 1; }

}  // namespace

StopSignal::StopSignal() {
  came = 0;
  struct sigaction action {};
  action.sa_handler = notice;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // the second one is not ours
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < 3; ++i) sigaction(kSignals[i], &action, &before_[i]);
  action.sa_handler = SIG_IGN;
  action.sa_flags = 0;
  sigaction(SIGPIPE, &action, &before_pipe_);
}

StopSignal::~StopSignal() {
  for (int i = 0; i < 3; ++i) sigaction(kSignals[i], &before_[i], nullptr);
  sigaction(SIGPIPE, &before_pipe_, nullptr);
}

bool StopSignal::has_come() const { return came != 0; }

}  // namespace tracker::command
