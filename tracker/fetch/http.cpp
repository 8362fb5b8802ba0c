// Follows redirects by our own hand, with every check again at each step, and judges what came.
#include "tracker/fetch/http.h"

#include "tracker/base/error.h"
#include "tracker/fetch/explain.h"
#include "tracker/fetch/transfer.h"
#include "tracker/fetch/url.h"

#include <curl/curl.h>

#include <algorithm>
#include <set>
#include <utility>

namespace tracker::fetch {
namespace {

using Clock = std::chrono::steady_clock;
using model::FetchOutcome;

struct FreeHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Handle = std::unique_ptr<CURL, FreeHandle>;

Handle new_handle() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  Handle handle(started == CURLE_OK ? curl_easy_init() : nullptr);
  if (!handle) throw base::Error("cannot start the HTTP library");
  return handle;
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// The status decides although the transfer failed: nobody needs the body of a 404.
bool is_decided_by_status(const Answer& answer) {
  const bool is_sound = answer.stop == Stop::None || answer.stop == Stop::BodyNotNeeded;
  return answer.headers_complete && is_sound && answer.status > 200;
}

/// The steps of one get: where it is, how it got there, how long it may still take.
class Journey {
 public:
  Journey(CURL* handle, const Request& request) : handle_(handle), request_(request), start_(Clock::now()) {}

  Outcome go() {
    if (const auto url = checked_url(request_.url, outcome_.detail)) {
      outcome_.final_url = *url;
      visited_.insert(*url);
      while (step()) continue;
    } else {
      refuse(outcome_.detail);
      outcome_.final_url = request_.url;
    }
    outcome_.milliseconds = static_cast<int>(since_start().count());
    return std::move(outcome_);
  }

 private:
  std::chrono::milliseconds since_start() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start_);
  }

  void end(FetchOutcome kind, std::string detail) {
    outcome_.kind = kind;
    outcome_.detail = std::move(detail);
  }
  void refuse(const std::string& why) { end(FetchOutcome::Refused, plain(why)); }

  /// One request; true where it led to another.
  bool step() {
    const auto time_left = std::chrono::milliseconds(request_.limits.total) - since_start();
    if (time_left.count() <= 0) {
      end(FetchOutcome::Unreachable,
          "no answer within " + std::to_string(request_.limits.total.count()) + " s");
      return false;
    }
    // The validators are those of the source's own address; elsewhere they would prove nothing.
    const bool conditional = visited_.size() == 1 && has_validators(request_);
    Answer answer = transfer(handle_, outcome_.final_url, request_,
                             conditional ? Conditional::Yes : Conditional::No, time_left);
    outcome_.status = answer.status;
    if (answer.result != CURLE_OK && !is_decided_by_status(answer)) {
      const Failure failure = explain_failure(answer, outcome_.final_url, request_.limits);
      end(failure.kind, failure.detail);
    } else if (is_redirect(answer.status)) {
      if (follow(answer)) return true;
    } else if (answer.status == 200) {
      end(FetchOutcome::Fetched, {});
      outcome_.body = std::move(answer.body);
    } else if (answer.status == 304 && conditional) {
      end(FetchOutcome::NotModified, {});
    } else {
      refuse(explain_status(answer));
    }
    outcome_.headers = std::move(answer.headers);
    return false;
  }

  /// True where the redirect may be followed; then it is the address of the next step.
  bool follow(const Answer& answer) {
    const auto location = answer.headers.find("location");
    if (location == answer.headers.end() || location->second.empty()) {
      refuse("a redirect without an address");
      return false;
    }
    std::string why;
    const auto target = redirect_target(outcome_.final_url, location->second, why);
    if (!target) {
      refuse("the redirect to " + plain(location->second, 120) + " is not followed: " + why);
      return false;
    }
    if (visited_.size() > static_cast<std::size_t>(std::max(0, request_.limits.redirects))) {
      refuse("more than " + std::to_string(request_.limits.redirects) + " redirects");
      return false;
    }
    if (!visited_.insert(*target).second) {
      refuse("the redirects go in a circle at " + plain(*target, 120));
      return false;
    }
    outcome_.final_url = *target;
    return true;
  }

  CURL* handle_;
  const Request& request_;
  Clock::time_point start_;
  std::set<std::string> visited_;
  Outcome outcome_;
};

}  // namespace

/// Two handles, because a connection that is kept is not checked again: one made with permission for private
/// addresses must never serve a request without it.
struct Client::Impl {
  Handle for_public = new_handle();
  Handle for_private = new_handle();
};

Client::Client() : impl_(std::make_unique<Impl>()) {}
Client::~Client() = default;
Client::Client(Client&&) noexcept = default;

Outcome Client::get(const Request& request) {
  const Handle& handle = request.allow_private_addresses ? impl_->for_private : impl_->for_public;
  return Journey(handle.get(), request).go();
}

}  // namespace tracker::fetch
