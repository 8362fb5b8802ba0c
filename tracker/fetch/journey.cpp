// Redirects are followed by our own hand, with every check again at each step.
#include "tracker/fetch/journey.h"

#include "tracker/fetch/explain.h"
#include "tracker/fetch/retry.h"
#include "tracker/fetch/url.h"

#include <algorithm>
#include <utility>

namespace tracker::fetch {
namespace {

using model::FetchOutcome;

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// The status decides although the transfer failed: nobody needs the body of a 404.
bool is_decided_by_status(const Answer& answer) {
  const bool is_sound = answer.stop == Stop::None || answer.stop == Stop::BodyNotNeeded;
  return answer.headers_complete && is_sound && answer.status > 200;
}

/// The connection was there and broke: worth another attempt.
bool was_cut(const Answer& answer) {
  return answer.stop == Stop::None && (answer.result == CURLE_PARTIAL_FILE || answer.result == CURLE_RECV_ERROR ||
                                       answer.result == CURLE_SEND_ERROR || answer.result == CURLE_GOT_NOTHING);
}

}  // namespace

void Journey::start(const std::string& checked) {
  const int attempts = outcome.attempts;
  outcome = {};
  outcome.attempts = attempts;
  outcome.final_url = checked;
  url = url_of_start = checked;
  origin = origin_of(url);
  visited_ = {checked};
  spent = {};
}

bool Journey::is_conditional() const {
  return outcome.via.empty() && (is_sendable(job.request.etag) || is_sendable(job.request.last_modified));
}

void Journey::end(FetchOutcome kind, std::string detail) {
  outcome.kind = kind;
  outcome.detail = std::move(detail);
}

void Journey::keep_evidence(const Answer& answer) {
  outcome.status = answer.status;
  outcome.address = answer.address;
  outcome.wire_bytes = answer.wire_bytes;
  outcome.request = answer.request;
  outcome.response = answer.response;
}

Journey::Step Journey::take(Answer answer) {
  keep_evidence(answer);
  Step step = Step::Ended;
  const bool has_page = answer.status == 200 || (is_robots && answer.status / 100 == 2);
  if (answer.result != CURLE_OK && answer.stop != Stop::Truncated && !is_decided_by_status(answer)) {
    const Failure failure = explain_failure(answer, url, job.request.limits);
    end(failure.kind, failure.detail);
    if (was_cut(answer)) step = Step::MayTryAgain;
  } else if (is_redirect(answer.status)) {
    if (follow(answer)) step = Step::Redirected;
  } else if (has_page) {
    end(FetchOutcome::Fetched, {});
    outcome.body = std::move(answer.body);
  } else if (answer.status == 304 && is_conditional()) {
    end(FetchOutcome::NotModified, {});
  } else {
    end(FetchOutcome::Refused, explain_status(answer.status, answer.headers));
    if (is_for_a_while(answer.status)) step = Step::MayTryAgain;
  }
  outcome.headers = std::move(answer.headers);
  return step;
}

bool Journey::follow(const Answer& answer) {
  const auto refuse = [this](const std::string& why) {
    end(FetchOutcome::Refused, plain(why));
    return false;
  };
  const auto location = answer.headers.find("location");
  if (location == answer.headers.end() || location->second.empty()) return refuse("a redirect without an address");
  std::string why;
  const auto target = redirect_target(url, location->second, why);
  if (!target) return refuse("the redirect to " + plain(location->second, 120) + " is not followed: " + why);
  if (outcome.via.size() >= static_cast<std::size_t>(std::max(0, job.request.limits.redirects)))
    return refuse("more than " + std::to_string(job.request.limits.redirects) + " redirects");
  if (!visited_.insert(*target).second) return refuse("the redirects go in a circle at " + plain(*target, 120));
  outcome.via.push_back(url);
  url = outcome.final_url = *target;
  origin = origin_of(url);
  return true;
}

std::optional<std::chrono::seconds> Journey::asked_wait(base::Instant now) const {
  const auto header = outcome.headers.find("retry-after");
  if (header == outcome.headers.end() || !is_for_a_while(outcome.status)) return std::nullopt;
  return retry_after(header->second, now);
}

RobotsFile Journey::robots_file() const {
  using Access = RobotsFile::Access;
  RobotsFile file;
  file.origin = robots_origin;
  file.status = outcome.status;
  file.detail = outcome.detail;
  if (outcome.kind == FetchOutcome::Fetched) {
    file.access = Access::Found;
    file.body = outcome.body;
    return file;
  }
  // Too many redirects count as if there were none (2.3.1.2); so does a redirect that leads nowhere.
  const bool is_unavailable = outcome.kind == FetchOutcome::Refused && outcome.status >= 300 && outcome.status < 500;
  file.access = is_unavailable ? Access::Unavailable : Access::Unreachable;
  return file;
}

}  // namespace tracker::fetch
