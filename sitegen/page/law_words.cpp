#include "sitegen/page/law_words.h"

#include <chrono>

#include "sitegen/page/charges.h"
#include "sitegen/view/links.h"

namespace sitegen::page {

using html::css;
using html::element;
using tracker::model::Answer;
using tracker::model::Certainty;
using tracker::model::code_of;
using tracker::model::Test;
using tracker::rules::DayRange;
using tracker::rules::Step;

namespace {

std::string key_of(const Step& step) {
  const std::string answer(code_of(step.answer));
  switch (step.test) {
    case Test::Window:
      return "step." + std::string(step.subject == "before" ? "before." : "window.") + answer;
    case Test::Gravity:
      return step.answer == Answer::Yes && step.number == 0 ? "step.gravity.plain" : "step.gravity." + answer;
    case Test::Situation:
      if (step.answer == Answer::No) return "step.situation.gone";
      return step.situation && step.answer == Answer::Yes ? "step.situation." + std::string(code_of(*step.situation))
                                                          : "step.situation.unknown";
    default:
      return "step." + std::string(code_of(step.test)) + '.' + answer;
  }
}

/// What an effect says: the act's own words where it has them, else the outcome.
Html what_of(const Context& context, const tracker::rules::Assessment& of, const Step& step) {
  if (step.test == Test::Effect && step.outcome && *step.outcome != tracker::model::Outcome::Unknown) {
    const auto& all = of.verdict.outcome == *step.outcome ? of.verdict : of.if_met;
    return all.outcome == *step.outcome ? verdict(context, all)
                                        : context.say("amnesty." + std::string(code_of(*step.outcome)));
  }
  const auto* words = step.answer == Answer::Unknown && step.missing ? step.missing : step.words;
  return words ? context.proper(*words) : Html();
}

/// Some day of the range: of whole months no day is named, as none is known.
std::optional<tracker::base::PartialDate> within(const DayRange& range) {
  using std::chrono::year_month_day;
  const bool is_of_months = year_month_day(range.earliest).day() == std::chrono::day(1) &&
                            year_month_day(range.latest + std::chrono::days(1)).day() == std::chrono::day(1);
  const auto said = [&](tracker::base::Day day) {
    const std::string iso = tracker::base::to_iso(day);
    return is_of_months ? iso.substr(0, iso.rfind('-')) : iso;
  };
  const std::string first = said(range.earliest), last = said(range.latest);
  return tracker::base::PartialDate::parse(first == last ? first : first + '/' + last);
}

}  // namespace

Html days(const Context& context, const DayRange& range, bool open_end) {
  const auto open = DayRange::open();
  const auto named = [&](const char* key, tracker::base::Day day) {
    return context.say(key, {}, {{"date", context.day(day)}});
  };
  if (open_end) return named("dates.not_before", range.earliest);
  if (range.earliest == range.latest) return context.day(range.earliest);
  if (range.earliest == open.earliest && range.latest == open.latest) return context.say("date.unknown");
  if (range.earliest == open.earliest) return named("date.until", range.latest);
  if (range.latest == open.latest) return named("date.from", range.earliest);
  return context.date(within(range));
}

Html window(const Context& context, const tracker::rules::Act& act) {
  if (!act.has_window) return {};
  const auto open = DayRange::open();
  const auto& range = act.window;
  if (range.earliest == range.latest || range.earliest == open.earliest || range.latest == open.latest)
    return days(context, range);
  return context.say("date.span", {}, {{"from", context.day(range.earliest)}, {"to", context.day(range.latest)}});
}

Html verdict(const Context& context, const tracker::rules::Verdict& verdict) {
  const Html outcome = context.say("amnesty." + std::string(code_of(verdict.outcome)));
  if (verdict.outcome != tracker::model::Outcome::Reduced || verdict.fraction.is_zero()) return outcome;
  return context.say("assess.reduced_by", {{"fraction", verdict.fraction.text()}}, {{"outcome", outcome}});
}

Html certainty(const Context& context, Certainty certainty) {
  const Html word = context.say("certainty." + std::string(code_of(certainty)));
  return certainty == Certainty::NotVerified ? element("span", {css("doubt")}, word) : word;
}

Html proof(const Context& context, std::string_view citation, Certainty sure) {
  Html out;
  if (!citation.empty()) out += html::all(std::string(citation), " · ");
  return element("span", {css("proof")}, out, certainty(context, sure));
}

Html step_line(const Context& context, const tracker::rules::Assessment& of, const Step& step) {
  Slots slots;
  slots["what"] = what_of(context, of, step);
  if (step.words) slots["law"] = context.proper(*step.words);
  slots["window"] = window(context, *of.act);
  slots["days"] = step.days ? days(context, *step.days) : Html();
  slots["article"] = article_number(context, std::string(of.charge->code->law->id) + ':' + std::string(step.subject));
  slots["term"] = step.test == Test::Limitation ? Html(months(context, step.number * 12)) : Html(months(context, step.number));
  return all(context.say(key_of(step), {}, slots), " ", proof(context, step.citation, step.certainty));
}

Html law_link(const Context& context, const tracker::model::Law& law) {
  const std::string target = law.kind == tracker::model::LawKind::AmnestyAct && context.view.laws().act(law.id)
                                 ? view::act_path(law.id)
                                 : std::string(view::kLaws) + "#" + view::anchor("law", law.id);
  return context.link(target, context.proper(law.title));
}

Html grade(const Context& context, const tracker::model::Law& code, int index) {
  if (index == tracker::rules::kNoGrade) return context.say("law.not_read");
  return context.proper(code.grades[static_cast<std::size_t>(index)].title);
}

Html charge_link(const Context& context, const tracker::rules::ChargeFacts& charge) {
  return article_link(context, charge.article);
}

Html standing_words(const Context& context) {
  return element("p", {css("note")}, context.say("assess.standing"));
}

}  // namespace sitegen::page
