#include "tracker/rules/assess.h"

#include <algorithm>

#include "tracker/rules/assess_part.h"
#include "tracker/rules/judge.h"
#include "tracker/rules/limitation.h"

namespace tracker::rules {
namespace {

using model::Answer;
using model::Certainty;
using model::Outcome;
using model::Test;

/// The steps of several parts as one list: what differs is not known.
std::vector<Step> merged(std::vector<Step> all, const std::vector<Step>& more) {
  const auto same = [](const Step& a, const Step& b) {
    return a.test == b.test && (a.subject == b.subject || a.test == Test::Gravity || a.test == Test::Effect);
  };
  for (auto& step : all) {
    const auto other =
        std::find_if(more.begin(), more.end(), [&](const Step& candidate) { return same(step, candidate); });
    const bool differs = other == more.end() || other->answer != step.answer || other->subject != step.subject ||
                         other->outcome != step.outcome;
    if (!differs) {
      step.certainty = lower(step.certainty, other->certainty);
      continue;
    }
    step.answer = Answer::Unknown;
    step.certainty = Certainty::NotVerified;
    step.outcome.reset();
    if (step.test == Test::Gravity || step.test == Test::Effect) {
      step.subject = {};
      step.words = nullptr;
      step.number = 0;
    }
  }
  for (const auto& step : more) {
    if (std::any_of(all.begin(), all.end(), [&](const Step& known) { return same(known, step); })) continue;
    // The plain "no exclusion applies" of one part is no step where another part is excluded.
    if (step.test == Test::Exclusion && step.subject.empty()) continue;
    auto open = step;
    open.answer = Answer::Unknown;
    open.certainty = Certainty::NotVerified;
    const auto place = std::find_if(all.begin(), all.end(), [&](const Step& known) { return known.test > step.test; });
    all.insert(place, std::move(open));
  }
  return all;
}

Verdict joined(const Verdict& a, const Verdict& b) {
  if (a == b) return {a.outcome, a.fraction, lower(a.certainty, b.certainty)};
  return {};
}

struct Several {
  std::optional<Verdict> verdict;
  void add(const Verdict& one) { verdict = verdict ? joined(*verdict, one) : one; }
};

void judge_parts(const Act& act, const Subject& subject, const ChargeFacts& charge, Assessment& result) {
  std::vector<const Part*> parts = charge.parts;
  if (parts.empty() || charge.code != act.code) parts = {nullptr};
  std::vector<Several> readings(act.readings.size());
  Several whole, if_met;
  for (const auto* part : parts) {
    Judged judged = judge(act, subject, charge, part);
    for (std::size_t i = 0; i < act.readings.size(); ++i) readings[i].add(judged.readings[i]);
    whole.add(judged.plain);
    if_met.add(judged.if_met);
    if (parts.size() > 1) result.possible.push_back({part, judged.if_met});
    result.steps = result.steps.empty() ? std::move(judged.steps) : merged(std::move(result.steps), judged.steps);
  }
  for (std::size_t i = 0; i < readings.size(); ++i)
    result.readings.push_back({act.readings[i].told, *readings[i].verdict});
  result.verdict = readings.empty() ? *whole.verdict : result.readings.front().verdict;
  if (result.verdict.outcome == Outcome::Unknown) result.if_met = *if_met.verdict;
}

/// Preparation and attempt are judged by the crimes they were aimed at: those charged beside them.
void judge_targets(const Act& act, const Subject& subject, const ChargeFacts& charge, Assessment& result) {
  Judged own = judge(act, subject, charge, nullptr);
  const Verdict gate = own.plain;
  result.steps = std::move(own.steps);
  std::erase_if(result.steps, [](const Step& step) {
    return step.test != Test::Code && step.test != Test::Window && step.test != Test::Condition;
  });
  Several whole;
  std::vector<Several> readings(act.readings.size());
  for (const auto& target : subject.charges) {
    if (target.case_id != charge.case_id || target.beside_inchoate != charge.number) continue;
    const auto one = assess(act, subject, target);
    whole.add(one.verdict);
    for (std::size_t i = 0; i < readings.size(); ++i) readings[i].add(one.readings[i].verdict);
    result.steps.push_back({.test = Test::Form,
                            .answer = Answer::Yes,
                            .certainty = charge.parts.empty() ? Certainty::Medium : charge.parts.front()->told->certainty,
                            .citation = charge.parts.empty() ? std::string_view(charge.code->law->citation)
                                                             : charge.parts.front()->told->citation,
                            .subject = target.number,
                            .outcome = one.verdict.outcome});
  }
  const bool is_outside = gate.outcome == Outcome::Outside;
  result.verdict = is_outside ? gate : whole.verdict.value_or(Verdict{});
  for (std::size_t i = 0; i < readings.size(); ++i)
    result.readings.push_back(
        {act.readings[i].told, is_outside ? gate : readings[i].verdict.value_or(Verdict{})});
}

/// The verdict came after the time for prosecution had run out.
std::optional<Step> lapsed(const LawBook& book, const ChargeFacts& charge) {
  if (!charge.convicted) return std::nullopt;
  const auto limit = limitation_of(book, charge);
  if (!limit || limit->when.latest >= charge.convicted->earliest) return std::nullopt;
  Step step{.test = Test::Limitation, .answer = Answer::Yes, .certainty = limit->certainty, .days = limit->when};
  for (const auto& line : limit->lines)
    if (line.work == Work::Years) {
      step.citation = line.citation;
      step.number = line.count->first;
    }
  return step;
}

void insert_in_order(std::vector<Step>& steps, const Step& step) {
  const auto place =
      std::find_if(steps.begin(), steps.end(), [&](const Step& other) { return other.test > step.test; });
  steps.insert(place, step);
}

}  // namespace

bool Assessment::readings_differ() const {
  return std::any_of(readings.begin(), readings.end(),
                     [&](const ReadingVerdict& one) { return !(one.verdict == readings.front().verdict); });
}

Assessment assess(const Act& act, const Subject& subject, const ChargeFacts& charge) {
  Assessment result{.act = &act, .charge = &charge};
  if (charge.found && charge.found->is_inchoate() && charge.code == act.code)
    judge_targets(act, subject, charge, result);
  else
    judge_parts(act, subject, charge, result);
  return result;
}

std::vector<Assessment> assess(const LawBook& book, const Subject& subject) {
  std::vector<Assessment> all;
  all.reserve(book.acts().size() * subject.charges.size());
  for (const auto& act : book.acts())
    for (const auto& charge : subject.charges) all.push_back(assess(act, subject, charge));
  for (std::size_t i = 0; i < subject.charges.size(); ++i)
    if (const auto step = lapsed(book, subject.charges[i]))
      for (std::size_t k = i; k < all.size(); k += subject.charges.size()) insert_in_order(all[k].steps, *step);
  return all;
}

PersonLaw law_of(const model::Record& record, const model::Person& person, const LawBook& book, base::Day as_of) {
  return law_of(record, model::CaseIndex(record), person, book, as_of);
}

PersonLaw law_of(const model::Record& record, const model::CaseIndex& cases, const model::Person& person,
                 const LawBook& book, base::Day as_of) {
  PersonLaw law;
  law.subject = subject_of(record, cases, person, book, as_of);
  law.assessments = assess(book, law.subject);
  return law;
}

}  // namespace tracker::rules
