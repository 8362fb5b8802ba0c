// The ladder of charges of a case: brought, reclassified, dropped, proved.
#include <algorithm>

#include "tracker/rules/fold.h"
#include "tracker/rules/traits.h"

namespace tracker::rules {
namespace {

using model::ChargeState;
using model::EventType;
using Refs = std::vector<model::Ref>;

bool names(const Refs& refs, const std::string& article) {
  return std::any_of(refs.begin(), refs.end(), [&](const model::Ref& ref) { return ref.id == article; });
}

/// No references mean all.
bool concerns(const Refs& refs, const ChargeState& charge) {
  return refs.empty() || names(refs, charge.article);
}

ChargeState& bring(CaseLine& line, const std::string& article, const Mark& mark) {
  const auto live = std::find_if(line.charges.begin(), line.charges.end(), [&](const ChargeState& charge) {
    return charge.live && charge.article == article;
  });
  if (live != line.charges.end()) return *live;
  return line.charges.emplace_back(ChargeState{.article = article, .since = mark.date});
}

void drop(CaseLine& line, const Refs& which, const Mark& mark) {
  for (auto& charge : line.charges) {
    if (!charge.live || !concerns(which, charge)) continue;
    charge.live = charge.convicted = false;
    charge.until = mark.date;
  }
}

void reclassify(CaseLine& line, const model::Event& event, const Mark& mark) {
  std::vector<std::string> successors;
  for (const auto& ref : event.charges) successors.push_back(ref.id);
  std::string joined;
  for (const auto& id : successors) joined += (joined.empty() ? "" : ", ") + id;
  for (auto& charge : line.charges) {
    if (!charge.live || !concerns(event.replaces, charge) || names(event.charges, charge.article)) continue;
    charge.live = charge.convicted = false;
    charge.until = mark.date;
    charge.replaced_by = joined;
  }
  for (const auto& id : successors) bring(line, id, mark);
}

void convict(CaseLine& line, const Refs& of, const Mark& mark) {
  for (const auto& ref : of) bring(line, ref.id, mark);
  for (auto& charge : line.charges)
    if (charge.live && concerns(of, charge)) charge.convicted = true;
}

bool is_convicted(const CaseLine& line) {
  return std::any_of(line.charges.begin(), line.charges.end(),
                     [](const ChargeState& c) { return c.convicted; });
}

}  // namespace

bool is_partial_acquittal(const CaseLine& line, const model::Event& event) {
  if (event.charges.empty()) return false;
  return std::any_of(line.charges.begin(), line.charges.end(), [&](const ChargeState& charge) {
    return charge.live && !names(event.charges, charge.article);
  });
}

void apply_charges(State& state, const Step& step) {
  const auto& event = step.event;
  auto& own = line_of(state, step.case_id);
  const auto with_charges = [](const CaseLine& line) { return line.has_live_charge(); };
  if (traits_of(event.type).adds_charges)
    for (const auto& ref : event.charges) bring(own, ref.id, step.mark);
  switch (event.type) {
    case EventType::ChargesReclassified:
      return reclassify(own, event, step.mark);
    case EventType::ChargesDropped:
      for (CaseLine* line : targets(state, step, with_charges)) drop(*line, event.charges, step.mark);
      return;
    case EventType::Convicted:
      return convict(own, event.charges, step.mark);
    case EventType::Sentenced:
    case EventType::SentenceAdded:
      // A sentence is a conviction too, but a conviction on some charges told before it is not widened.
      if (!event.charges.empty() || !is_convicted(own)) convict(own, event.charges, step.mark);
      return;
    case EventType::AppealChanged:
    case EventType::CassationChanged:
      if (event.charges.empty()) return;
      reclassify(own, event, step.mark);
      return convict(own, event.charges, step.mark);
    case EventType::Acquitted:
      return drop(own, event.charges, step.mark);
    case EventType::RetrialOrdered:
      for (auto& charge : own.charges) charge.convicted = false;
      return;
    case EventType::Fined:
      if (own.kind == model::CaseKind::Administrative) convict(own, event.charges, step.mark);
      return;
    default:
      return;
  }
}

}  // namespace tracker::rules
