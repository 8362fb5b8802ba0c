// One guarded child for many inputs, where a process for each would cost more than the work.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "tracker/sandbox/guard.h"

namespace tracker::sandbox {

enum class Guards {
  All,
  None,  // for work of our own that starts guarded children: it has the limits of time and result alone
};

/// Does the same work on one input after the other, behind the guards of run_guarded. The child is started when it is
/// needed. Every input has the limits of time and result for itself. One that ends the child, or passes a limit, costs
/// nobody else: the next gets a fresh child; and where a child that had other inputs before fails of memory or dies, the
/// input is tried again in a fresh one, so that it never answers for what another left behind.
///
/// What an input may do to the child is not undone before the next one: only inputs of one origin may share it (see end).
class GuardedChild {
 public:
  using Work = std::function<std::string(std::string_view input)>;

  explicit GuardedChild(Work work, const GuardLimits& limits = {}, Guards guards = Guards::All);
  ~GuardedChild();
  GuardedChild(const GuardedChild&) = delete;
  GuardedChild& operator=(const GuardedChild&) = delete;

  /// Throws base::Error only where no child can be made. `wall` is the time for this input, where it is to have less.
  GuardResult run(std::string_view input);
  GuardResult run(std::string_view input, std::chrono::milliseconds wall);

  /// The same in two steps, so that several children can work at a time: the input, which must live until it is answered, is
  /// handed over here…
  void begin(std::string_view input, std::chrono::milliseconds wall);
  /// …and here it is waited for what came of it. That does not take long once `channel` has something to read, or after
  /// `until`.
  GuardResult finish();
  int channel() const { return channel_; }
  std::chrono::steady_clock::time_point until() const { return until_; }

  /// The next input gets a fresh child.
  void end();
  /// Starts the child now: it has the memory that the program has at this moment, and what is there later is no burden to it.
  void start();

  static constexpr int kMostInputs = 100;  // of one child: what libraries leave behind does not add up for ever

 private:
  using Until = std::chrono::steady_clock::time_point;

  void ask();
  GuardResult wait_for_answer();
  /// Returns early where the child takes nothing more, or not in time: waiting for its answer will say why.
  void hand_over();
  /// Gives the child its time to work for the next input.
  void let_work();
  std::chrono::milliseconds worked() const;
  GuardResult stopped(GuardEnd limit);
  GuardResult ended(GuardResult result);

  Work work_;
  GuardLimits limits_;
  Guards guards_;
  pid_t pid_ = -1;
  int channel_ = -1;
  int inputs_ = 0;  // that the child has had
  std::string_view input_;
  Until until_;
  bool was_fresh_ = false;                     // the child, when it got the input
  std::chrono::milliseconds worked_before_{0};  // for earlier inputs
};

}  // namespace tracker::sandbox
