#include "tracker/command/follow.h"

#include <algorithm>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/command/snapshot.h"
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
// What was read is kept in batches: at most so much is read again when a run is killed.
constexpr std::size_t kBatchBytes = 16UL * 1024 * 1024;
constexpr std::chrono::seconds kBatchTime{1};
constexpr int kMostPutOff = 2;  // times that a page is put off: then its time is a limit like others

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

Follower::Follower(archive::Store& store, const model::Record& record, Say say, const sandbox::GuardLimits& limits)
    : store_(store), record_(record), say_(std::move(say)), before_(store.receipts()), readings_before_(store.readings()) {
  for (const auto& reading : readings_before_) {
    const Task task{reading.source, reading.digest, reading.rules, reading.kind, reading.is_followed};
    if (reading.outcome == ReadingOutcome::Postponed) ++put_off_[task];
    else known_.insert_or_assign(task, reading);
  }
  for (const auto& source : record_.sources)
    if (source.is_followed()) rules_[source.id] = parse::rules_digest(source, record_.fingerprints);
  load_zones();
  reader_.emplace(record_.sources, record_.fingerprints, zones_, limits);
}

void Follower::load_zones() {
  for (const auto& source : record_.sources) {
    if (source.zone.empty() || !source.is_followed()) continue;
    const auto [found, is_new] = zones_.try_emplace(source.zone);
    if (!is_new) continue;
    found->second = sandbox::load_zone(source.zone);
    if (!found->second) say_("  note: " + source.id + ": this machine has no time zone " + base::visible(source.zone));
  }
}

Follower::Queued Follower::queued(const model::Source& source, const model::Receipt& receipt, SourceKind kind, bool is_followed) {
  Queued queued{&source, {source.id, *receipt.digest, rules_[source.id], kind, is_followed}, content_type_of(receipt),
                receipt.final_url.empty() ? receipt.url : receipt.final_url, {}, receipt.started};
  queued.origin = origin_of_page(queued.url, source.id);
  return queued;
}

sandbox::Snapshot Follower::Queued::snapshot(std::string_view body) const {
  return {*source, task.kind, task.is_followed, body, content_type, url};
}

parse::Parsed Follower::read(const Queued& queued, std::string_view body) {
  if (const auto done = known_.find(queued.task); done != known_.end() && done->second.parsed) {
    try {
      if (const auto json = store_.get(*done->second.parsed)) return parse::parsed_from_json(*json);
    } catch (const base::DataError&) {  // it is read again
    }
  }
  auto parsed = reader_->read(queued.snapshot(body), queued.origin);
  keep(queued, parsed);
  return parsed;
}

/// The machine was too busy for the page: the next run reads it again, but not for ever.
void Follower::put_off(const Queued& queued, parse::Parsed& parsed) {
  if (put_off_[queued.task]++ == kMostPutOff) {
    parsed.outcome = ReadingOutcome::Limited;
  } else {
    say_("  note: " + queued.task.source + ": not read: " + parsed.detail + "; the next run reads it");
  }
}

void Follower::keep(const Queued& queued, parse::Parsed& parsed) {
  if (parsed.outcome == ReadingOutcome::Postponed) put_off(queued, parsed);
  auto reading = sandbox::reading_of(queued.snapshot({}), parsed, queued.task.digest, queued.task.rules, queued.at);
  std::string json = parse::to_json(parsed);
  reading.parsed = base::sha256(json);
  batch_bytes_ += json.size();
  batch_.objects.push_back(std::move(json));
  batch_.readings.push_back(reading);
  known_.insert_or_assign(queued.task, std::move(reading));
  if (batch_bytes_ >= kBatchBytes) flush();
}

void Follower::leave_out(const Task& task, const std::string& what) {
  say_("  note: " + task.source + ": " + what);
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
  flushed_at_ = std::chrono::steady_clock::now();
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

/// Pages that a run fetched which was stopped or killed before it came to read them, and those that were put off.
void Follower::queue_unread() {
  std::set<std::pair<std::string, base::Digest>> read;  // by whatever rules
  for (const auto& reading : readings_before_)
    if (reading.outcome != ReadingOutcome::Postponed) read.emplace(reading.source, reading.digest);
  for (const auto& receipt : before_) {
    if (receipt.outcome != FetchOutcome::Fetched || !receipt.digest || read.contains({receipt.source, *receipt.digest})) continue;
    const auto* source = model::find_source(record_, receipt.source);
    const bool is_followed = !receipt.parent.empty();
    if (source && source->is_followed()) queue_.push_back(queued(*source, receipt, is_followed ? SourceKind::Page : source->kind, is_followed));
  }
}

std::optional<std::string> Follower::body_of(const Queued& queued) {
  try {
    return store_.get(queued.task.digest);
  } catch (const base::DataError& error) {
    say_("  note: " + queued.task.source + ": " + base::visible(error.what()));
    return std::nullopt;
  }
}

void Follower::read_queue(const GoOn& goes_on) {
  // Each once, and those of one origin together, since they share a parser.
  std::set<Task> tasks;
  std::erase_if(queue_, [&](const auto& one) { return known_.contains(one.task) || !tasks.insert(one.task).second; });
  std::stable_sort(queue_.begin(), queue_.end(), [](const auto& a, const auto& b) { return a.origin < b.origin; });
  std::vector<std::string> origins;
  for (const auto& queued : queue_) origins.push_back(queued.origin);
  flushed_at_ = std::chrono::steady_clock::now();
  const auto done = reader_->read_all(
      origins,
      [&](std::size_t i) -> std::optional<std::string> {
        const auto body = body_of(queue_[i]);
        return body ? std::optional(reader_->input_of(queue_[i].snapshot(*body))) : std::nullopt;
      },
      [&](std::size_t i, parse::Parsed parsed) {
        keep(queue_[i], parsed);
        if (std::chrono::steady_clock::now() - flushed_at_ >= kBatchTime) flush();
      },
      [&](std::size_t read) { return goes_on(read, queue_.size()); });
  queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(done));
}

std::size_t Follower::finish(const GoOn& goes_on) {
  queue_outdated();
  queue_unread();
  read_queue(goes_on);
  flush();
  say_transitions();
  return queue_.size();
}

/// Each transition is said once: by the run in which it came about.
void Follower::say_transitions() {
  const auto before = health::health_of_all(record_.sources, before_, readings_before_, {});
  const auto now = health::health_of_all(record_.sources, store_.receipts(), store_.readings(), {});
  for (std::size_t source = 0; source < now.size(); ++source) {
    const auto& health = now[source];
    for (std::size_t i = before[source].transitions.size(); i < health.transitions.size(); ++i) {
      const auto& one = health.transitions[i];
      std::string line = "  " + health.source + " is " + std::string(model::code_of(one.to)) + " (was " + std::string(model::code_of(one.from)) + ')';
      if (!one.reason.empty()) line += ": " + base::visible(base::shorten(one.reason, 200));
      if (one.to != model::SourceState::Ok && health.last_success) line += "; last seen " + when(*health.last_success);
      say_(line);
    }
  }
}

}  // namespace tracker::command
