// What the tests of the session share: an owner that remembers, and requests with short limits to servers of this machine.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/http_server.h"
#include "tests/support/raw_server.h"
#include "tracker/fetch/session.h"

namespace tests {

/// Keeps what it is told. Unless a test says otherwise, every host is known to have no robots.txt.
class TestOwner : public tracker::fetch::Owner {
 public:
  struct Ended {
    tracker::fetch::Job job;
    tracker::fetch::Outcome outcome;
  };

  std::vector<tracker::fetch::Job> ended(const tracker::fetch::Job& job, tracker::fetch::Outcome outcome) override {
    all.push_back({job, std::move(outcome)});
    return next ? next(all.back()) : std::vector<tracker::fetch::Job>();
  }
  std::optional<tracker::fetch::RobotsFile> known_robots(const std::string& origin) override {
    const auto found = robots.find(origin);
    if (found != robots.end()) return found->second;
    for (const auto& url : has_no_robots)
      if (url.compare(0, origin.size() + 1, origin + '/') == 0) return none(origin);
    return asks_for_robots ? std::nullopt : std::optional(none(origin));
  }
  tracker::fetch::RobotsFile none(const std::string& origin) const {
    return tracker::fetch::RobotsFile{origin, tracker::model::RobotsAccess::Unavailable, now, 404, "HTTP 404 (not found)", {}};
  }
  void keep_robots(const tracker::fetch::RobotsFile& file) override { robots[file.origin] = file; }
  std::optional<tracker::fetch::HostWait> known_wait(const std::string& host) override {
    const auto found = waits.find(host);
    return found == waits.end() ? std::nullopt : std::optional(found->second);
  }
  void keep_wait(const tracker::fetch::HostWait& wait) override { waits[wait.host] = wait; }
  void show(const tracker::fetch::Progress& progress) override { shown.push_back(progress); }
  bool is_stopping() override { return stop && stop(); }

  /// The outcome of the job with this address; the first where there are several.
  const tracker::fetch::Outcome& of(const std::string& url) const {
    for (const auto& one : all)
      if (one.job.request.url == url) return one.outcome;
    throw std::runtime_error("nothing ended for " + url);
  }

  std::vector<Ended> all;
  std::function<std::vector<tracker::fetch::Job>(const Ended&)> next;
  std::function<bool()> stop;
  bool asks_for_robots = false;
  std::set<std::string> has_no_robots;  // addresses of hosts that are known to have none all the same
  std::map<std::string, tracker::fetch::RobotsFile> robots;
  std::map<std::string, tracker::fetch::HostWait> waits;
  std::vector<tracker::fetch::Progress> shown;
  tracker::base::Instant now = *tracker::base::from_rfc3339("2024-02-01T12:00:00Z");
};

/// Time that only moves when the session would wait; what it waited is kept.
class FakeClock : public tracker::fetch::Clock {
 public:
  explicit FakeClock(tracker::base::Instant start = *tracker::base::from_rfc3339("2024-02-01T12:00:00Z")) : start_(start) {}
  tracker::base::Instant now() override { return start_ + std::chrono::floor<std::chrono::seconds>(passed); }
  std::chrono::milliseconds steady() override { return passed; }
  void wait(std::chrono::milliseconds time) override {
    passed += time;
    waits.push_back(time);
  }

  std::chrono::milliseconds passed{0};
  std::vector<std::chrono::milliseconds> waits;

 private:
  tracker::base::Instant start_;
};

inline tracker::fetch::Request request_to(const std::string& url) {
  tracker::fetch::Request request;
  request.url = url;
  request.allow_private_addresses = true;
  request.limits.connect = std::chrono::seconds(30);
  request.limits.total = std::chrono::seconds(30);
  return request;
}

inline tracker::fetch::Job job_to(const std::string& url) {
  tracker::fetch::Job job;
  job.source = "test";
  job.request = request_to(url);
  return job;
}

/// No pause, one attempt.
inline tracker::fetch::Settings quick_settings() {
  tracker::fetch::Settings settings;
  settings.user_agent = "TizimTest/1";
  settings.delay = settings.backoff = std::chrono::milliseconds(0);
  settings.attempts = 1;
  return settings;
}

/// Runs the jobs in one session; the clock is a fake one, so that no wait takes time.
inline tracker::fetch::Totals run(TestOwner& owner, std::vector<tracker::fetch::Job> jobs,
                                  const tracker::fetch::Settings& settings = quick_settings(),
                                  const tracker::fetch::Hooks& hooks = {}, FakeClock* given = nullptr) {
  FakeClock own;
  tracker::fetch::Session session(settings, owner, given ? *given : own, hooks);
  for (auto& job : jobs) session.add(std::move(job));
  return session.run();
}

/// One get in a session of its own.
inline tracker::fetch::Outcome get(const tracker::fetch::Request& request, const tracker::fetch::Hooks& hooks = {}) {
  TestOwner owner;
  tracker::fetch::Job job;
  job.source = "test";
  job.request = request;
  run(owner, {job}, quick_settings(), hooks);
  return owner.all.at(0).outcome;
}
inline tracker::fetch::Outcome get(const std::string& url) {
  return get(request_to(url));
}

}  // namespace tests
