// Guarded work on inputs of many origins: those of one origin share children, those of two origins never do, and as many
// children work at a time as there are processors.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/sandbox/guarded_child.h"

namespace tracker::sandbox {

/// Processors that this program may use, between 1 and 8.
int processors();

/// An input that takes its parser over could so only speak for other inputs of its own origin, which might have said the same
/// by themselves; it can never speak for another publisher.
///
/// Children are started by processes that are made with the guard, early, because a child of a program that has worked long
/// pays for every piece of memory that it finds there.
class OriginGuard {
 public:
  using Work = GuardedChild::Work;
  /// What is done with an input in the process that starts the children. `child` does the work, and has had inputs of this
  /// origin alone.
  using Use = std::function<GuardResult(std::string_view input, GuardedChild& child)>;

  /// `limits` of each input, which goes to the child as it is, or as `use` says.
  OriginGuard(Work work, const GuardLimits& limits, int lanes = processors(), Use use = {});
  ~OriginGuard();

  GuardResult run(std::string_view origin, std::string_view input);

  /// Input number i, asked for once; nothing: there is none, and nothing will come of it.
  using Give = std::function<std::optional<std::string>(std::size_t i)>;
  using Take = std::function<void(std::size_t i, GuardResult result)>;
  /// Asked before each input, and several times a second while they are worked on.
  using GoOn = std::function<bool(std::size_t done)>;
  /// One input for each of the origins; those of one origin should stand together. What comes of them is handed out in their
  /// order, whichever is ready first. Where it is not to go on, what is being worked on is dropped. Returns how many are done.
  std::size_t run_all(const std::vector<std::string>& origins, const Give& give, const Take& take, const GoOn& goes_on);

 private:
  class Lane;
  struct Run;
  GuardLimits limits_;
  std::vector<std::unique_ptr<Lane>> lanes_;
};

}  // namespace tracker::sandbox
