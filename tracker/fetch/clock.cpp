#include <algorithm>
#include <thread>

#include "tracker/fetch/session.h"

namespace tracker::fetch {
namespace {

using std::chrono::milliseconds;
using Steady = std::chrono::steady_clock;

constexpr milliseconds kLongestWait{100};  // how late a stop may be noticed

class SystemClock final : public Clock {
 public:
  explicit SystemClock(base::Instant start) : start_(start), begun_(Steady::now()) {}
  base::Instant now() override { return start_ + std::chrono::floor<std::chrono::seconds>(Steady::now() - begun_); }
  milliseconds steady() override { return std::chrono::duration_cast<milliseconds>(Steady::now() - begun_); }
  void wait(milliseconds time) override { std::this_thread::sleep_for(std::min(time, kLongestWait)); }

 private:
  base::Instant start_;
  Steady::time_point begun_;
};

}  // namespace

std::unique_ptr<Clock> system_clock(base::Instant start) {
  return std::make_unique<SystemClock>(start);
}

}  // namespace tracker::fetch
