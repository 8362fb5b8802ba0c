#include "tracker/version/reason.h"

#include <algorithm>

namespace tracker::version {
namespace {

using model::Reason;
using model::RulingKind;

constexpr std::string_view kRuling = "ruling/";

std::optional<Reason> reason_of(RulingKind kind) {
  switch (kind) {
    case RulingKind::Withheld:
      return Reason::WithheldOnRequest;
    case RulingKind::Retraction:
      return Reason::Retraction;
    case RulingKind::Correction:
      return Reason::Correction;
    default:
      return std::nullopt;
  }
}

bool is_derived(const Change& change) {
  return change.field.starts_with("derived.");
}

bool covers(const Grounds& grounds, const Change& change) {
  if (grounds.subject != change.entity || !change.field.starts_with(grounds.field)) return false;
  return grounds.field.empty() || change.field.size() == grounds.field.size() ||
         change.field[grounds.field.size()] == '.';
}

/// The narrowest grounds win; among equals a withholding, then a retraction.
bool outranks(const Grounds& a, const Grounds& b) {
  if (a.field.size() != b.field.size()) return a.field.size() > b.field.size();
  return a.reason > b.reason;
}
static_assert(Reason::Correction < Reason::Retraction && Reason::Retraction < Reason::WithheldOnRequest);

using Changes = std::vector<Change>::iterator;

/// What the rules say follows from what the record says, so derived fields share the reason of the others,
/// where those have one and the same; where nothing else changed, only time or the rules did.
void give_derived_reasons(Changes begin, Changes end, Reason otherwise) {
  std::optional<Reason> shared;
  for (auto change = begin; change != end; ++change) {
    if (is_derived(*change)) continue;
    shared = !shared || *shared == change->reason ? change->reason : otherwise;
  }
  for (auto change = begin; change != end; ++change)
    if (is_derived(*change)) change->reason = shared.value_or(Reason::Recomputed);
}

}  // namespace

std::vector<Grounds> grounds_of(const State& before, const State& after, std::optional<base::Day> since) {
  State candidates;
  for (auto entity = after.lower_bound(kRuling); entity != after.end() && entity->first.starts_with(kRuling);
       ++entity)
    candidates.insert(*entity);
  std::vector<Grounds> grounds;
  for (const auto& ruling : record_of(candidates).rulings) {
    const auto reason = reason_of(ruling.kind);
    const auto key = std::string(kRuling) + ruling.id;
    const auto old = before.find(key);
    const bool is_new = old == before.end() || old->second != candidates.find(key)->second;
    const bool is_recent = since && ruling.date && ruling.date->latest() >= *since;
    if (reason && (is_new || is_recent) && before.contains(ruling.subject))
      grounds.push_back({ruling.subject, ruling.field, *reason});
  }
  return grounds;
}

void give_reasons(std::vector<Change>& changes, const std::vector<Grounds>& grounds, Reason otherwise) {
  for (auto& change : changes) {
    const Grounds* best = nullptr;
    for (const auto& candidate : grounds)
      if (covers(candidate, change) && (!best || outranks(candidate, *best))) best = &candidate;
    change.reason = best ? best->reason : otherwise;
  }
  for (auto begin = changes.begin(); begin != changes.end();) {
    const auto end = std::find_if(begin, changes.end(),
                                  [&](const Change& change) { return change.entity != begin->entity; });
    give_derived_reasons(begin, end, otherwise);
    begin = end;
  }
}

}  // namespace tracker::version
