// What cannot happen in the state that the person is in: the fold is walked step by step, and each event is
// held against the state before it.
#include <algorithm>
#include <iterator>
#include <utility>

#include "tracker/rules/check_part.h"
#include "tracker/rules/fold.h"
#include "tracker/rules/status.h"
#include "tracker/rules/traits.h"

namespace tracker::rules {
namespace {

using enum model::EventType;
using model::EventType;
using model::Liberty;

struct Look {
  const model::SituatedEvent& happened;
  const model::Person& person;
  base::Findings& findings;

  EventType type() const { return happened.event->type; }
  std::string case_id() const { return happened.of_case ? happened.of_case->id : std::string{}; }
  /// The event is told of all defendants of its case together.
  bool is_of_all() const { return happened.file != &person.file && happened.event->defendants.empty(); }
  void tell(Severity severity, std::string code, const std::string& message, std::string hint = {}) const {
    report(findings, {*happened.file, happened.event->at},
           {.severity = severity,
            .code = std::move(code),
            .message = std::string(model::code_of(type())) + " (" + happened.event->id + ')' +
                       for_whom(happened, person) + ' ' + message,
            .hint = std::move(hint)});
  }
};

template <std::size_t N>
bool is_among(const EventType (&types)[N], EventType type) {
  return std::find(std::begin(types), std::end(types), type) != std::end(types);
}

/// What only happens to the living. Courts go on: people are acquitted, and even convicted, after death.
constexpr EventType kOfTheLiving[] = {
    Summoned,
    Wanted,
    LeftCountry,
    Returned,
    Disappeared,
    Found,
    Detained,
    Fined,
    AdminArrest,
    ExtraditionArrest,
    ArrestedPretrial,
    HouseArrest,
    TravelRestriction,
    Bail,
    PsychiatricCommitment,
    SentenceDeferred,
    DeferralEnded,
    ParoleRequested,
    ParoleRefused,
    ParoleGranted,
    Transferred,
    RestrictionImposed,
    RestrictionEnded,
    Released,
    SentenceServed,
    Died,
    HungerStrike,
};

void look_at_death(const State& state, const Look& look) {
  if (!state.died || !is_among(kOfTheLiving, look.type())) return;
  const auto& date = look.happened.event->date;
  if (look.type() != Died && date && state.died->date && !surely_before(*state.died->date, *date)) return;
  look.tell(
      Severity::Error, "after-death", "comes after the death of the person",
      look.is_of_all() ? "name the `defendants` that the event concerns" : "correct the date of one of them");
}

void look_at_closed_case(const State& state, const Look& look) {
  constexpr EventType kVerdicts[] = {Convicted, Sentenced, SentenceAdded};
  if (!is_among(kVerdicts, look.type())) return;
  for (const auto& line : state.lines) {
    if (line.id != look.case_id()) continue;
    if (line.stage != model::Stage::Closed && line.stage != model::Stage::Acquitted &&
        line.stage != model::Stage::Expunged)
      continue;
    look.tell(Severity::Error, "verdict-in-closed-case",
              "comes after the case ended as " + std::string(model::code_of(line.stage)),
              look.is_of_all()
                  ? "name the `defendants` that the event concerns"
                  : "tell how it was taken up again: case_opened, sent_to_court or retrial_ordered");
  }
}

bool is_held_by(const CaseLine& line) {
  return line.measure && line.measure->executed && deprives(line.measure->liberty) == model::Deprived::Yes;
}

bool is_imprisoned_by(const CaseLine& line) {
  return std::any_of(line.terms.begin(), line.terms.end(), [](const Term& term) {
    return !term.told.ended && term.executed && term.liberty == Liberty::Imprisoned;
  });
}

/// Two custodies at once. A person in prison can be remanded in a further case; everything else is a slip.
void look_at_measures(const State& state, const Look& look) {
  const auto measure = traits_of(look.type()).measure;
  if (!measure && look.type() != Detained) return;
  for (const auto& line : state.lines) {
    if (measure && line.id == look.case_id()) {
      if (line.measure && line.measure->executed && line.measure->liberty == *measure)
        look.tell(Severity::Warning, "same-measure", "comes while that measure already stands in the case",
                  "a measure that is prolonged is told as confirmed");
      continue;
    }
    const bool is_remand = measure == Liberty::PretrialDetention;
    if (!is_held_by(line) && (is_remand || !is_imprisoned_by(line))) continue;
    const auto held_as = is_imprisoned_by(line) ? Liberty::Imprisoned : line.measure->liberty;
    const auto where = line.id.empty() ? std::string("events without a case") : "case " + in_quotes(line.id);
    look.tell(Severity::Warning, "two-custodies",
              "comes while " + std::string(model::code_of(held_as)) + " stands by " + where,
              "tell how that ended, or name the same case in both");
  }
}

void look_at_absence(const State& state, const Look& look) {
  constexpr EventType kHold[] = {Detained,    AdminArrest,           ArrestedPretrial,
                                 HouseArrest, PsychiatricCommitment, Released};
  if (state.exile && is_among(kHold, look.type()) && !(look.type() == Released && !state.custodies.empty()))
    look.tell(Severity::Warning, "held-while-abroad", "comes while the person is abroad",
              "tell the return first; for an arrest ordered in absence say wanted");
  if (look.type() == Wanted && deprives(state.liberty) == model::Deprived::Yes &&
      state.liberty != Liberty::Disappeared)
    look.tell(Severity::Warning, "wanted-while-held",
              "comes while the person is held: " + std::string(model::code_of(state.liberty)),
              "tell how that ended");
}

void look_at_charges(const State& before, const Look& look) {
  if (look.type() != Convicted || !look.happened.event->charges.empty()) return;
  for (const auto& line : before.lines)
    if (line.id == look.case_id() && line.kind == model::CaseKind::Criminal &&
        line.stage != model::Stage::None && line.charges.empty())
      look.tell(Severity::Warning, "convicted-without-charges",
                "does not say of what, and no charge is known", "name the articles in `charges`");
}

/// Pairs on one day whose outcome hangs on which came first; the later one wins, and without `order` that is
/// the second.
constexpr std::pair<EventType, EventType> kDoubtfulPairs[] = {
    {ArrestedPretrial, Released},
    {HouseArrest, Released},
    {ArrestedPretrial, HouseArrest},
    {Fined, AdminArrest},
};

/// What begins a custody, and what usually follows on it within days. A date that gives only the month lies
/// before every day of it, so that a fine of "October" would come before the detention of 6 October.
constexpr EventType kBeginnings[] = {Detained, AdminArrest, ArrestedPretrial, HouseArrest};
constexpr EventType kFollowers[] = {Fined, AdminArrest, ArrestedPretrial, HouseArrest, TravelRestriction,
                                    Bail,  Sentenced,   Released};

bool is_doubtful_day(const model::Event& earlier, const model::Event& later) {
  return earlier.date == later.date && earlier.order == later.order &&
         std::find(std::begin(kDoubtfulPairs), std::end(kDoubtfulPairs),
                   std::pair(earlier.type, later.type)) != std::end(kDoubtfulPairs);
}

bool is_doubtful_range(const model::Event& earlier, const model::Event& later) {
  return earlier.date != later.date && earlier.type > later.type && is_among(kBeginnings, later.type) &&
         is_among(kFollowers, earlier.type) && !surely_before(*earlier.date, *later.date) &&
         later.date->precision() != base::Precision::Year &&
         earlier.date->precision() != base::Precision::Year;
}

/// The event already follows a custody of its own: an interval that begins on the day of one was written on
/// purpose.
bool follows_a_custody(const std::vector<model::SituatedEvent>& events, std::size_t at) {
  const auto end = events.begin() + static_cast<std::ptrdiff_t>(at);
  return std::any_of(events.begin(), end, [&](const model::SituatedEvent& before) {
    return is_among(kBeginnings, before.event->type) && before.event->date &&
           !surely_before(*before.event->date, *events[at].event->date);
  });
}

void look_at_order(const std::vector<model::SituatedEvent>& events, std::size_t at,
                   const model::Person& person, base::Findings& findings) {
  const auto& later = *events[at].event;
  if (!later.date) return;
  const Look look{events[at], person, findings};
  for (std::size_t i = 0; i < at; ++i) {
    const auto& earlier = *events[i].event;
    if (!earlier.date) continue;
    const auto other = std::string(model::code_of(earlier.type)) + " (" + earlier.id + ')';
    if (is_doubtful_day(earlier, later))
      look.tell(Severity::Note, "same-day-order",
                "and " + other + " are of one day; the record takes the first of these to be the later",
                "say which came first with `order`");
    if (is_doubtful_range(earlier, later) && !follows_a_custody(events, i))
      look.tell(
          Severity::Note, "doubtful-order",
          "is taken to come after " + other + ", whose date " + earlier.date->edtf() + " leaves that open",
          "if it came before, say so with an interval that begins on " + later.date->edtf());
  }
}

/// Police detention lasts three days at most; somebody who seems to be there longer is somebody nobody wrote
/// about.
void look_at_end(const State& state, const Look& look, base::Day today) {
  static constexpr auto kLongest = std::chrono::days(3);
  const auto standing = strongest(state);
  if (standing.liberty != Liberty::Detained || !standing.since.date) return;
  if (standing.since.date->latest() + kLongest >= today) return;
  look.tell(Severity::Warning, "detention-without-end",
            "is the last word on the person's liberty, and police detention lasts days",
            "tell what followed: released, fined, admin_arrest, arrested_pretrial …");
}

void check_person(const model::Record& record, const model::CaseIndex& cases, const model::Person& person,
                  base::Day today, base::Findings& findings) {
  auto events = model::events_of(record, cases, person);
  std::erase_if(events, [&](const model::SituatedEvent& happened) {
    return happened.event->date && happened.event->date->earliest() > today;
  });
  Fold fold(cases.of(person));
  for (std::size_t at = 0; at < events.size(); ++at) {
    const Look look{events[at], person, findings};
    if (const auto& date = events[at].event->date) fold.pass(date->earliest());
    const auto& before = fold.state();
    look_at_death(before, look);
    look_at_closed_case(before, look);
    look_at_measures(before, look);
    look_at_absence(before, look);
    look_at_charges(before, look);
    look_at_order(events, at, person, findings);
    fold.step(events[at]);
  }
  fold.pass(today);
  const auto standing = strongest(fold.state());
  for (const auto& happened : events)
    if (happened.event == standing.since.event)
      look_at_end(fold.state(), {happened, person, findings}, today);
}

}  // namespace

void check_states(const model::Record& record, base::Day today, base::Findings& findings) {
  const model::CaseIndex cases(record);
  for (const auto& person : record.people) check_person(record, cases, person, today, findings);
}

}  // namespace tracker::rules
