// The stage of a case as a table of transitions: what an event leads to, and from where. An event that finds
// the case elsewhere leaves the stage alone; whether that is impossible is for `check` to say.
#include <algorithm>
#include <initializer_list>

#include "tracker/rules/fold.h"
#include "tracker/rules/traits.h"

namespace tracker::rules {
namespace {

using model::EventType;
using model::Stage;

/// What a transition asks of the case.
enum class Needs { Nothing, Verdict };

struct Transition {
  EventType type;
  std::initializer_list<Stage> from;  // empty: from anywhere
  Stage to;
  Needs needs = Needs::Nothing;
};

const Transition kTransitions[] = {
    {EventType::CaseOpened, {Stage::None, Stage::Closed}, Stage::Investigation},
    {EventType::Charged, {Stage::None, Stage::Closed}, Stage::Investigation},
    {EventType::ChargesReclassified, {Stage::None}, Stage::Investigation},
    {EventType::ArrestedPretrial, {Stage::None}, Stage::Investigation},
    {EventType::HouseArrest, {Stage::None}, Stage::Investigation},
    {EventType::TravelRestriction, {Stage::None}, Stage::Investigation},
    {EventType::Bail, {Stage::None}, Stage::Investigation},
    {EventType::SentToCourt, {Stage::None, Stage::Investigation, Stage::Closed}, Stage::InCourt},
    {EventType::TrialStarted, {Stage::None, Stage::Investigation, Stage::Closed}, Stage::InCourt},
    {EventType::Hearing, {Stage::Investigation}, Stage::InCourt},
    {EventType::Convicted, {}, Stage::VerdictNotInForce},
    {EventType::Sentenced, {}, Stage::VerdictNotInForce},
    {EventType::SentenceAdded,
     {Stage::None, Stage::Investigation, Stage::InCourt, Stage::Retrial},
     Stage::VerdictNotInForce},
    {EventType::AppealFiled, {}, Stage::Appeal, Needs::Verdict},
    {EventType::AppealUpheld, {}, Stage::InForce, Needs::Verdict},
    {EventType::AppealChanged, {}, Stage::InForce, Needs::Verdict},
    {EventType::EnteredIntoForce, {}, Stage::InForce},
    {EventType::CassationFiled, {}, Stage::Cassation, Needs::Verdict},
    {EventType::CassationUpheld, {}, Stage::InForce, Needs::Verdict},
    {EventType::CassationChanged, {}, Stage::InForce, Needs::Verdict},
    {EventType::RetrialOrdered, {}, Stage::Retrial},
    {EventType::CaseClosed, {}, Stage::Closed},
    {EventType::Acquitted, {}, Stage::Acquitted},
    {EventType::ConvictionExpunged, {}, Stage::Expunged},
};

/// Steps that only count as steps of a case when they name one: a detention alone is no prosecution.
const Transition kInNamedCases[] = {
    {EventType::Wanted, {Stage::None}, Stage::Investigation},
    {EventType::Detained, {Stage::None}, Stage::Investigation},
    {EventType::ExtraditionArrest, {Stage::None}, Stage::Investigation},
    {EventType::PsychiatricCommitment, {Stage::None}, Stage::Investigation},
    {EventType::Hearing, {Stage::None}, Stage::InCourt},
};

/// In an administrative case the decision is executed at once.
const Transition kInAdministrativeCases[] = {
    {EventType::Fined, {}, Stage::InForce},
    {EventType::AdminArrest, {}, Stage::InForce},
};

void follow_verdict(CaseLine& line, const model::Event& event) {
  switch (event.type) {
    case EventType::Convicted:
    case EventType::Sentenced:
    case EventType::SentenceAdded:
      line.verdict = Verdict::Convicted;
      return;
    case EventType::AppealChanged:
    case EventType::CassationChanged:
      if (event.sentence) line.verdict = Verdict::Convicted;
      return;
    case EventType::Acquitted:
      line.verdict = Verdict::Acquitted;
      return;
    case EventType::RetrialOrdered:
      line.verdict = Verdict::None;
      return;
    case EventType::Fined:
    case EventType::AdminArrest:
      if (line.kind == model::CaseKind::Administrative) line.verdict = Verdict::Convicted;
      return;
    default:
      return;
  }
}

void follow(CaseLine& line, const Transition& transition, const Mark& mark) {
  const auto& from = transition.from;
  if (from.size() > 0 && std::find(from.begin(), from.end(), line.stage) == from.end()) return;
  if (transition.needs == Needs::Verdict && line.verdict == Verdict::None) return;
  const bool acquittal_stands = transition.to == Stage::InForce && line.verdict == Verdict::Acquitted;
  set_stage(line, acquittal_stands ? Stage::Acquitted : transition.to, mark);
}

}  // namespace

bool is_open(Stage stage) {
  switch (stage) {
    case Stage::Investigation:
    case Stage::InCourt:
    case Stage::VerdictNotInForce:
    case Stage::Appeal:
    case Stage::Retrial:
      return true;
    default:
      return false;
  }
}

bool is_pending(Stage stage, Sentences sentences) {
  const bool is_after_verdict = stage == Stage::VerdictNotInForce || stage == Stage::Appeal;
  return is_open(stage) && !(is_after_verdict && sentences == Sentences::Ended);
}

void set_stage(CaseLine& line, Stage stage, const Mark& mark) {
  if (stage == Stage::InForce)
    for (auto& term : line.terms)
      if (!term.told.ended) term.told.in_force = true;
  if (line.stage == stage) return;
  line.stage = stage;
  line.stage_since = mark;
}

void apply_stage(State& state, const Step& step) {
  auto& line = line_of(state, step.case_id);
  follow_verdict(line, step.event);
  const auto follow_table = [&](const auto& table) {
    for (const auto& transition : table)
      if (transition.type == step.event.type) follow(line, transition, step.mark);
  };
  follow_table(kTransitions);
  if (line.id.empty()) return;
  follow_table(kInNamedCases);
  if (line.kind == model::CaseKind::Administrative) follow_table(kInAdministrativeCases);
}

}  // namespace tracker::rules
