// What the court did, beside what the acts say.
#include <algorithm>

#include "tracker/rules/assess.h"

namespace tracker::rules {
namespace {

using model::Answer;
using model::Outcome;
using model::Test;

bool is_better_than_nothing(const Verdict& verdict) {
  return verdict.outcome <= Outcome::Reduced;
}

}  // namespace

std::vector<const Assessment*> decided_on(const PersonLaw& law, std::string_view act) {
  std::vector<const Assessment*> inside, all;
  for (const auto& one : law.assessments) {
    if (one.act->law->id != act) continue;
    all.push_back(&one);
    // What the act plainly never reached was not before the court: an earlier conviction is a ground, no subject.
    if (one.verdict.outcome != Outcome::Outside) inside.push_back(&one);
  }
  return inside.empty() ? all : inside;
}

std::vector<std::string_view> grounds(const Assessment& assessment) {
  std::vector<std::string_view> found;
  for (const auto& step : assessment.steps) {
    const bool is_exclusion = step.test == Test::Exclusion || step.test == Test::Recidivism;
    const bool is_gate = step.test == Test::Code || step.test == Test::Window || step.test == Test::Condition ||
                         step.test == Test::Listed || step.test == Test::Situation || step.test == Test::Effect;
    if (is_exclusion && step.answer == Answer::Yes) found.push_back(step.subject);
    if (is_gate && step.answer == Answer::No) found.push_back(step.subject.empty() ? model::code_of(step.test) : step.subject);
  }
  return found;
}

int months_after(int months, const Fraction& reduced_by) {
  const int kept = months * (reduced_by.denominator - reduced_by.numerator);
  return (kept + reduced_by.denominator - 1) / reduced_by.denominator;
}

model::Agreement agreement(const model::AmnestyState& decided, const std::vector<const Assessment*>& of_charges) {
  using enum model::Agreement;
  if (decided.decision != model::Decision::Granted && decided.decision != model::Decision::Refused) return NoDecision;
  const bool granted = decided.decision == model::Decision::Granted;
  std::vector<const Verdict*> first, others;
  for (const auto* one : of_charges) {
    first.push_back(&one->verdict);
    for (std::size_t i = 1; i < one->readings.size(); ++i) others.push_back(&one->readings[i].verdict);
  }
  if (first.empty()) return CannotSay;
  const auto fits = [&](const Verdict* verdict) { return is_better_than_nothing(*verdict) == granted; };
  const auto is_unknown = [](const Verdict* verdict) { return verdict->outcome == Outcome::Unknown; };
  if (std::any_of(first.begin(), first.end(), is_unknown)) return CannotSay;
  // A decision that frees is right where the act reaches any of the charges, a refusal where it reaches none.
  const auto says = [&](const std::vector<const Verdict*>& verdicts) {
    return granted ? std::any_of(verdicts.begin(), verdicts.end(), fits)
                   : std::all_of(verdicts.begin(), verdicts.end(), fits);
  };
  const bool by_first = says(first);
  const bool by_others = others.empty() ? by_first : says(others);
  if (by_first && by_others) return Agrees;
  return by_first || by_others ? AgreesInOneReading : Disagrees;
}

}  // namespace tracker::rules
