#include "tracker/health/health.h"

#include <algorithm>
#include <deque>
#include <map>

#include "tracker/health/removals.h"

namespace tracker::health {
namespace {

using model::FetchOutcome;
using model::SourceState;
using std::chrono::hours;
using std::chrono::seconds;

std::optional<seconds> length_of(model::Rhythm rhythm) {
  switch (rhythm) {
    case model::Rhythm::Hourly: return hours(1);
    case model::Rhythm::Daily: return hours(24);
    case model::Rhythm::Weekly: return hours(24 * 7);
    case model::Rhythm::Monthly: return hours(24 * 31);
    case model::Rhythm::Yearly: return hours(24 * 366);
    case model::Rhythm::Never: break;
  }
  return std::nullopt;
}

/// What a receipt says: seen, not seen and why, or nothing either way.
enum class Sight { Seen, Unseen, Silent };

struct Look {
  Sight sight = Sight::Silent;
  std::string reason;
  const model::Reading* reading = nullptr;
};

using Readings = std::map<base::Digest, const model::Reading*>;

bool expects_something(const model::Source& source) {
  if (!source.expect) return false;
  const auto& e = *source.expect;
  return e.min_words || e.max_words || e.min_rows || e.max_rows || e.max_shrink_percent || !e.canary.empty() || !e.blocked.empty();
}

class Fold {
 public:
  Fold(const model::Source& source, const Readings& readings) : source_(source), readings_(readings) {
    health_.source = source.id;
  }

  void take(const model::Receipt& receipt) {
    const Look look = look_at(receipt);
    if (!first_) first_ = receipt.started;
    if (look.sight == Sight::Silent) {
      if (failure_.empty()) failure_ = look.reason;  // no failure, but why there may be a gap
      return;
    }
    health_.last_attempt = receipt.started;
    if (look.sight == Sight::Seen) seen(receipt, look);
    else unseen(receipt, look.reason);
  }

  Health finish(base::Instant now) {
    if (const auto grace = grace_of(source_.rhythm)) {
      const auto last = health_.last_success ? health_.last_success : first_;
      if (last && now - *last > *grace) health_.gaps.push_back({*last, std::nullopt, failure_});
    }
    return std::move(health_);
  }

 private:
  Look look_at(const model::Receipt& receipt) const {
    switch (receipt.outcome) {
      case FetchOutcome::Disallowed:
      case FetchOutcome::Postponed: return {Sight::Silent, receipt.detail};
      case FetchOutcome::Quarantined: return {Sight::Unseen, "somebody may stand between: " + receipt.detail};
      case FetchOutcome::Unreachable:
      case FetchOutcome::Refused: return {Sight::Unseen, receipt.detail.empty() ? std::string(model::code_of(receipt.outcome)) : receipt.detail};
      case FetchOutcome::Fetched:
      case FetchOutcome::NotModified: break;
    }
    const auto found = receipt.digest ? readings_.find(*receipt.digest) : readings_.end();
    if (found == readings_.end()) return {expects_something(source_) ? Sight::Silent : Sight::Seen, "", nullptr};
    if (auto fault = fault_of(source_, *found->second, last_good_)) return {Sight::Unseen, std::move(*fault), found->second};
    return {Sight::Seen, "", found->second};
  }

  void seen(const model::Receipt& receipt, const Look& look) {
    const auto last = health_.last_success ? health_.last_success : first_;
    const auto grace = grace_of(source_.rhythm);
    const bool was_away = last && grace && receipt.started - *last > *grace;
    if (was_away) health_.gaps.push_back({*last, receipt.started, failure_});
    note_version(receipt, look.reading);
    health_.last_success = receipt.started;
    health_.failures = 0;
    health_.reason.clear();
    failure_.clear();
    if (look.reading) last_good_ = look.reading;
    become(SourceState::Ok, receipt.started, "");
  }

  void unseen(const model::Receipt& receipt, const std::string& reason) {
    ++health_.failures;
    health_.reason = reason;
    if (failure_.empty()) failure_ = reason;
    const auto away = receipt.started - health_.last_success.value_or(*first_);
    const auto grace = grace_of(source_.rhythm), dead = dead_after(source_.rhythm);
    if (dead && away >= *dead) become(SourceState::Dead, receipt.started, reason);
    else if (health_.state == SourceState::Dead) return;
    else if (health_.failures >= 2 || (grace && away > *grace)) become(SourceState::Failing, receipt.started, reason);
  }

  void become(SourceState state, base::Instant at, const std::string& reason) {
    if (health_.state == state) return;
    // The first sight of a source is no news.
    if (!(health_.state == SourceState::Untried && state == SourceState::Ok))
      health_.transitions.push_back({at, health_.state, state, reason});
    health_.state = state;
    health_.since = at;
  }

  /// A version that was there before is no change: some pages change places between two or three forms for ever.
  void note_version(const model::Receipt& receipt, const model::Reading* reading) {
    const auto version = reading && reading->text ? reading->text : receipt.digest;
    if (!version || (!versions_.empty() && versions_.back() == *version)) return;
    const bool is_back = std::find(versions_.begin(), versions_.end(), *version) != versions_.end();
    health_.is_oscillating = is_back;
    if (!is_back) health_.last_change = receipt.started;
    versions_.push_back(*version);
    if (versions_.size() > kVersionsCompared) versions_.pop_front();
  }

  const model::Source& source_;
  const Readings& readings_;
  Health health_;
  std::optional<base::Instant> first_;  // attempt
  std::string failure_;                 // the first since the last success
  const model::Reading* last_good_ = nullptr;
  std::deque<base::Digest> versions_;   // oldest first
};

/// What concerns one source, in order.
struct Past {
  std::vector<const model::Receipt*> receipts;  // of its own address
  Readings readings;  // the last of every digest: a later one was made by newer rules
};

void remember(const model::Receipt& receipt, Past& past) {
  if (receipt.parent.empty()) past.receipts.push_back(&receipt);
}

/// Pages that the source led to are not meant, and a reading that was put off says nothing.
void remember(const model::Reading& reading, Past& past) {
  if (!reading.is_followed && reading.outcome != model::ReadingOutcome::Postponed) past.readings[reading.digest] = &reading;
}

Health folded(const model::Source& source, const Past& past, base::Instant now) {
  Fold fold(source, past.readings);
  for (const auto* receipt : past.receipts) fold.take(*receipt);
  return fold.finish(now);
}

}  // namespace

std::optional<seconds> grace_of(model::Rhythm rhythm) {
  const auto length = length_of(rhythm);
  if (!length) return std::nullopt;
  return 2 * *length + std::min<seconds>(*length / 2, hours(12));
}

std::optional<seconds> dead_after(model::Rhythm rhythm) {
  const auto length = length_of(rhythm);
  if (!length) return std::nullopt;
  return std::max<seconds>(6 * *length, hours(24 * 30));
}

base::Instant as_of(base::Day day, const std::vector<model::Receipt>& receipts) {
  base::Instant latest(day);
  for (const auto& receipt : receipts) latest = std::max(latest, receipt.started);
  return latest;
}

Health health_of(const model::Source& source, const std::vector<model::Receipt>& receipts,
                 const std::vector<model::Reading>& readings, base::Instant now) {
  Past past;
  for (const auto& receipt : receipts)
    if (receipt.source == source.id) remember(receipt, past);
  for (const auto& reading : readings)
    if (reading.source == source.id) remember(reading, past);
  return folded(source, past, now);
}

std::vector<Health> health_of_all(const std::vector<model::Source>& sources, const std::vector<model::Receipt>& receipts,
                                  const std::vector<model::Reading>& readings, base::Instant now) {
  std::map<std::string_view, Past> pasts;
  for (const auto& receipt : receipts) remember(receipt, pasts[receipt.source]);
  for (const auto& reading : readings) remember(reading, pasts[reading.source]);
  std::vector<Health> all;
  for (const auto& source : sources)
    if (source.is_followed()) all.push_back(folded(source, pasts[source.id], now));
  return all;
}

}  // namespace tracker::health
