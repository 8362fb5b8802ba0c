// Repeat offenders, from the convictions that the record holds (for Kazakhstan: Criminal Code, article 14).
#include <algorithm>

#include "tracker/rules/assess_part.h"

namespace tracker::rules {
namespace {

using model::Answer;

Answer of_grade(const ChargeFacts& earlier, int wanted) {
  Answer answer = Answer::No;
  std::size_t graver = 0;
  for (const auto* part : earlier.parts) {
    if (part->grade == kNoGrade) answer = Answer::Unknown;
    if (part->grade >= wanted) ++graver;
  }
  if (earlier.parts.empty()) return Answer::Unknown;
  if (graver == earlier.parts.size()) return Answer::Yes;
  return graver > 0 ? Answer::Unknown : answer;
}

Answer was_before(const DayRange& day, const DayRange& offence) {
  if (day.latest < offence.earliest) return Answer::Yes;
  return day.earliest > offence.latest ? Answer::No : Answer::Unknown;
}

Answer of_punishment(const model::Recidivism& rule, const ChargeFacts& earlier) {
  const auto& kinds = rule.earlier_punishment;
  if (kinds.empty()) return Answer::Yes;
  if (!earlier.sentence || !earlier.sentence->kind) return Answer::Unknown;
  return std::find(kinds.begin(), kinds.end(), *earlier.sentence->kind) != kinds.end() ? Answer::Yes : Answer::No;
}

/// The conviction was neither lifted nor extinguished when the later act was done.
Answer stood(const ChargeFacts& earlier, const DayRange& offence) {
  if (!earlier.cleared) return Answer::Yes;
  switch (was_before(*earlier.cleared, offence)) {
    case Answer::Yes: return Answer::No;
    case Answer::No: return Answer::Yes;
    case Answer::Unknown: break;
  }
  return Answer::Unknown;
}

/// How surely an earlier conviction counts.
Answer counts(const model::Recidivism& rule, const ChargeFacts& earlier, const ChargeFacts& charge) {
  if (!earlier.convicted || earlier.case_id == charge.case_id || earlier.code != charge.code) return Answer::No;
  if (earlier.age == model::Age::Minor) return Answer::No;
  return all_of(all_of(was_before(*earlier.convicted, charge.offence), stood(earlier, charge.offence)),
                all_of(of_punishment(rule, earlier), of_grade(earlier, charge.code->grade(rule.earlier_grade))));
}

}  // namespace

Answer is_repeat(const model::Recidivism& rule, const Subject& subject, const ChargeFacts& charge,
                 const Part& part) {
  const int wanted = charge.code->grade(rule.grade);
  if (part.grade != kNoGrade && part.grade < wanted) return Answer::No;
  int sure = 0, possible = 0;
  for (const auto& earlier : subject.charges) {
    const auto answer = counts(rule, earlier, charge);
    if (answer == Answer::Yes) ++sure;
    if (answer != Answer::No) ++possible;
  }
  if (possible < rule.count) return Answer::No;
  return sure >= rule.count && part.grade != kNoGrade ? Answer::Yes : Answer::Unknown;
}

}  // namespace tracker::rules
