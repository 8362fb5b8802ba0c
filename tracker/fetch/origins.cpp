#include "tracker/fetch/origins.h"

#include "tracker/fetch/explain.h"
#include "tracker/fetch/url.h"

#include <algorithm>
#include <utility>

namespace tracker::fetch {
namespace {

using model::FetchOutcome;

std::string in_seconds(std::chrono::milliseconds time) { return std::to_string(time.count() / 1000) + " s"; }

}  // namespace

/// What groups of robots.txt call us: the name before the version.
std::string Origins::product() const { return settings_.user_agent.substr(0, settings_.user_agent.find('/')); }

Origin& Origins::of(const std::string& name) {
  Origin& origin = all_[name];
  if (origin.state == Origin::State::New) {
    origin.state = Origin::State::Wanted;
    // That a host could not be reached in an earlier run says nothing about now.
    auto file = owner_.known_robots(name);
    if (file && file->access != RobotsFile::Access::Unreachable && is_fresh(*file, clock_.now()))
      take(origin, std::move(*file));
  } else if (origin.state == Origin::State::Known && !is_fresh(origin.file, clock_.now())) {
    origin.state = Origin::State::Wanted;  // the run is a long one
  }
  return origin;
}

const Origin* Origins::find(const std::string& name) const {
  const auto found = all_.find(name);
  return found == all_.end() ? nullptr : &found->second;
}

void Origins::take(Origin& origin, RobotsFile file) {
  origin.state = Origin::State::Known;
  origin.rules = Robots::parse(file.access == RobotsFile::Access::Found ? file.body : std::string(), product());
  origin.file = std::move(file);
  origin.delay = settings_.delay;
  origin.delay_warning.clear();
  const auto asked = origin.rules.crawl_delay();
  if (!asked) return;
  origin.delay = std::max(origin.delay, std::min(*asked, settings_.longest_delay));
  if (*asked > settings_.longest_delay)
    origin.delay_warning = "robots.txt asks for " + in_seconds(*asked) + " between two requests; " +
                           in_seconds(settings_.longest_delay) + " are kept";
}

std::unique_ptr<Journey> Origins::robots_for(const Journey& for_whom) {
  auto journey = std::make_unique<Journey>();
  journey->is_robots = true;
  journey->robots_origin = for_whom.origin;
  Request& request = journey->job.request;
  request.url = journey->robots_origin + "/robots.txt";
  request.allow_private_addresses = for_whom.job.request.allow_private_addresses;
  request.limits = for_whom.job.request.limits;
  request.limits.body_bytes = static_cast<long long>(Robots::kMostBytes);
  request.limits.wire_bytes = 2 * static_cast<long long>(Robots::kMostBytes);
  request.limits.redirects = 5;  // RFC 9309, 2.3.1.2
  journey->start(request.url);
  all_[journey->robots_origin].state = Origin::State::Asked;
  return journey;
}

bool Origins::learn(const Journey& robots) {
  Origin& origin = all_[robots.robots_origin];
  const Outcome& outcome = robots.outcome;
  origin.chain = outcome.via.empty() ? outcome.chain : std::string();
  if (outcome.status == 429) {  // not an answer about anything: nobody is told "no"
    origin.state = Origin::State::Wanted;
    return false;
  }
  if (outcome.kind == FetchOutcome::Refused && outcome.status == 0 && outcome.via.empty()) {
    origin.refused = outcome.detail;  // of the page it would be no other
    origin.state = Origin::State::Known;
    origin.file.asked = clock_.now();
    return true;
  }
  RobotsFile file = robots.robots_file();
  file.asked = clock_.now();
  owner_.keep_robots(file);
  take(origin, std::move(file));
  return true;
}

bool Origins::allows(Journey& journey) {
  const Origin& origin = of(journey.origin);
  if (!origin.refused.empty()) {
    journey.end(FetchOutcome::Refused, origin.refused);
    return false;
  }
  journey.outcome.robots = decide(origin.file, origin.rules, path_of(journey.url));
  if (journey.outcome.robots->allowed) return true;
  const bool has_no_answer = origin.file.access == RobotsFile::Access::Unreachable && origin.file.status == 0;
  if (has_no_answer) {
    journey.end(FetchOutcome::Unreachable, origin.file.detail);
    journey.outcome.chain = origin.chain;  // of the handshake that failed: it may be the proof of an interception
  } else {
    journey.end(FetchOutcome::Disallowed, plain(journey.outcome.robots->why));
  }
  return false;
}

}  // namespace tracker::fetch
