// The fold itself, event by event, for `status_of` (which wants its end) and `check` (which looks at the
// state before and after each step). Private to this folder.
//
// Four layers move side by side: what concerns the person alone (wanted, exile, disappeared, death),
// custodies that belong to no measure (police, administrative, abroad, hospital), and in every case a measure
// and a sentence. The liberty axis is the strongest of what stands; see liberty.cpp.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/instant.h"
#include "tracker/model/record.h"
#include "tracker/model/status.h"

namespace tracker::rules {

/// The event that began something.
struct Mark {
  const model::Event* event = nullptr;
  std::string id;                         // "e3", or "case-id/e3" for an event of a case file
  std::optional<base::PartialDate> date;  // the day it began: the event's, or computed from it
  bool computed = false;
  int place = 0;  // in the order of things
};

struct Custody {
  model::Liberty liberty = model::Liberty::Detained;
  Mark since;
  std::string case_id;
  std::optional<base::PartialDate> ends;  // an administrative arrest ends by itself once all of this is past
  bool end_is_told = false;               // by `until`, not counted from `days`
};

/// A measure or a sentence of somebody who is out of reach (abroad, wanted) is not executed until the person
/// is caught.
struct Measure {
  model::Liberty liberty = model::Liberty::PretrialDetention;
  Mark since;
  bool executed = true;
};

struct Term {
  model::SentenceState told;
  model::Liberty liberty =
      model::Liberty::Unknown;  // what serving it means now: imprisoned, deferred, parole …
  Mark since;
  bool executed = true;
};

enum class Verdict { None, Convicted, Acquitted };

struct CaseLine {
  std::string id;  // empty: events that name no case
  model::CaseKind kind = model::CaseKind::Criminal;
  bool has_events = false;
  model::Stage stage = model::Stage::None;
  Mark stage_since;
  Verdict verdict = Verdict::None;
  bool amnestied = false;
  std::optional<Measure> measure;
  std::vector<Term> terms;
  std::vector<model::ChargeState> charges;

  bool has_live_term() const;
  bool has_live_charge() const;
};

/// The last thing that ended something: it decides what a person who is free is shown as.
struct End {
  model::Display display = model::Display::Released;
  Mark at;
  std::string case_id;
};

struct RestrictionLine {
  model::Restriction restriction;
  std::string case_id;
};

struct State {
  std::vector<CaseLine> lines;     // the first is the one without an id
  std::vector<Custody> custodies;  // at most one of a kind
  std::optional<Mark> wanted;
  std::string wanted_in;  // case
  std::optional<Mark> exile;
  std::optional<Mark> disappeared;
  std::optional<Mark> died;
  bool died_deprived = false;
  std::optional<End> end;
  std::vector<model::AmnestyState> amnesties;
  std::vector<RestrictionLine> restrictions;
  model::Liberty liberty = model::Liberty::Unknown;  // the strongest, after the last step
  Mark liberty_since;                                // the step at which it became so

  bool is_out_of_reach() const { return exile || wanted; }
};

struct Step {
  const model::Event& event;
  Mark mark;
  std::string case_id;
};

class Fold {
 public:
  explicit Fold(const std::vector<const model::Case*>& cases);
  /// The next event in the order of things.
  void step(const model::SituatedEvent& happened);
  /// Ends the arrests that have run out by that day.
  void pass(base::Day day);
  const State& state() const { return state_; }

 private:
  void settle(const Mark& mark);
  State state_;
  int place_ = 0;
};

/// The state that wins on the liberty axis, and what began it.
struct Standing {
  model::Liberty liberty = model::Liberty::Unknown;
  Mark since;
};
Standing strongest(const State& state);

/// Place in the precedence table; smaller is stronger.
std::size_t rank(model::Display display);
/// The display state of the same code.
model::Display display_of(model::Liberty liberty);

/// The case is before an investigator or a court.
bool is_open(model::Stage stage);
/// The same, but a verdict whose sentences have all ended keeps nobody waiting, whether or not somebody told
/// that it entered into force.
enum class Sentences { None, Live, Ended };
bool is_pending(model::Stage stage, Sentences sentences);

/// Event as it is named in a status.
std::string event_name(const model::SituatedEvent& happened);

// The layers. Each looks at one event and moves its own part of the state.
void apply_custody(State& state, const Step& step);
void apply_charges(State& state, const Step& step);
void apply_sentence(State& state, const Step& step);
void apply_stage(State& state, const Step& step);
void apply_amnesty_decision(State& state, const Step& step);
void apply_restriction(State& state, const Step& step);

// What several layers need.
CaseLine& line_of(State& state, std::string_view case_id);
/// The case that the event names. An event that names none concerns the line without an id if `acts_on` holds
/// there, else every case where it holds.
std::vector<CaseLine*> targets(State& state, const Step& step,
                               const std::function<bool(const CaseLine&)>& acts_on);
/// Takes away custodies of one of `kinds` that belong to the case, to none, or (with an empty case) to any.
bool end_custodies(State& state, std::string_view case_id, std::initializer_list<model::Liberty> kinds);
/// Nothing of the case stands any more: measure, sentences, charges, a search for the person.
void close_case(State& state, CaseLine& line, model::Display display, const Mark& mark);
bool end_terms(CaseLine& line, const std::function<bool(const Term&)>& which);
void set_stage(CaseLine& line, model::Stage stage, const Mark& mark);
/// An acquittal on some of the live charges only.
bool is_partial_acquittal(const CaseLine& line, const model::Event& event);

}  // namespace tracker::rules
