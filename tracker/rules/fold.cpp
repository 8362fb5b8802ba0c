#include "tracker/rules/fold.h"

#include <algorithm>

#include "tracker/rules/status.h"
#include "tracker/rules/traits.h"

namespace tracker::rules {

using model::EventType;
using model::Liberty;

bool CaseLine::has_live_term() const {
  return std::any_of(terms.begin(), terms.end(), [](const Term& term) { return !term.told.ended; });
}

bool CaseLine::has_live_charge() const {
  return std::any_of(charges.begin(), charges.end(),
                     [](const model::ChargeState& charge) { return charge.live; });
}

std::string event_name(const model::SituatedEvent& happened) {
  const bool of_case_file = happened.of_case && happened.file == &happened.of_case->file;
  return of_case_file ? happened.of_case->id + '/' + happened.event->id : happened.event->id;
}

Fold::Fold(const std::vector<const model::Case*>& cases) {
  // Until a step of a prosecution turns up among them, events without a case are not a criminal matter.
  state_.lines.push_back({.kind = model::CaseKind::Administrative});
  for (const model::Case* of_case : cases)
    state_.lines.push_back({.id = of_case->id, .kind = of_case->kind});
}

void Fold::step(const model::SituatedEvent& happened) {
  const auto& event = *happened.event;
  if (event.date) pass(event.date->earliest());
  const Step step{
      .event = event,
      .mark = {.event = &event, .id = event_name(happened), .date = event.date, .place = ++place_},
      .case_id = happened.of_case ? happened.of_case->id : std::string{}};
  // A person's event may name a case that the person is no defendant of: an error for `check`, a line of its
  // own here.
  if (happened.of_case && line_of(state_, step.case_id).id != step.case_id)
    state_.lines.push_back({.id = step.case_id, .kind = happened.of_case->kind});
  auto& line = line_of(state_, step.case_id);
  line.has_events = true;
  if (line.id.empty() && traits_of(event.type).reach == Reach::Prosecution)
    line.kind = model::CaseKind::Criminal;

  const bool only_charges = event.type == EventType::Acquitted && is_partial_acquittal(line, event);
  apply_charges(state_, step);
  if (!only_charges) {
    apply_custody(state_, step);
    apply_sentence(state_, step);
    apply_stage(state_, step);
  }
  apply_amnesty_decision(state_, step);
  apply_restriction(state_, step);
  settle(step.mark);
}

void Fold::pass(base::Day day) {
  auto& custodies = state_.custodies;
  const auto over = std::find_if(custodies.begin(), custodies.end(), [&](const Custody& custody) {
    return custody.ends && custody.ends->latest() <= day;
  });
  if (over == custodies.end()) return;
  Mark mark = over->since;
  mark.date = over->ends;
  mark.computed = !over->end_is_told;
  mark.place = ++place_;
  state_.end = End{.display = model::Display::Released, .at = mark, .case_id = over->case_id};
  custodies.erase(over);
  settle(mark);
}

void Fold::settle(const Mark& mark) {
  const auto standing = strongest(state_);
  if (standing.liberty == state_.liberty) return;
  state_.liberty = standing.liberty;
  state_.liberty_since = mark;
}

CaseLine& line_of(State& state, std::string_view case_id) {
  const auto found = std::find_if(state.lines.begin(), state.lines.end(),
                                  [&](const CaseLine& line) { return line.id == case_id; });
  return found == state.lines.end() ? state.lines.front() : *found;
}

std::vector<CaseLine*> targets(State& state, const Step& step,
                               const std::function<bool(const CaseLine&)>& acts_on) {
  auto& own = line_of(state, step.case_id);
  if (!step.case_id.empty() || acts_on(own)) return {&own};
  std::vector<CaseLine*> found;
  for (auto& line : state.lines)
    if (acts_on(line)) found.push_back(&line);
  return found;
}

bool end_custodies(State& state, std::string_view case_id, std::initializer_list<Liberty> kinds) {
  const auto ended = std::erase_if(state.custodies, [&](const Custody& custody) {
    const bool concerned = case_id.empty() || custody.case_id.empty() || custody.case_id == case_id;
    return concerned && std::find(kinds.begin(), kinds.end(), custody.liberty) != kinds.end();
  });
  return ended > 0;
}

bool end_terms(CaseLine& line, const std::function<bool(const Term&)>& which) {
  bool any = false;
  for (auto& term : line.terms) {
    if (term.told.ended || !which(term)) continue;
    term.told.ended = true;
    any = true;
  }
  return any;
}

void close_case(State& state, CaseLine& line, model::Display display, const Mark& mark) {
  line.measure.reset();
  end_terms(line, [](const Term&) { return true; });
  for (auto& charge : line.charges) {
    if (!charge.live) continue;
    charge.live = charge.convicted = false;
    charge.until = mark.date;
  }
  end_custodies(state, line.id, {Liberty::Detained, Liberty::ExtraditionCustody, Liberty::Psychiatric});
  const bool others_open = std::any_of(state.lines.begin(), state.lines.end(), [&](const CaseLine& other) {
    return &other != &line && is_open(other.stage);
  });
  if (state.wanted && (state.wanted_in.empty() ? !others_open : state.wanted_in == line.id))
    state.wanted.reset();
  state.end = End{.display = display, .at = mark, .case_id = line.id};
}

}  // namespace tracker::rules
