// When things end: terms, parole, deferrals, bans, probation, limitation, convictions. Computed from the sentence, the time
// in custody and the rules on terms that the record holds; never taken for known, and shown line by line.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tracker/model/record.h"
#include "tracker/rules/law_book.h"

namespace tracker::rules {

/// What a line of a reckoning says.
enum class Work {
  Effect,      // the sentence took effect on `days`
  NoEffect,    // … or it is not told that it did: `days` is the verdict
  Replaced,    // it begins anew on `days`
  Term,        // + `count` months
  TermDays,    // + `count` days
  Share,       // `rate` of the term: `count` months
  ShareDays,   // `rate` of the joint sentence, from the further verdict on: `count` days
  Held,        // `count` days in custody of `liberty`, each for `rate`
  Credit,      // − `count` days of credit
  Regime,      // the institution that the rate depends on
  AfterPrior,  // begins where the earlier term ends, on `days`
  InPart,      // the unserved part may be added in part only
  Cap,         // two sentences together come to `count` months at most: `days`
  Floor,       // not before `count` months served
  Told,        // a source gives the day
  BanFrom,     // the ban begins on `days`
  Offence,     // done on `days`
  Years,       // + `count` years
  AfterTerm,   // counted from the end of the sentence, `days`
  BarNever,    // parole is closed
  BarCondition,// parole on a condition only
  Sooner,      // an earlier day for some: `days`
  Sum,         // = `days`
};

struct WorkLine {
  Work work = Work::Sum;
  std::optional<DayRange> days;
  std::optional<std::pair<int, int>> count;  // from, to
  std::string rate;                          // "3/2"
  model::Liberty liberty = model::Liberty::Unknown;
  const model::Localised* words = nullptr;  // of the law
  std::string_view citation;
  model::Certainty certainty = model::Certainty::High;
};

struct Reckoning {
  DayRange when;
  bool open_end = false;  // there is a first day, and no last
  model::Certainty certainty = model::Certainty::High;
  std::vector<WorkLine> lines;
};

struct Clock {
  model::ClockKind kind = model::ClockKind::EndOfTerm;
  std::string case_id;
  std::string id;         // unique for a person and lasting: "end_of_term/case", "limitation/case/kz-cc-2014:272.1"
  std::string article;    // of limitation
  bool told = false;      // a source gives the day; else it is computed
  Reckoning reckoning;
};

/// Every clock of a person whom the record does not call dead, in order of day; what was over by `as_of` because a court or
/// a source ended it is left out. `as_of` decides which events are known.
std::vector<Clock> clocks_of(const model::Record& record, const model::CaseIndex& cases, const model::Person& person,
                             const LawBook& book, base::Day as_of);
/// The same for one person alone: looks through all cases.
std::vector<Clock> clocks_of(const model::Record& record, const model::Person& person, const LawBook& book,
                             base::Day as_of);

std::string_view code_of(Work work);

}  // namespace tracker::rules
