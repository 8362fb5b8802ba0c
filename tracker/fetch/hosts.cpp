#include "tracker/fetch/hosts.h"

#include <algorithm>

#include "tracker/fetch/explain.h"
#include "tracker/fetch/retry.h"
#include "tracker/fetch/url.h"

namespace tracker::fetch {
namespace {

using std::chrono::milliseconds;

constexpr std::chrono::seconds kLongestKept = std::chrono::hours(7 * 24);
constexpr std::chrono::seconds kWaitUnsaid = std::chrono::hours(1);  // of a host that does not want to be asked for its robots.txt
constexpr int kMostFailures = 3;                                     // without an answer, one after the other

std::string asked_until(const HostWait& wait) {
  return wait.host + " asked to be left alone until " + base::to_rfc3339(wait.until) + ": " + wait.why;
}

}  // namespace

Host& Hosts::of(const std::string& url) {
  const std::string name = host_of(url);
  auto& found = by_name_[name];
  if (!found) {
    hosts_.push_back(std::make_unique<Host>());
    found = hosts_.back().get();
    found->name = name;
    // A wait of longer than any that is kept was not written by this program.
    const auto wait = owner_.known_wait(name);
    if (wait && wait->until > clock_.now() && wait->until - clock_.now() <= kLongestKept) found->closed = asked_until(*wait);
  }
  return *found;
}

Host* Hosts::find(const std::string& url) {
  const auto found = by_name_.find(host_of(url));
  return found == by_name_.end() ? nullptr : found->second;
}

bool Hosts::comes_again(Host& host, const Journey& journey, milliseconds begun) {
  const auto asked = journey.asked_wait(clock_.now());
  const int attempt = journey.outcome.attempts + 1;
  const auto own = backoff(attempt, settings_.backoff, settings_.longest_wait,
                           mix(settings_.seed, journey.url, static_cast<std::uint64_t>(attempt)));
  const auto wait = asked ? std::max<milliseconds>(*asked, settings_.delay) : own;
  const auto now = clock_.steady();
  const bool in_time = settings_.budget.time.count() == 0 || now + wait - begun < settings_.budget.time;
  if (attempt <= settings_.attempts && wait <= settings_.longest_wait && in_time) {
    host.ready_at = std::max(host.ready_at, now + wait);
    host.state = HostState::Waiting;
    return true;
  }
  if (is_for_a_while(journey.outcome.status)) leave_for_now(host, journey, asked);
  return false;
}

void Hosts::leave_for_now(Host& host, const Journey& journey, const std::optional<std::chrono::seconds>& asked) {
  // A robots.txt that is out of service has its own rule (RFC 9309, 2.3.1.4).
  if (journey.is_robots && journey.outcome.status != 429) return;
  const std::string said = explain_status(journey.outcome.status, journey.outcome.headers);
  if (asked && asked->count() > 0) {
    leave_alone(host, *asked, said);
  } else if (journey.is_robots) {
    leave_alone(host, kWaitUnsaid, said);
  } else {
    host.closed = host.name + " said " + said;
  }
}

void Hosts::failed(Host& host) {
  if (++host.failures >= kMostFailures)
    host.closed = host.name + " did not answer " + std::to_string(kMostFailures) + " times in a row";
}

void Hosts::leave_alone(Host& host, std::chrono::seconds time, const std::string& why) {
  if (!host.closed.empty()) return;
  const HostWait wait{host.name, clock_.now() + std::min(time, kLongestKept), why};
  host.closed = asked_until(wait);
  owner_.keep_wait(wait);
}

int Hosts::jobs_left() const {
  int count = 0;
  for (const auto& host : hosts_) count += host->jobs_left();
  return count;
}

bool Hosts::nothing_waits() const {
  return std::all_of(hosts_.begin(), hosts_.end(), [](const auto& host) { return host->waiting.empty(); });
}

std::optional<milliseconds> Hosts::until_next() const {
  std::optional<milliseconds> least;
  const auto now = clock_.steady();
  for (const auto& host : hosts_) {
    if (host->active || host->waiting.empty() || host->stuck) continue;
    const auto left = std::max(milliseconds(0), host->ready_at - now);
    least = std::min(least.value_or(left), left);
  }
  return least;
}

std::vector<HostProgress> Hosts::progress() const {
  std::vector<HostProgress> shown;
  for (const auto& host : hosts_) shown.push_back(host->progress(clock_.steady()));
  return shown;
}

}  // namespace tracker::fetch
