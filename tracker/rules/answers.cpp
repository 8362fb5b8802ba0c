// Answers put together, and what a charge answers by itself.
#include <algorithm>

#include "tracker/rules/assess_part.h"

namespace tracker::rules {

using model::Answer;
using model::Situation;

Answer all_of(Answer a, Answer b) {
  if (a == Answer::No || b == Answer::No) return Answer::No;
  return a == Answer::Yes && b == Answer::Yes ? Answer::Yes : Answer::Unknown;
}

Answer any_of(Answer a, Answer b) {
  if (a == Answer::Yes || b == Answer::Yes) return Answer::Yes;
  return a == Answer::No && b == Answer::No ? Answer::No : Answer::Unknown;
}

Answer has_class(const ChargeFacts& charge, const Part& part, ClassSet wanted) {
  if (part.classes & wanted) return Answer::Yes;
  for (const auto& [clause, classes] : part.clauses) {
    if (!(classes & wanted)) continue;
    if (charge.clause.empty()) return Answer::Unknown;
    if (charge.clause == clause) return Answer::Yes;
  }
  return Answer::No;
}

Answer has_class(const ChargeFacts& charge, ClassSet wanted) {
  std::optional<Answer> answer;
  for (const auto* part : charge.parts) {
    const auto one = has_class(charge, *part, wanted);
    answer = !answer || *answer == one ? one : Answer::Unknown;
  }
  return answer.value_or(Answer::No);
}

std::vector<Situation> situations(const Act& act, const ChargeFacts& charge) {
  const auto& day = act.in_force;
  if (charge.gone && !charge.reclassified && charge.gone->latest < day.earliest) return {};
  if (!charge.convicted || charge.convicted->earliest > day.latest) return {Situation::Pending};
  // A sentence that this very act ended was not over when the act came.
  const auto over = charge.over_by == act.law->id ? std::nullopt : charge.over;
  const auto is_over = [&](const std::optional<DayRange>& end) { return end && end->latest < day.earliest; };
  if (is_over(over) || is_over(charge.term_end)) return {Situation::Served};
  std::vector<Situation> at = {Situation::Convicted};
  if (charge.convicted->latest > day.earliest) at.insert(at.begin(), Situation::Pending);
  const auto may_be_over = [&](const std::optional<DayRange>& end) { return end && end->earliest < day.latest; };
  if (may_be_over(over) || (!over && may_be_over(charge.term_end))) at.push_back(Situation::Served);
  return at;
}

}  // namespace tracker::rules
