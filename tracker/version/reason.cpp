#include "tracker/version/reason.h"

#include "tracker/version/json.h"

#include <algorithm>

namespace tracker::version {
namespace {

using model::Reason;
using model::RulingKind;

constexpr std::string_view kRuling = "ruling/";
constexpr std::string_view kCase = "case/";
constexpr std::string_view kPerson = "person/";

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

/// Two reasons of one entity leave only the general one.
Reason shared_reason(const std::optional<Reason>& earlier, Reason reason, Reason otherwise) {
  return !earlier || *earlier == reason ? reason : otherwise;
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

Involvement involvement_of(const State& before, const State& after) {
  Involvement involvement;
  for (const State* state : {&before, &after})
    for (auto entity = state->lower_bound(kCase); entity != state->end() && entity->first.starts_with(kCase); ++entity) {
      const auto defendants = entity->second.find("defendants");
      if (defendants == entity->second.end()) continue;
      for (const auto& id : parse_strict(defendants->second, entity->first)) {
        auto& cases = involvement[std::string(kPerson) + id.get<std::string>()];
        if (std::find(cases.begin(), cases.end(), entity->first) == cases.end()) cases.push_back(entity->first);
      }
    }
  return involvement;
}

void give_reasons(std::vector<Change>& changes, const std::vector<Grounds>& grounds, const Involvement& involvement,
                  Reason otherwise) {
  std::map<std::string, std::optional<Reason>, std::less<>> reason_of_entity;
  for (auto& change : changes) {
    const Grounds* best = nullptr;
    for (const auto& candidate : grounds)
      if (covers(candidate, change) && (!best || outranks(candidate, *best))) best = &candidate;
    change.reason = best ? best->reason : otherwise;
    auto& shared = reason_of_entity[change.entity];
    if (!is_derived(change)) shared = shared_reason(shared, change.reason, otherwise);
  }
  for (auto& change : changes) {
    if (!is_derived(change)) continue;
    std::optional<Reason> reason = reason_of_entity.find(change.entity)->second;
    if (const auto cases = involvement.find(change.entity); !reason && cases != involvement.end())
      for (const auto& of_case : cases->second)
        if (const auto changed = reason_of_entity.find(of_case); changed != reason_of_entity.end() && changed->second)
          reason = shared_reason(reason, *changed->second, otherwise);
    change.reason = reason.value_or(Reason::Recomputed);
  }
}

}  // namespace tracker::version
