#include "tracker/fetch/schedule.h"

#include "tracker/fetch/retry.h"
#include "tracker/fetch/url.h"

#include <algorithm>
#include <chrono>

namespace tracker::fetch {
namespace {

using model::FetchOutcome;

constexpr std::chrono::seconds kPatienceByProxy{30};

/// Nothing for Never.
std::optional<std::chrono::seconds> period_of(model::Rhythm rhythm) {
  using std::chrono::hours;
  switch (rhythm) {
    case model::Rhythm::Hourly:
      return hours(1);
    case model::Rhythm::Daily:
      return hours(24);
    case model::Rhythm::Weekly:
      return hours(7 * 24);
    case model::Rhythm::Monthly:
      return hours(30 * 24);
    case model::Rhythm::Yearly:
      return hours(365 * 24);
    case model::Rhythm::Never:
      return std::nullopt;
  }
  return std::nullopt;
}

std::string header(const model::Receipt& receipt, const std::string& name) {
  const auto found = receipt.headers.find(name);
  return found == receipt.headers.end() ? std::string() : found->second;
}

std::optional<base::Instant> last_success_at(const Past& past, const std::string& url) {
  if (!past.last_success || past.last_success->url != url) return std::nullopt;
  return past.last_success->started;
}

/// The receipt says of the source's own address, as it is written now, what its bytes are.
bool speaks_of(const model::Receipt& receipt, const model::Source& source) {
  std::string ignored;
  const auto url = checked_url(source.url, ignored);
  return url && receipt.digest && receipt.url == source.url && receipt.final_url == *url;
}

}  // namespace

std::map<std::string, Past> past_of(const std::vector<model::Receipt>& receipts) {
  std::map<std::string, Past> all;
  for (const auto& receipt : receipts) {
    if (!receipt.parent.empty()) continue;
    Past& past = all[receipt.source];
    if (receipt.outcome == FetchOutcome::Fetched) past.last_fetched = receipt;
    if (receipt.outcome == FetchOutcome::Fetched || receipt.outcome == FetchOutcome::NotModified) {
      past.last_success = receipt;
    }
    if (receipt.outcome == FetchOutcome::Postponed) continue;  // nothing was asked, so nothing was answered
    past.not_before.reset();
    if (!is_for_a_while(receipt.status)) continue;
    if (const auto wait = retry_after(header(receipt, "retry-after"), receipt.started))
      past.not_before = receipt.started + *wait;
  }
  return all;
}

bool is_due(model::Rhythm rhythm, const std::optional<base::Instant>& last_success, base::Instant now) {
  const auto period = period_of(rhythm);
  if (!period) return false;
  if (!last_success || *last_success > now) return true;
  const auto slack = std::min<std::chrono::seconds>(*period / 10, std::chrono::hours(2));
  return now - *last_success >= *period - slack;
}

bool is_fetched(model::SourceKind kind) {
  return kind != model::SourceKind::Cited && kind != model::SourceKind::Import;
}

Limits limits_of(const model::Source& source, bool is_by_proxy) {
  Limits limits;
  std::chrono::milliseconds patience = is_by_proxy ? kPatienceByProxy : limits.low_speed_time;
  if (source.patience) patience = std::chrono::seconds(*source.patience);
  limits.connect = limits.low_speed_time = patience;
  limits.total = std::max(limits.total, 2 * patience);
  return limits;
}

Plan plan(const model::Source& source, const Past& past, base::Instant now,
          const std::function<bool(const base::Digest&)>& is_kept, bool is_by_proxy) {
  Plan plan;
  plan.due = is_fetched(source.kind) && is_due(source.rhythm, last_success_at(past, source.url), now) &&
             !(past.not_before && *past.not_before > now);
  plan.request.url = source.url;
  plan.request.allow_private_addresses = source.allow_private_addresses;
  plan.request.limits = limits_of(source, is_by_proxy);
  if (past.last_fetched && speaks_of(*past.last_fetched, source) && is_kept(*past.last_fetched->digest)) {
    plan.request.etag = header(*past.last_fetched, "etag");
    plan.request.last_modified = header(*past.last_fetched, "last-modified");
    plan.unchanged = past.last_fetched->digest;
  }
  return plan;
}

}  // namespace tracker::fetch
