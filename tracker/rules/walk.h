// The way of a person through custody and sentences, read off the fold step by step: what assessments and clocks are
// computed from. Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/model/record.h"
#include "tracker/rules/law_book.h"

namespace tracker::rules {

/// A date of the record as a range, and how sure it is: an approximate or uncertain date, and one of an event that is
/// itself uncertain, weigh less.
struct Moment {
  DayRange days;
  model::Certainty certainty = model::Certainty::High;
  const model::Event* event = nullptr;
};

/// A time in custody or under house arrest before a sentence took effect.
struct Held {
  model::Liberty liberty = model::Liberty::PretrialDetention;
  Moment from;
  std::optional<Moment> to;  // nothing: it goes on
};

struct WalkedTerm {
  model::Sentence sentence;
  Moment imposed;
  std::optional<Moment> in_force;
  std::optional<Moment> over;
  std::string over_by;  // the amnesty act that ended it, or that opened the doors
  std::optional<Moment> deferred;
  std::optional<base::PartialDate> deferred_until;
  bool deferral_over = false;
  std::optional<Moment> paroled;
  bool added = false;
  bool replaces = false;  // what was left of an earlier one: it begins on its own day, without credit
  bool executed = true;   // not so while the person is out of reach
};

struct WalkedCharge {
  std::string article;
  Moment since;
  std::optional<Moment> convicted;
  std::optional<Moment> gone;  // without a conviction
  bool reclassified = false;   // … into something else
  bool live = true;
};

struct WalkedCase {
  std::string id;
  model::CaseKind kind = model::CaseKind::Criminal;
  std::vector<WalkedCharge> charges;
  std::vector<Held> held;
  std::vector<WalkedTerm> terms;
  std::optional<Moment> lifted;  // the conviction, by a court or by an amnesty act
};

struct Walk {
  std::vector<WalkedCase> cases;
  bool died = false;
};

/// Another case brought a prison term before that one.
bool had_prison_before(const Walk& walk, const WalkedCase& than);

/// Events up to and with that day.
Walk walk_of(const model::Record& record, const model::CaseIndex& cases, const model::Person& person, base::Day as_of);

}  // namespace tracker::rules
