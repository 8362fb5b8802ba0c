// Which of the states that stand is the one on the liberty axis, and since when.
#include <algorithm>

#include "tracker/rules/fold.h"
#include "tracker/rules/status.h"

namespace tracker::rules {
namespace {

using model::Liberty;

/// A sentence that is served at liberty: a newer one says more than one that nobody told the end of.
bool newest_counts(Liberty liberty) {
  switch (liberty) {
    case Liberty::RestrictedFreedom:
    case Liberty::Suspended:
    case Liberty::Deferred:
    case Liberty::NonCustodial:
    case Liberty::Parole:
      return true;
    default:
      return false;
  }
}

std::vector<Standing> standings(const State& state) {
  std::vector<Standing> all;
  const auto add = [&](Liberty liberty, const Mark& since) { all.push_back({liberty, since}); };
  if (state.disappeared) add(Liberty::Disappeared, *state.disappeared);
  if (state.wanted) add(Liberty::Wanted, *state.wanted);
  if (state.exile) add(Liberty::Exile, *state.exile);
  for (const auto& custody : state.custodies) add(custody.liberty, custody.since);
  for (const auto& line : state.lines) {
    if (line.measure && line.measure->executed) add(line.measure->liberty, line.measure->since);
    for (const auto& term : line.terms)
      if (!term.told.ended && term.executed && term.liberty != Liberty::Unknown)
        add(term.liberty, term.since);
    const auto sentences = line.terms.empty()     ? Sentences::None
                           : line.has_live_term() ? Sentences::Live
                                                  : Sentences::Ended;
    if (line.kind == model::CaseKind::Criminal && is_pending(line.stage, sentences))
      add(Liberty::AtLibertyCharged, line.stage_since);
  }
  return all;
}

}  // namespace

Standing strongest(const State& state) {
  if (state.died) return {.liberty = Liberty::Unknown, .since = *state.died};
  const auto all = standings(state);
  const auto stronger = [](const Standing& a, const Standing& b) {
    const auto of_a = rank(display_of(a.liberty)), of_b = rank(display_of(b.liberty));
    if (of_a != of_b) return of_a < of_b;
    return newest_counts(a.liberty) ? a.since.place > b.since.place : a.since.place < b.since.place;
  };
  const auto first = std::min_element(all.begin(), all.end(), stronger);
  if (first != all.end()) return *first;
  if (state.end) return {.liberty = Liberty::Released, .since = state.end->at};
  return {};
}

}  // namespace tracker::rules
