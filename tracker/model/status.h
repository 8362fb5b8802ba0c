// What the fold of the events says of a person on a day. Written by tracker/rules, read by pages and commands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/base/date.h"
#include "tracker/model/enums.h"
#include "tracker/model/event.h"

namespace tracker::model {

/// A charge that is or was live in a case.
struct ChargeState {
  std::string article;  // reference, "kz-cc-2014:272.1"
  bool live = true;     // false once reclassified, dropped or closed
  bool convicted = false;
  std::optional<base::PartialDate> since;
  std::optional<base::PartialDate> until;
  std::string replaced_by;  // article references, joined by ", "; where it was reclassified
};

struct SentenceState {
  Sentence sentence;
  std::optional<base::PartialDate> since;
  bool in_force = false;
  bool added = false;   // on top of an earlier one
  bool ended = false;   // served, replaced, amnestied, quashed
};

struct CaseState {
  std::string case_id;  // empty: events that name no case
  CaseKind kind = CaseKind::Criminal;
  Stage stage = Stage::None;
  std::optional<base::PartialDate> stage_since;
  std::vector<ChargeState> charges;
  std::vector<SentenceState> sentences;
};

struct AmnestyState {
  std::string act;
  Decision decision = Decision::None;
  std::optional<AmnestyEffect> effect;
  std::optional<base::PartialDate> date;
};

struct Restriction {
  std::string kind;  // "activity_ban", or what a restriction_imposed event says
  std::optional<int> months;
  std::optional<base::PartialDate> since;
};

struct LastConfirmed {
  base::PartialDate date;
  std::string source;  // source id
};

struct Status {
  Display display = Display::Unknown;
  Liberty liberty = Liberty::Unknown;
  Deprived deprived = Deprived::Unknown;
  Life life = Life::Alive;
  Stage stage = Stage::None;  // of the case that stands furthest in the person's disfavour
  std::optional<base::PartialDate> since;          // of the display status
  std::optional<base::PartialDate> liberty_since;
  bool since_is_computed = false;                  // an end by itself (an arrest that ran out)
  std::optional<LastConfirmed> last_confirmed;
  std::string decisive_event;                      // id of the event behind the display status
  std::vector<CaseState> cases;
  std::vector<AmnestyState> amnesties;
  std::vector<Restriction> restrictions;
  bool prosecuted = false;       // ever a defendant of a criminal case
  bool open_prosecution = false; // a criminal case is open, or a sentence is being served
};

}  // namespace tracker::model
