#include "tracker/command/fetch_owner.h"

#include <algorithm>
#include <utility>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/fetch/receipt.h"
#include "tracker/fetch/schedule.h"
#include "tracker/fetch/url.h"

namespace tracker::command {
namespace {

using model::FetchOutcome;

// The disk is waited for once a batch: at most so much is lost, and fetched again, when a run is killed.
constexpr std::size_t kMostPages = 512;
constexpr std::size_t kMostBytes = 16 * 1024 * 1024;
constexpr std::chrono::milliseconds kLongest{1000};
constexpr int kAttemptsInVain = 3;  // over several runs

bool is_success(FetchOutcome outcome) { return outcome == FetchOutcome::Fetched || outcome == FetchOutcome::NotModified; }

std::string place_of(const std::string& source, const std::string& url) { return source + ' ' + fetch::host_of(url); }

std::string line_of(const model::Receipt& receipt) {
  const auto code = std::string(model::code_of(receipt.outcome));
  std::string line = "  " + code + std::string(code.size() < 13 ? 13 - code.size() : 1, ' ') + receipt.source;
  if (!receipt.parent.empty()) line += "  " + base::visible(base::shorten(receipt.url, 120));
  if (receipt.outcome == FetchOutcome::Fetched) line += "  " + std::to_string(receipt.bytes) + " bytes";
  if (!receipt.detail.empty()) line += "  " + base::visible(receipt.detail);
  for (const auto& warning : receipt.warnings) line += "\n               note: " + base::visible(warning);
  return line;
}

}  // namespace

FetchOwner::FetchOwner(archive::Store& store, const model::Record& record, const std::vector<model::Receipt>& before,
                       Follower& follower, FetchDisplay& display, const StopSignal& stop, base::Instant now, bool is_by_proxy)
    : store_(store), keeper_(store), record_(record), follower_(follower), display_(display), stop_(stop), now_(now), is_by_proxy_(is_by_proxy),
      kept_at_(std::chrono::steady_clock::now()) {
  for (const auto& receipt : before) remember(receipt);
  for (auto& copy : store_.robots()) robots_[copy.origin] = std::move(copy);
  for (auto& wait : store_.waits()) waits_[wait.host] = {wait.host, wait.until, wait.why};
}

void FetchOwner::remember(const model::Receipt& receipt) {
  Known& known = known_[receipt.source];
  const bool was_answered = receipt.outcome != FetchOutcome::Postponed;
  if (is_success(receipt.outcome) || receipt.outcome == FetchOutcome::Quarantined) {
    known.seen.insert(receipt.url);
  } else if (was_answered && ++known.failures[receipt.url] >= kAttemptsInVain) {
    known.seen.insert(receipt.url);
  }
  if (!is_success(receipt.outcome) || !receipt.chain) return;
  auto& chains = chains_[place_of(receipt.source, receipt.final_url)];
  if (std::find(chains.begin(), chains.end(), *receipt.chain) == chains.end()) chains.push_back(*receipt.chain);
}

std::optional<std::string> FetchOwner::distrust_of(const fetch::Job& job, const fetch::Outcome& outcome) {
  const model::Source* source = model::find_source(record_, job.source);
  const auto chain = fetch::read_chain(outcome.chain);
  std::vector<std::vector<fetch::Certificate>> history;
  for (const auto& digest : chains_[place_of(job.source, outcome.final_url)]) {
    auto [found, is_new] = certificates_.try_emplace(digest);
    if (is_new) {
      try {
        found->second = fetch::read_chain(store_.get(digest).value_or(std::string()));
      } catch (const base::DataError&) {  // `verify` names the damage; the other chains still speak
      }
    }
    history.push_back(found->second);
  }
  const auto roots = record_.site.fetch ? record_.site.fetch->interception_roots : std::vector<std::string>();
  return fetch::distrust(chain, history, roots, source ? source->certificates : std::vector<std::string>(), now_);
}

base::Digest FetchOwner::gather(std::string bytes) {
  const base::Digest digest = base::sha256(bytes);
  return gather(digest, std::move(bytes));
}

base::Digest FetchOwner::gather(const base::Digest& digest, std::string bytes) {
  if (!gathered_.insert(digest).second) return digest;
  batch_bytes_ += bytes.size();
  batch_.objects.push_back(std::move(bytes));
  return digest;
}

std::vector<fetch::Job> FetchOwner::ended(const fetch::Job& job, fetch::Outcome outcome) {
  fetch::Kept kept;
  const bool has_body = outcome.kind == FetchOutcome::Fetched;
  if (is_success(outcome.kind)) {
    if (const auto why = distrust_of(job, outcome)) {
      outcome.kind = FetchOutcome::Quarantined;
      outcome.detail = *why;
    }
  }
  if (outcome.kind == FetchOutcome::NotModified) kept.body = job.unchanged;
  if (!outcome.chain.empty()) {
    kept.chain = gather(outcome.chain);
    certificates_.try_emplace(*kept.chain, fetch::read_chain(outcome.chain));
  }
  if (outcome.robots && robots_.count(fetch::origin_of(outcome.final_url)))
    kept.robots = robots_[fetch::origin_of(outcome.final_url)].digest;
  auto receipt = fetch::receipt_of(job, outcome, kept);
  std::string body = std::move(outcome.body);
  if (has_body) receipt.digest = base::sha256(body);
  std::vector<fetch::Job> next;
  const model::Source* source = model::find_source(record_, job.source);
  remember(receipt);
  if (source && receipt.outcome == FetchOutcome::Fetched) next = jobs_of(*source, receipt, body);
  if (source && receipt.outcome == FetchOutcome::NotModified) next = left_of(*source, receipt);
  if (has_body) gather(*receipt.digest, std::move(body));
  batch_.receipts.push_back(receipt);
  display_.print(line_of(receipt));
  receipt.request.clear();
  receipt.response.clear();
  receipts.push_back(std::move(receipt));
  keep_if_enough();
  return next;
}

std::vector<fetch::Job> FetchOwner::left_of(const model::Source& source, const model::Receipt& last_fetched) {
  using enum model::SourceKind;
  const bool names_others = source.kind == Listing || source.kind == Feed || source.kind == Sitemap;
  if (!names_others || !last_fetched.digest) return {};
  try {
    const auto body = store_.get(*last_fetched.digest);
    return body ? jobs_of(source, last_fetched, *body) : std::vector<fetch::Job>();
  } catch (const base::DataError&) {
    return {};  // `verify` names the damage
  }
}

std::vector<fetch::Job> FetchOwner::jobs_of(const model::Source& source, const model::Receipt& receipt,
                                            std::string_view body) {
  Known& known = known_[source.id];
  const auto seen = [&known](const std::string& url) { return known.seen.count(url) != 0; };
  std::vector<fetch::Job> jobs;
  std::set<std::string> asked;
  for (const Follow& follow : follower_.follow(source, receipt, body, seen)) {
    std::string why;
    const auto base_url = fetch::checked_url(receipt.final_url, why);
    if (!base_url) break;
    const auto url = fetch::redirect_target(*base_url, follow.url, why);
    if (!url || (!follow.again && known.seen.count(*url)) || !asked.insert(*url).second) continue;
    fetch::Job job;
    job.source = source.id;
    job.parent = receipt.url;
    job.request.url = *url;
    job.request.allow_private_addresses = source.allow_private_addresses;
    job.request.limits = fetch::limits_of(source, is_by_proxy_);
    jobs.push_back(std::move(job));
  }
  return jobs;
}

std::optional<fetch::RobotsFile> FetchOwner::known_robots(const std::string& origin) {
  const auto found = robots_.find(origin);
  if (found == robots_.end()) return std::nullopt;
  const model::RobotsCopy& copy = found->second;
  fetch::RobotsFile file{copy.origin, copy.access, copy.asked, copy.status, copy.detail, {}};
  if (copy.access != model::RobotsAccess::Found) return file;
  if (!copy.digest) return std::nullopt;
  try {
    const auto body = store_.get(*copy.digest);
    if (!body) return std::nullopt;  // lost: it is asked for again
    file.body = *body;
  } catch (const base::DataError&) {
    return std::nullopt;
  }
  return file;
}

void FetchOwner::keep_robots(const fetch::RobotsFile& file) {
  model::RobotsCopy copy{file.origin, file.asked, file.access, file.status, file.detail, std::nullopt};
  if (file.access == model::RobotsAccess::Found) copy.digest = gather(file.body);
  robots_[file.origin] = copy;
  batch_.robots.push_back(std::move(copy));
}

std::optional<fetch::HostWait> FetchOwner::known_wait(const std::string& host) {
  const auto found = waits_.find(host);
  return found == waits_.end() ? std::nullopt : std::optional(found->second);
}

void FetchOwner::keep_wait(const fetch::HostWait& wait) { batch_.waits.push_back({wait.host, wait.until, wait.why}); }

void FetchOwner::show(const fetch::Progress& progress) {
  display_.show(progress);
  keep_if_enough();
}

bool FetchOwner::is_stopping() { return stop_.has_come(); }

bool FetchOwner::has_enough(std::chrono::steady_clock::time_point now) const {
  return batch_.receipts.size() >= kMostPages || batch_bytes_ >= kMostBytes || now - kept_at_ >= kLongest;
}

void FetchOwner::keep_if_enough() {
  const auto now = std::chrono::steady_clock::now();
  if (!has_gathered()) {
    kept_at_ = now;
    return;
  }
  if (!has_enough(now)) return;
  // While the disk is slower than the hosts more is gathered, but not without end.
  const bool is_too_much = batch_.receipts.size() >= 4 * kMostPages || batch_bytes_ >= 4 * kMostBytes;
  if (is_too_much || !keeper_.is_busy()) send_off();
}

bool FetchOwner::has_gathered() const {
  return !batch_.objects.empty() || !batch_.receipts.empty() || !batch_.robots.empty() || !batch_.waits.empty();
}

void FetchOwner::send_off() {
  keeper_.keep(batch_);
  batch_ = {};
  gathered_.clear();
  batch_bytes_ = 0;
  kept_at_ = std::chrono::steady_clock::now();
}

void FetchOwner::finish() {
  if (has_gathered()) send_off();
  keeper_.wait();
}

}  // namespace tracker::command
