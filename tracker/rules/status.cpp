#include "tracker/rules/status.h"

#include <algorithm>

#include "tracker/base/ranges.h"
#include "tracker/rules/fold.h"
#include "tracker/rules/traits.h"

namespace tracker::rules {
namespace {

using model::CaseKind;
using model::Display;
using model::Liberty;
using model::Stage;
using model::Status;

/// Stages from the one that weighs most on a person to the one that weighs least. A verdict that is in force
/// weighs most while its sentence stands; once it is served, an open case weighs more (see `weight`).
constexpr Stage kDisfavour[] = {
    Stage::InForce, Stage::Cassation, Stage::Appeal,        Stage::VerdictNotInForce,
    Stage::Retrial, Stage::InCourt,   Stage::Investigation, Stage::Expunged,
    Stage::Closed,  Stage::Acquitted, Stage::None,
};

bool counts(const model::SituatedEvent& happened, base::Day as_of) {
  return !happened.event->date || happened.event->date->earliest() <= as_of;
}

/// A case that has events, but none for this person by that day, is not there yet.
bool is_told(const CaseLine& line, const std::vector<model::SituatedEvent>& events,
             const model::Case* of_case) {
  const bool has_content = line.stage != Stage::None || !line.charges.empty() || !line.terms.empty();
  if (line.has_events) return !line.id.empty() || has_content;
  if (!of_case || !of_case->events.empty()) return false;
  return std::none_of(events.begin(), events.end(),
                      [&](const model::SituatedEvent& happened) { return happened.of_case == of_case; });
}

model::CaseState case_state(const CaseLine& line) {
  model::CaseState state{.case_id = line.id, .kind = line.kind, .stage = line.stage};
  if (line.stage != Stage::None) state.stage_since = line.stage_since.date;
  state.charges = line.charges;
  for (const auto& term : line.terms) state.sentences.push_back(term.told);
  return state;
}

Sentences sentences_of(const model::CaseState& state) {
  if (state.sentences.empty()) return Sentences::None;
  const bool any_live = std::any_of(state.sentences.begin(), state.sentences.end(),
                                    [](const model::SentenceState& sentence) { return !sentence.ended; });
  return any_live ? Sentences::Live : Sentences::Ended;
}

bool is_settled(Stage stage) {
  return stage == Stage::InForce || stage == Stage::Cassation;
}

std::size_t weight(const model::CaseState& state) {
  const bool is_served = is_settled(state.stage) && sentences_of(state) == Sentences::Ended;
  const auto place = [](Stage stage) {
    return static_cast<std::size_t>(std::find(std::begin(kDisfavour), std::end(kDisfavour), stage) -
                                    std::begin(kDisfavour));
  };
  // Between the places of the table: after every open case, before every case that is gone.
  return is_served ? 2 * place(Stage::Investigation) + 1 : 2 * place(state.stage);
}

void tell_prosecution(Status& status) {
  const model::CaseState* heaviest = nullptr;
  for (const auto& state : status.cases) {
    if (state.kind != CaseKind::Criminal) continue;
    if (!heaviest || weight(state) < weight(*heaviest)) heaviest = &state;
    if (state.case_id.empty()) continue;
    status.prosecuted = true;
    const auto sentences = sentences_of(state);
    if (is_pending(state.stage, sentences) || (is_settled(state.stage) && sentences == Sentences::Live))
      status.open_prosecution = true;
  }
  if (heaviest) status.stage = heaviest->stage;
}

void tell_life(Status& status, const State& state) {
  if (state.died)
    status.life = state.died_deprived ? model::Life::DiedInCustody : model::Life::DiedAfterRelease;
  else if (state.disappeared)
    status.life = model::Life::Disappeared;
}

/// The mark of the event behind the display status, if there is one.
std::optional<Mark> tell_display(Status& status, const State& state) {
  const auto standing = strongest(state);
  status.liberty = standing.liberty;
  status.deprived = state.died ? model::Deprived::No : deprives(standing.liberty);
  status.display = display_of(standing.liberty);
  if (state.died) {
    status.liberty_since = state.died->date;
    if (state.died_deprived) status.display = Display::DiedInCustody;
    if (state.died_deprived || !state.end) return state.died;
    // There is no word for having died at liberty; what had ended before still stands.
    status.display = state.end->display;
    return state.end->at;
  }
  if (standing.liberty == Liberty::Unknown) return std::nullopt;
  // Many steps can make somebody free with a case open; that state begins where it was first so.
  const Mark since = standing.liberty == Liberty::AtLibertyCharged ? state.liberty_since : standing.since;
  if (standing.liberty == Liberty::Released) status.display = state.end->display;
  status.liberty_since = since.date;
  return since;
}

void confirm(Status& status, const base::PartialDate& date, const std::string& source) {
  if (source.empty() || (status.last_confirmed && !(status.last_confirmed->date < date))) return;
  status.last_confirmed = model::LastConfirmed{date, source};
}

void confirm_by_publication(const model::Record& record, Status& status, const model::Event& decisive,
                            base::Day as_of) {
  for (const auto& citation : decisive.sources) {
    const auto* source = model::find_source(record, citation.source.id);
    if (source && source->published && source->published->latest() <= as_of)
      confirm(status, *source->published, source->id);
  }
}

}  // namespace

Status status_of(const model::Record& record, const model::Person& person, base::Day as_of) {
  return status_of(record, model::CaseIndex(record), person, as_of);
}

Status status_of(const model::Record& record, const model::CaseIndex& cases, const model::Person& person,
                 base::Day as_of) {
  const auto events = model::events_of(record, cases, person);
  Status status;
  Fold fold(cases.of(person));
  for (const auto& happened : events) {
    if (!counts(happened, as_of)) continue;
    fold.step(happened);
    const auto& event = *happened.event;
    if (event.date && traits_of(event.type).reach != Reach::Nothing && !event.sources.empty())
      confirm(status, *event.date, event.sources.front().source.id);
  }
  fold.pass(as_of);
  const auto& state = fold.state();

  for (auto line = state.lines.begin() + 1; line != state.lines.end(); ++line)
    if (is_told(*line, events, model::find_case(record, line->id))) status.cases.push_back(case_state(*line));
  if (is_told(state.lines.front(), events, nullptr)) status.cases.push_back(case_state(state.lines.front()));
  status.amnesties = state.amnesties;
  for (const auto& line : state.restrictions) status.restrictions.push_back(line.restriction);
  tell_life(status, state);
  tell_prosecution(status);
  if (state.died) status.open_prosecution = false;
  if (const auto mark = tell_display(status, state)) {
    status.since = mark->date;
    status.since_is_computed = mark->computed;
    status.decisive_event = mark->id;
    confirm_by_publication(record, status, *mark->event, as_of);
  }
  return status;
}

std::vector<Status> statuses_of(const model::Record& record, base::Day as_of) {
  static constexpr std::size_t kPeopleOfThread = 500;
  std::vector<Status> all(record.people.size());
  const model::CaseIndex cases(record);
  base::in_ranges(all.size(), kPeopleOfThread, [&](std::size_t begin, std::size_t end) {
    for (auto i = begin; i < end; ++i) all[i] = status_of(record, cases, record.people[i], as_of);
  });
  return all;
}

}  // namespace tracker::rules
