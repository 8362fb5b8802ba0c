// The person's own layer (wanted, exile, disappeared, death), custodies outside the measures of a case, the
// measures themselves, and releases from all of them.
#include <algorithm>
#include <iterator>

#include "tracker/rules/fold.h"
#include "tracker/rules/status.h"
#include "tracker/rules/traits.h"

namespace tracker::rules {
namespace {

using model::EventType;
using model::Liberty;

bool is_custody(Liberty liberty) {
  return deprives(liberty) == model::Deprived::Yes;
}

/// What begins ends what it follows upon: police detention gives way to every decision, any custody to
/// custody in a case.
struct Succession {
  EventType type;
  std::initializer_list<Liberty> ends;
};
const Succession kSuccessions[] = {
    {EventType::Fined, {Liberty::Detained, Liberty::AdminArrest}},
    {EventType::AdminArrest, {Liberty::Detained}},
    {EventType::ExtraditionArrest, {Liberty::Detained}},
    {EventType::PsychiatricCommitment, {Liberty::Detained}},
    {EventType::ArrestedPretrial,
     {Liberty::Detained, Liberty::AdminArrest, Liberty::ExtraditionCustody, Liberty::Psychiatric}},
    {EventType::HouseArrest,
     {Liberty::Detained, Liberty::AdminArrest, Liberty::ExtraditionCustody, Liberty::Psychiatric}},
    {EventType::TravelRestriction, {Liberty::Detained, Liberty::ExtraditionCustody, Liberty::Psychiatric}},
    {EventType::Bail, {Liberty::Detained, Liberty::ExtraditionCustody, Liberty::Psychiatric}},
};

/// Who is seized is neither wanted nor missing any more. A court can order an arrest in absence, so only what
/// takes hold of the body ends an exile.
struct Seizure {
  EventType type;
  bool ends_exile;
  bool starts_term;  // a prison sentence that waited is served from here
};
constexpr Seizure kSeizures[] = {
    {EventType::Detained, true, true},
    {EventType::PsychiatricCommitment, true, true},
    {EventType::Transferred, true, true},
    {EventType::ArrestedPretrial, false, true},
    {EventType::AdminArrest, false, false},
    {EventType::HouseArrest, false, false},
    {EventType::TravelRestriction, false, false},
    {EventType::Bail, false, false},
};

void seize(State& state, const Step& step) {
  const auto* row = std::find_if(std::begin(kSeizures), std::end(kSeizures),
                                 [&](const Seizure& seizure) { return seizure.type == step.event.type; });
  if (row == std::end(kSeizures) || (state.exile && !row->ends_exile)) return;
  state.wanted.reset();
  state.exile.reset();
  state.disappeared.reset();
  if (!row->starts_term) return;
  for (auto& line : state.lines)
    for (auto& term : line.terms) {
      if (term.executed || term.told.ended) continue;
      term.executed = true;
      term.since = step.mark;
    }
}

void go_out_of_reach(State& state) {
  state.custodies.clear();
  for (auto& line : state.lines) {
    if (line.measure && is_custody(line.measure->liberty)) line.measure->executed = false;
    for (auto& term : line.terms)
      if (is_custody(term.liberty)) term.executed = false;
  }
}

std::optional<base::PartialDate> shifted(const base::PartialDate& date, int days) {
  static constexpr int kLongest = 36'500;  // a guard against overflow, not a rule of law
  if (days < 0 || days > kLongest || date.has_open_end()) return std::nullopt;
  const std::string mark = date.is_approximate() ? "~" : date.is_uncertain() ? "?" : "";
  const auto first = base::to_iso(date.earliest() + std::chrono::days(days)) + mark;
  const auto last = base::to_iso(date.latest() + std::chrono::days(days)) + mark;
  return base::PartialDate::parse(first == last ? first : first + '/' + last);
}

void start_custody(State& state, const Step& step, Liberty liberty) {
  const auto& event = step.event;
  Custody custody{.liberty = liberty, .since = step.mark, .case_id = step.case_id};
  if (liberty == Liberty::AdminArrest) {
    custody.end_is_told = event.until.has_value();
    if (event.until)
      custody.ends = event.until;
    else if (event.date && event.days)
      custody.ends = shifted(*event.date, *event.days);
  }
  const auto standing = std::find_if(state.custodies.begin(), state.custodies.end(),
                                     [&](const Custody& other) { return other.liberty == liberty; });
  if (standing == state.custodies.end()) {
    state.custodies.push_back(std::move(custody));
  } else {  // prolonged: it began when it began
    standing->ends = custody.ends;
    standing->end_is_told = custody.end_is_told;
  }
}

void start_measure(State& state, const Step& step, Liberty liberty) {
  auto& measure = line_of(state, step.case_id).measure;
  const bool executed = !is_custody(liberty) || !state.is_out_of_reach();
  if (measure && measure->liberty == liberty && measure->executed == executed) return;  // prolonged
  measure = Measure{.liberty = liberty, .since = step.mark, .executed = executed};
}

/// Ends custody, and no more: a sentence without prison, an undertaking not to leave and a case that is open
/// remain.
void release(State& state, const Step& step) {
  state.wanted.reset();
  state.disappeared.reset();
  bool ended = end_custodies(
      state, step.case_id,
      {Liberty::Detained, Liberty::AdminArrest, Liberty::ExtraditionCustody, Liberty::Psychiatric});
  bool by_amnesty = false;
  for (auto& line : state.lines) {
    if (!step.case_id.empty() && line.id != step.case_id) continue;
    bool touched = !step.case_id.empty();
    if (line.measure && is_custody(line.measure->liberty)) {
      line.measure.reset();
      ended = touched = true;
    }
    if (end_terms(line, [](const Term& term) { return is_custody(term.liberty); })) ended = touched = true;
    by_amnesty = by_amnesty || (touched && line.amnestied);
  }
  if (!ended && state.end) {
    // The doors opened some days after the decision that ended everything: that decision is still the end.
    const auto display = state.end->display;
    const bool same = step.case_id.empty() || step.case_id == state.end->case_id;
    if (same && (display == model::Display::Acquitted || display == model::Display::CaseClosed)) return;
    by_amnesty = by_amnesty || (same && display == model::Display::Amnestied);
  }
  state.end = End{.display = by_amnesty ? model::Display::Amnestied : model::Display::Released,
                  .at = step.mark,
                  .case_id = step.case_id};
}

void die(State& state, const Step& step) {
  state.died_deprived = is_custody(strongest(state).liberty);
  state.died = step.mark;
  state.custodies.clear();  // none of them runs out after this
}

void move_person(State& state, const Step& step) {
  switch (step.event.type) {
    case EventType::Wanted:
      if (!state.wanted) state.wanted = step.mark;
      state.wanted_in = step.case_id;
      return go_out_of_reach(state);
    case EventType::LeftCountry:
      if (!state.exile) state.exile = step.mark;
      state.disappeared.reset();
      return go_out_of_reach(state);
    case EventType::Returned:
      state.exile.reset();
      // Handed over: still held, though no longer abroad.
      for (auto& custody : state.custodies)
        if (custody.liberty == Liberty::ExtraditionCustody)
          custody = Custody{.liberty = Liberty::Detained, .since = step.mark, .case_id = custody.case_id};
      return;
    case EventType::Disappeared:
      if (!state.disappeared) state.disappeared = step.mark;
      return;
    case EventType::Found:
      return state.disappeared.reset();
    case EventType::Released:
      return release(state, step);
    case EventType::Died:
      return die(state, step);
    default:
      return;
  }
}

}  // namespace

void apply_custody(State& state, const Step& step) {
  if (state.died) return;
  const auto type = step.event.type;
  seize(state, step);
  move_person(state, step);
  for (const auto& succession : kSuccessions)
    if (succession.type == type) end_custodies(state, {}, succession.ends);
  const auto& traits = traits_of(type);
  if (traits.custody) start_custody(state, step, *traits.custody);
  if (traits.measure) start_measure(state, step, *traits.measure);
  if (type == EventType::Fined)
    state.end = End{.display = model::Display::Fined, .at = step.mark, .case_id = step.case_id};
}

}  // namespace tracker::rules
