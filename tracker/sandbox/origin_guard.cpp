#include "tracker/sandbox/origin_guard.h"

#include <poll.h>
#include <sched.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "tracker/sandbox/packed.h"

namespace tracker::sandbox {
namespace {

constexpr std::size_t kPiece = 32;   // inputs of one origin that one child has in a row
constexpr std::size_t kAhead = 256;  // inputs that may be ready before one that is still worked on
constexpr std::chrono::milliseconds kTick{100};

/// It ends its children itself; only where it does not is it ended.
GuardLimits of_starter(GuardLimits limits) {
  limits.wall += std::chrono::seconds(1);
  limits.output += 4096;
  return limits;
}

}  // namespace

int processors() {
  cpu_set_t set;
  CPU_ZERO(&set);
  return ::sched_getaffinity(0, sizeof set, &set) == 0 ? std::clamp(CPU_COUNT(&set), 1, 8) : 1;
}

/// A process that starts children, one at a time, and what it has to do.
class OriginGuard::Lane {
 public:
  Lane(Work work, const GuardLimits& limits, Use use)
      : use_(std::move(use)), child_(std::move(work), limits), wall_(of_starter(limits).wall),
        starter_([this](std::string_view input) { return hand_on(input); }, of_starter(limits), Guards::None) {
    starter_.start();
  }

  void begin(std::string_view origin, std::string_view input) {
    order_ = joined({origin, input});
    starter_.begin(order_, wall_);
  }
  GuardResult finish() {
    auto result = starter_.finish();
    return result.end == GuardEnd::Done ? result_in(result.output) : result;
  }
  int channel() const { return starter_.channel(); }
  std::chrono::steady_clock::time_point until() const { return starter_.until(); }
  void drop() {
    starter_.end();
    is_busy = false;
  }

  bool is_busy = false;
  std::size_t at = 0, end = 0;  // of its piece

 private:
  /// In the process that starts the children.
  std::string hand_on(std::string_view order) {
    const auto [origin, input] = split<2>(order);
    if (origin != origin_) child_.end();
    origin_ = origin;
    return joined_result(use_ ? use_(input, child_) : child_.run(input));
  }

  Use use_;
  GuardedChild child_;
  std::string origin_;  // whose inputs the child has
  std::chrono::milliseconds wall_;
  std::string order_;
  GuardedChild starter_;
};

OriginGuard::OriginGuard(Work work, const GuardLimits& limits, int lanes, Use use) : limits_(limits) {
  for (int i = 0; i < std::max(1, lanes); ++i) lanes_.push_back(std::make_unique<Lane>(work, limits, use));
}

OriginGuard::~OriginGuard() = default;

GuardResult OriginGuard::run(std::string_view origin, std::string_view input) {
  lanes_.front()->begin(origin, input);
  return lanes_.front()->finish();
}

/// The state of one run_all.
struct OriginGuard::Run {
  Run(std::vector<std::unique_ptr<Lane>>& its_lanes, const std::vector<std::string>& its_origins)
      : lanes(its_lanes), origins(its_origins) {
    for (auto& lane : lanes) lane->at = lane->end = 0;
  }
  ~Run() {
    for (auto& lane : lanes)
      if (lane->is_busy) lane->drop();
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  /// Inputs in a row for a lane that has none left; false: there are no more, or it would be too far ahead.
  bool next_piece(Lane& lane) {
    if (next == origins.size() || next >= done + kAhead) return false;
    lane.at = next;
    while (next < origins.size() && next - lane.at < kPiece && origins[next] == origins[lane.at]) ++next;
    lane.end = next;
    return true;
  }

  void start(Lane& lane, const Give& give) {
    while (!lane.is_busy && (lane.at < lane.end || next_piece(lane))) {
      const auto input = give(lane.at);
      if (input) {
        lane.begin(origins[lane.at], *input);
        lane.is_busy = true;
        return;
      }
      ready.emplace(lane.at++, std::nullopt);
    }
  }

  void hand_out(const Take& take) {
    for (auto first = ready.begin(); first != ready.end() && first->first == done; first = ready.erase(first)) {
      if (first->second) take(done, std::move(*first->second));
      ++done;
    }
  }

  bool is_any_busy() const {
    return std::any_of(lanes.begin(), lanes.end(), [](const auto& lane) { return lane->is_busy; });
  }

  /// Until a lane has an answer or is over its time, but not for long.
  void wait() {
    std::vector<pollfd> waiting;
    auto until = std::chrono::steady_clock::now() + kTick;
    for (const auto& lane : lanes) {
      waiting.push_back({lane->is_busy ? lane->channel() : -1, POLLIN, 0});
      if (lane->is_busy) until = std::min(until, lane->until());
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
    ::poll(waiting.data(), waiting.size(), static_cast<int>(std::max<long long>(0, left)));
    for (std::size_t i = 0; i < lanes.size(); ++i) {
      Lane& lane = *lanes[i];
      if (!lane.is_busy || (waiting[i].revents == 0 && std::chrono::steady_clock::now() < lane.until())) continue;
      lane.is_busy = false;
      ready.emplace(lane.at++, lane.finish());
    }
  }

  std::vector<std::unique_ptr<Lane>>& lanes;
  const std::vector<std::string>& origins;
  std::size_t next = 0;  // that no lane has yet
  std::size_t done = 0;  // handed out, or there was no input
  std::map<std::size_t, std::optional<GuardResult>> ready;
};

std::size_t OriginGuard::run_all(const std::vector<std::string>& origins, const Give& give, const Take& take, const GoOn& goes_on) {
  Run run(lanes_, origins);
  while (run.done < origins.size() && goes_on(run.done)) {
    for (auto& lane : lanes_) run.start(*lane, give);
    // While they work, so that keeping what came of one page does not hold up the next.
    run.hand_out(take);
    if (run.is_any_busy()) run.wait();
    run.hand_out(take);
  }
  return run.done;
}

}  // namespace tracker::sandbox
