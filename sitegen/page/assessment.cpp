#include "sitegen/page/assessment.h"

#include <algorithm>

#include "sitegen/page/charges.h"
#include "sitegen/page/law_words.h"
#include "sitegen/page/sections.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Answer;
using tracker::model::code_of;
using tracker::model::Outcome;
using tracker::model::Test;
using tracker::rules::Assessment;
using tracker::rules::PersonLaw;
using tracker::rules::Verdict;

bool is_outside(const Assessment& one) {
  return one.verdict.outcome == Outcome::Outside;
}

Html months_line(const Context& context, const Assessment& one, const Verdict& verdict) {
  const auto& sentence = one.charge->sentence;
  if (!sentence || !sentence->months || verdict.outcome != Outcome::Reduced || verdict.fraction.is_zero()) return {};
  return context.say("assess.months",
                     {{"from", months(context, *sentence->months)},
                      {"to", months(context, tracker::rules::months_after(*sentence->months, verdict.fraction))}});
}

Html missing_fact(const Context& context, const tracker::rules::Step& step) {
  const auto* words = step.missing ? step.missing : step.words;
  const Slots what = {{"what", words ? context.proper(*words) : Html()}};
  switch (step.test) {
    case Test::Condition:
      return what.at("what");
    case Test::Effect:
      return words ? (step.missing ? what.at("what") : context.say("assess.missing_effect", {}, what)) : Html();
    case Test::Window:
    case Test::Listed:
    case Test::Gravity:
    case Test::Exclusion:
    case Test::Recidivism:
    case Test::Situation:
      return context.say("assess.missing_" + std::string(code_of(step.test)), {}, what);
    default:
      return {};
  }
}

Html missing(const Context& context, const Assessment& one) {
  Html items;
  const bool many_parts = one.charge->parts.size() > 1;
  if (many_parts) items += element("li", {}, context.say("assess.missing_part"));
  for (const auto& step : one.steps) {
    if (step.answer != Answer::Unknown || (many_parts && step.test == Test::Gravity)) continue;
    if (const Html fact = missing_fact(context, step); !fact.empty()) items += element("li", {}, fact);
  }
  if (items.empty()) return {};
  return all(element("p", {}, context.say("assess.missing")), element("ul", {}, items));
}

Html possible(const Context& context, const Assessment& one) {
  if (one.possible.empty()) return {};
  Html items;
  for (const auto& possibility : one.possible) {
    const auto reference = one.charge->code->law->id + ':' + one.charge->found->told->number +
                           (possibility.part->told->part.empty() ? "" : '.' + possibility.part->told->part);
    items += element("li", {}, article_number(context, reference), " (",
                     grade(context, *one.charge->code->law, possibility.part->grade), "): ",
                     verdict(context, possibility.verdict));
  }
  return all(element("p", {}, context.say("assess.possible")), element("ul", {}, items));
}

Html readings(const Context& context, const Assessment& one) {
  if (!one.readings_differ()) return {};
  Html items;
  for (const auto& reading : one.readings)
    items += element("li", {}, element("b", {}, context.proper(reading.reading->title)), ": ",
                     verdict(context, reading.verdict), ". ", context.proper(reading.reading->text), " ",
                     proof(context, reading.reading->citation, reading.reading->certainty));
  return all(element("p", {}, context.say("assess.two_readings")), element("ul", {}, items));
}

Html steps(const Context& context, const Assessment& one) {
  Html items;
  for (const auto& step : one.steps)
    items += element("li", {{"class", "step " + std::string(code_of(step.answer))}}, step_line(context, one, step));
  return element("details", {}, element("summary", {}, context.say("assess.steps")),
                 element("ol", {css("law-steps")}, items));
}

Html sentence(const Context& context, const Assessment& one) {
  std::vector<Html> parts = {all(charge_link(context, *one.charge), ": ", verdict(context, one.verdict), ".")};
  if (!one.charge->live && one.charge->reclassified)
    parts.front() = all(charge_link(context, *one.charge), " (", context.say("assess.earlier_charge"), "): ",
                        verdict(context, one.verdict), ".");
  parts.push_back(months_line(context, one, one.verdict));
  parts.push_back(element(
      "span", {css("quiet")},
      context.say("assess.sure", {}, {{"certainty", certainty(context, one.verdict.certainty)}})));
  return spaced(parts);
}

Html act_block(const Context& context, const tracker::model::Status& status, const PersonLaw& law,
               const tracker::rules::Act& act) {
  Html items;
  for (const auto& one : law.assessments)
    if (one.act == &act && one.charge->code == act.code) items += assessment_item(context, one);
  return all(element("h3", {}, law_link(context, *act.law)), element("ul", {css("plain-list")}, items),
             decision_of(context, status, law, act.law->id));
}

bool is_decided(const tracker::model::Status& status, std::string_view act) {
  return std::any_of(status.amnesties.begin(), status.amnesties.end(),
                     [&](const tracker::model::AmnestyState& decided) { return decided.act == act; });
}

}  // namespace

Html assessment_item(const Context& context, const Assessment& one) {
  Html body = element("p", {}, sentence(context, one));
  body += readings(context, one);
  if (one.verdict.outcome == Outcome::Unknown) {
    body += missing(context, one);
    if (one.if_met.outcome != Outcome::Unknown)
      body += element("p", {},
                      context.say("assess.if_met", {}, {{"outcome", verdict(context, one.if_met)}}), " ",
                      months_line(context, one, one.if_met));
    else
      body += possible(context, one);
  }
  return element("li", {}, body, steps(context, one));
}

Html decision_of(const Context& context, const tracker::model::Status& status, const PersonLaw& law,
                 std::string_view act) {
  for (const auto& decided : status.amnesties) {
    if (decided.act != act) continue;
    Html line = context.say("decision." + std::string(code_of(decided.decision)));
    if (decided.effect) line += all(" (", context.say("effect." + std::string(code_of(*decided.effect))), ")");
    if (decided.date) line += all(", ", context.date(decided.date));
    const auto agreement = tracker::rules::agreement(decided, tracker::rules::decided_on(law, act));
    if (agreement != tracker::model::Agreement::NoDecision)
      line += all(": ", context.say("agreement." + std::string(code_of(agreement))));
    return element("p", {css("decision")}, element("b", {}, context.say("assess.court")), " ", line, ".");
  }
  return element("p", {css("quiet")}, context.say("assess.no_decision"));
}

Html assessment_of(const Context& context, const tracker::model::Person& person) {
  const auto& status = context.view.status_of(person);
  if (context.view.laws().acts().empty() && status.amnesties.empty()) return {};
  const auto law = context.view.law_of(person);
  if (law.subject.charges.empty() && status.amnesties.empty()) return {};
  Html body, outside;
  bool any_criminal = false;
  for (const auto& act : context.view.laws().acts()) {
    bool any = false, all_outside = true;
    for (const auto& one : law.assessments) {
      if (one.act != &act || one.charge->code != act.code) continue;
      any = true;
      all_outside = all_outside && is_outside(one);
    }
    any_criminal = any_criminal || any;
    if (!any) continue;
    auto& into = all_outside && !is_decided(status, act.law->id) ? outside : body;
    into += act_block(context, status, law, act);
  }
  // Decided under an act that the record cannot assess by: what the court did is told all the same.
  for (const auto& decided : status.amnesties) {
    if (context.view.laws().act(decided.act)) continue;
    if (const auto* known = tracker::model::find_law(context.record(), decided.act))
      body += element("h3", {}, law_link(context, *known));
    body += decision_of(context, status, law, decided.act);
  }
  if (!any_criminal && body.empty()) body = element("p", {}, context.say("assess.administrative"));
  if (!outside.empty())
    body += body.empty() ? outside
                         : element("details", {css("acts")}, element("summary", {}, context.say("assess.outside_all")), outside);
  return section(context, "amnesty", "assess.title", all(standing_words(context), body));
}

}  // namespace sitegen::page
