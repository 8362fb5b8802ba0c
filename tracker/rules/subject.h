// What the record tells of a person that laws ask about: every charge that ever was live, when the act was done, what came
// of it. Made once a person, then assessed by as many acts as there are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/model/record.h"
#include "tracker/rules/law_book.h"
#include "tracker/rules/walk.h"

namespace tracker::rules {

/// A charge with everything that assessments need. Plain data: tests and benchmarks make it by hand.
struct ChargeFacts {
  std::string article;  // reference, "kz-cc-2014:272.2"
  std::string number;   // "272.2", without the law
  std::string clause;
  std::string case_id;
  const Code* code = nullptr;
  const BookArticle* found = nullptr;
  std::vector<const Part*> parts;  // what it can be, in the edition of the day of the act; one where the part is told
  DayRange offence = DayRange::open();
  bool offence_is_told = false;  // else bounded by the first day on which the charge is told of
  model::Certainty offence_certainty = model::Certainty::Medium;
  std::optional<model::Age> age;
  std::vector<std::string_view> holds;  // facts
  std::vector<std::string_view> fails;
  model::Certainty facts_certainty = model::Certainty::High;
  DayRange charged = DayRange::open();
  std::optional<DayRange> convicted;
  std::optional<DayRange> gone;  // without a conviction
  bool reclassified = false;
  bool live = true;
  std::optional<model::Sentence> sentence;  // of the case, where it is convicted
  std::optional<DayRange> over;             // the sentence ended, as told
  std::string over_by;                      // by that amnesty act, which so found it unserved
  std::optional<DayRange> term_end;         // … or as computed
  std::optional<DayRange> cleared;          // the conviction is lifted or extinguished; nothing: it stands
  std::string beside_inchoate;              // number of an article on preparation or attempt charged in the same case
};

struct Subject {
  std::string person;
  std::vector<ChargeFacts> charges;  // in the order of the record
};

/// Events after `as_of` are not known yet.
Subject subject_of(const model::Record& record, const model::CaseIndex& cases, const model::Person& person,
                   const LawBook& book, base::Day as_of);
/// The same where the person was walked along already.
Subject subject_of(const model::Record& record, const model::Person& person, const Walk& walk, const LawBook& book);

/// The parts that a reference can mean for an act done within `offence`: one where the part is told, all that the article
/// then had where it is not.
std::vector<const Part*> candidate_parts(const BookArticle& article, std::string_view part, const DayRange& offence);

}  // namespace tracker::rules
