// What was asked of an amnesty and what the court said, act by act; and restrictions that stand beside a
// sentence or outlast it. Neither moves the liberty axis here: what a granted amnesty does to a sentence is
// in sentence.cpp.
#include <algorithm>

#include "tracker/rules/fold.h"

namespace tracker::rules {
namespace {

using model::Decision;
using model::EventType;

Decision decision_of(EventType type) {
  switch (type) {
    case EventType::AmnestyRequested:
      return Decision::Pending;
    case EventType::AmnestyRefused:
      return Decision::Refused;
    case EventType::AmnestyGranted:
      return Decision::Granted;
    default:
      return Decision::None;
  }
}

}  // namespace

void apply_amnesty_decision(State& state, const Step& step) {
  const auto decision = decision_of(step.event.type);
  if (decision == Decision::None) return;
  auto& all = state.amnesties;
  auto entry = std::find_if(all.begin(), all.end(), [&](const model::AmnestyState& amnesty) {
    return amnesty.act == step.event.act.id;
  });
  if (entry == all.end()) entry = all.insert(all.end(), model::AmnestyState{.act = step.event.act.id});
  entry->decision = decision;
  entry->effect = decision == Decision::Granted ? step.event.effect : std::nullopt;
  entry->date = step.event.date;
}

void apply_restriction(State& state, const Step& step) {
  static constexpr std::string_view kKind = "restriction";
  if (step.event.type == EventType::RestrictionImposed)
    state.restrictions.push_back({{std::string(kKind), std::nullopt, step.event.date}, step.case_id});
  if (step.event.type != EventType::RestrictionEnded) return;
  const auto concerned = [&](const RestrictionLine& line) {
    return step.case_id.empty() || line.case_id.empty() || line.case_id == step.case_id;
  };
  // An imposed restriction is what an end is told of; a ban from the sentence only where there is nothing
  // else.
  const auto ended = std::erase_if(state.restrictions, [&](const RestrictionLine& line) {
    return concerned(line) && line.restriction.kind == kKind;
  });
  if (ended == 0) std::erase_if(state.restrictions, concerned);
}

}  // namespace tracker::rules
