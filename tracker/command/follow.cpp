#include "tracker/command/follow.h"

#include <algorithm>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/health/health.h"
#include "tracker/parse/parse.h"
#include "tracker/sandbox/read.h"
#include "tracker/sandbox/zone_file.h"

namespace tracker::command {
namespace {

using model::FetchOutcome;
using model::ReadingOutcome;
using model::SourceKind;

constexpr int kMostPages = 10;   // of a listing in one run, where its source says nothing
constexpr int kMostLinks = 200;  // that one source may lead to in one run
constexpr std::size_t kBatchBytes = 16UL * 1024 * 1024;

bool names_others(SourceKind kind) {
  return kind == SourceKind::Listing || kind == SourceKind::Feed || kind == SourceKind::Sitemap;
}

std::string content_type_of(const model::Receipt& receipt) {
  const auto found = receipt.headers.find("content-type");
  return found == receipt.headers.end() ? std::string() : found->second;
}

/// A page in place of the page must not lead anywhere: its links are not the publisher's.
bool is_the_page(const parse::Parsed& parsed) {
  return parsed.outcome == ReadingOutcome::Read && parsed.fingerprint.empty() && parsed.has_canary;
}

std::string when(base::Instant instant) { return base::to_iso(base::day_of(instant)); }

}  // namespace

Follower::Follower(archive::Store& store, const model::Record& record, std::ostream& err)
    : store_(store), record_(record), err_(err), before_(store.receipts()), readings_before_(store.readings()) {
  for (const auto& reading : readings_before_)
    known_.insert_or_assign(Task{reading.source, reading.digest, reading.rules, reading.kind, reading.is_followed}, reading);
  for (const auto& source : record_.sources)
    if (source.is_followed()) rules_[source.id] = parse::rules_digest(source, record_.fingerprints);
}

const parse::Zone* Follower::zone_of(const model::Source& source) {
  if (source.zone.empty()) return nullptr;
  const auto [found, is_new] = zones_.try_emplace(source.zone);
  if (is_new) {
    found->second = sandbox::load_zone(source.zone);
    if (!found->second) err_ << "  note: " << source.id << ": this machine has no time zone " << base::visible(source.zone) << '\n';
  }
  return found->second ? &*found->second : nullptr;
}

Follower::Queued Follower::queued(const model::Source& source, const model::Receipt& receipt, SourceKind kind, bool is_followed) {
  return {&source, {source.id, *receipt.digest, rules_[source.id], kind, is_followed}, content_type_of(receipt),
          receipt.final_url.empty() ? receipt.url : receipt.final_url, receipt.started};
}

parse::Parsed Follower::read(const Queued& queued, std::string_view body) {
  if (const auto done = known_.find(queued.task); done != known_.end() && done->second.parsed) {
    try {
      if (const auto json = store_.get(*done->second.parsed)) return parse::parsed_from_json(*json);
    } catch (const base::DataError&) {  // it is read again
    }
  }
  const sandbox::Snapshot snapshot{*queued.source, queued.task.kind, queued.task.is_followed, body, queued.content_type, queued.url};
  const auto parsed = sandbox::read_snapshot(snapshot, record_.fingerprints, zone_of(*queued.source));
  keep(queued, sandbox::reading_of(snapshot, parsed, queued.task.digest, queued.task.rules, queued.at), parsed);
  return parsed;
}

void Follower::keep(const Queued& queued, model::Reading reading, const parse::Parsed& parsed) {
  std::string json = parse::to_json(parsed);
  reading.parsed = base::sha256(json);
  batch_bytes_ += json.size();
  batch_.objects.push_back(std::move(json));
  batch_.readings.push_back(reading);
  known_.insert_or_assign(queued.task, std::move(reading));
  if (batch_bytes_ >= kBatchBytes) flush();
}

void Follower::leave_out(const Task& task, const std::string& what) {
  err_ << "  note: " << task.source << ": " << what << '\n';
  const auto found = known_.find(task);
  if (found == known_.end()) return;
  auto& reading = found->second;
  if (std::find(reading.left_out.begin(), reading.left_out.end(), what) != reading.left_out.end()) return;
  reading.left_out.push_back(what);
  auto& kept = batch_.readings;
  if (!kept.empty() && kept.back().source == reading.source && kept.back().digest == reading.digest) kept.back() = reading;
  else kept.push_back(reading);
}

void Follower::flush() {
  if (!batch_.readings.empty()) store_.keep(batch_);
  batch_ = {};
  batch_bytes_ = 0;
}

std::vector<Follow> Follower::follow(const model::Source& source, const model::Receipt& receipt, std::string_view body, const Seen& seen) {
  if (!receipt.digest) return {};
  const bool is_index = receipt.parent.empty() || further_[source.id].contains(receipt.url);
  if (!is_index || !names_others(source.kind)) {
    queue_.push_back(queued(source, receipt, is_index ? source.kind : SourceKind::Page, !is_index));
    return {};
  }
  const auto task = queued(source, receipt, source.kind, false);
  const auto parsed = read(task, body);
  if (!is_the_page(parsed)) return {};
  const auto rules = source.follow.value_or(model::Following{});
  const auto most_links = static_cast<std::size_t>(rules.most_links.value_or(kMostLinks));
  std::vector<Follow> follows;
  std::size_t fresh = 0, left = 0;
  for (const auto& entry : parsed.entries) {
    if (entry.url.empty() || seen(entry.url)) continue;
    ++fresh;
    if (links_[source.id] < most_links) {
      ++links_[source.id];
      follows.push_back({entry.url, false});
    } else {
      ++left;
    }
  }
  if (left > 0)
    leave_out(task.task, std::to_string(left) + " more pages are left for the next runs (most_links is " + std::to_string(most_links) + ")");
  // Further pages are only looked at while they bring something new, and only where this page is of this run.
  const bool is_of_this_run = receipt.outcome == FetchOutcome::Fetched &&
                              std::none_of(before_.begin(), before_.end(), [&](const model::Receipt& one) {
                                return one.started == receipt.started && one.url == receipt.url && one.source == receipt.source;
                              });
  if (!is_of_this_run || (fresh == 0 && source.kind == SourceKind::Listing)) return follows;
  auto& further = further_[source.id];
  const auto most_pages = static_cast<std::size_t>(rules.most_pages.value_or(kMostPages));
  for (const auto& url : parsed.next) {
    if (url == source.url || further.contains(url)) continue;
    if (further.size() + 1 >= most_pages) {
      leave_out(task.task, "further pages are not looked at (most_pages is " + std::to_string(most_pages) + ")");
      break;
    }
    further.insert(url);
    follows.push_back({url, true});
  }
  return follows;
}

/// The newest snapshot of each source is read again where its rules have changed, and read at all where it never was.
void Follower::queue_outdated() {
  std::map<std::string, const model::Receipt*> newest;
  for (const auto& receipt : before_)
    if (receipt.parent.empty() && receipt.outcome == FetchOutcome::Fetched && receipt.digest) newest[receipt.source] = &receipt;
  for (const auto& source : record_.sources) {
    const auto found = newest.find(source.id);
    if (!source.is_followed() || found == newest.end()) continue;
    auto task = queued(source, *found->second, source.kind, false);
    if (!known_.contains(task.task)) queue_.push_back(std::move(task));
  }
}

void Follower::finish() {
  queue_outdated();
  for (const auto& task : queue_) {
    if (known_.contains(task.task)) continue;
    try {
      if (const auto body = store_.get(task.task.digest)) read(task, *body);
    } catch (const base::DataError& error) {
      err_ << "  note: " << task.source->id << ": " << base::visible(error.what()) << '\n';
    }
  }
  queue_.clear();
  flush();
  say_transitions();
}

/// Each transition is said once: by the run in which it came about.
void Follower::say_transitions() {
  const auto before = health::health_of_all(record_.sources, before_, readings_before_, {});
  const auto now = health::health_of_all(record_.sources, store_.receipts(), store_.readings(), {});
  for (std::size_t source = 0; source < now.size(); ++source) {
    const auto& health = now[source];
    for (std::size_t i = before[source].transitions.size(); i < health.transitions.size(); ++i) {
      const auto& one = health.transitions[i];
      err_ << "  " << health.source << " is " << model::code_of(one.to) << " (was " << model::code_of(one.from) << ')';
      if (!one.reason.empty()) err_ << ": " << base::visible(base::shorten(one.reason, 200));
      if (one.to != model::SourceState::Ok && health.last_success) err_ << "; last seen " << when(*health.last_success);
      err_ << '\n';
    }
  }
}

}  // namespace tracker::command
