#include "sitegen/page/act.h"

#include <algorithm>
#include <map>

#include "sitegen/page/assessment.h"
#include "sitegen/page/charges.h"
#include "sitegen/page/cite.h"
#include "sitegen/page/law.h"
#include "sitegen/page/law_words.h"
#include "sitegen/page/sections.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::code_of;
using tracker::model::Decision;
using tracker::model::Outcome;
using tracker::rules::Act;
using tracker::rules::Assessment;
using tracker::rules::PersonLaw;

/// How the act treats a person, by the best of what it says of the charges.
enum class Reach { Reached, OneReading, Unknown, Excluded, Outside };

constexpr struct {
  Reach reach;
  const char* heading;
  const char* id;
} kReaches[] = {{Reach::Reached, "act.who_reached", "reached"},
                {Reach::OneReading, "act.who_one_reading", "one-reading"},
                {Reach::Unknown, "act.who_unknown", "unknown"},
                {Reach::Excluded, "act.who_excluded", "excluded"},
                {Reach::Outside, "act.who_outside", "outside"}};

bool helps(const tracker::rules::Verdict& verdict) {
  return verdict.outcome <= Outcome::Reduced;
}

Reach reach_of(const Assessment& one) {
  if (helps(one.verdict)) {
    const bool in_all = std::all_of(one.readings.begin(), one.readings.end(),
                                    [](const auto& reading) { return helps(reading.verdict); });
    return in_all ? Reach::Reached : Reach::OneReading;
  }
  if (one.verdict.outcome == Outcome::Unknown) return Reach::Unknown;
  return one.verdict.outcome == Outcome::Excluded ? Reach::Excluded : Reach::Outside;
}

struct Row {
  const tracker::model::Person* person = nullptr;
  PersonLaw law;
  Reach reach = Reach::Outside;
};

std::vector<Row> rows_of(const view::View& view, const Act& act) {
  std::vector<Row> rows;
  for (const auto& person : view.record.people) {
    Row row{.person = &person, .law = view.law_of(person)};
    bool any = false;
    for (const auto& one : row.law.assessments) {
      if (one.act != &act || one.charge->code != act.code) continue;
      const Reach reach = reach_of(one);
      row.reach = any ? std::min(row.reach, reach) : reach;
      any = true;
    }
    if (any) rows.push_back(std::move(row));
  }
  return rows;
}

/// The steps that decided against, in words.
Html why(const Context& context, const Assessment& one) {
  std::vector<Html> reasons;
  for (const auto& step : one.steps) {
    using tracker::model::Answer;
    using tracker::model::Test;
    const bool against = (step.test == Test::Exclusion || step.test == Test::Recidivism || step.test == Test::Person)
                             ? step.answer == Answer::Yes
                             : step.answer == Answer::No && step.test != Test::Remainder && step.test != Test::Form;
    if (against) reasons.push_back(step_line(context, one, step));
  }
  return reasons.empty() ? Html() : element("div", {css("quiet")}, spaced(reasons));
}

Html person_row(const Context& context, const Act& act, const Row& row) {
  Html charges;
  for (const auto& one : row.law.assessments) {
    if (one.act != &act || one.charge->code != act.code) continue;
    charges += element("li", {}, charge_link(context, *one.charge), ": ", verdict(context, one.verdict), " · ",
                       certainty(context, one.verdict.certainty), why(context, one));
  }
  const auto& status = context.view.status_of(*row.person);
  return element("tr", {}, element("th", {{"scope", "row"}}, context.person(*row.person)),
                 cell(context, "act.assessment", element("ul", {css("plain-list")}, charges)),
                 cell(context, "act.court", decision_of(context, status, row.law, act.law->id)));
}

Html people(const Context& context, const Act& act, const std::vector<Row>& rows) {
  Html out;
  for (const auto& group : kReaches) {
    Html lines;
    long long count = 0;
    for (const auto& row : rows)
      if (row.reach == group.reach) {
        lines += person_row(context, act, row);
        ++count;
      }
    if (count == 0) continue;
    Html head;
    for (const char* key : {"list.name", "act.assessment", "act.court"}) head += column(context, key);
    const Html heading = counted_heading(context, context.say(group.heading), count);
    // Whom the act helps is open; who was left out, and why, is long and folded.
    const bool is_open = group.reach == Reach::Reached || group.reach == Reach::OneReading;
    out += folded(group.id, heading, is_open,
                  element("table", {css("cards acts")}, element("thead", {}, element("tr", {}, head)),
                          element("tbody", {}, lines)));
  }
  return out;
}

Html says(const Context& context, const Act& act) {
  const auto& law = *act.law;
  Html out;
  if (law.scope) {
    const Html when = act.has_window ? window(context, act) : context.say("act.before");
    out += fact(context, "act.window", all(when, " ", proof(context, law.scope->citation, law.scope->certainty)));
    Html asks;
    for (const auto* condition : act.requires_facts)
      asks += element("li", {}, context.proper(condition->text), " ",
                      proof(context, condition->citation, condition->certainty));
    if (!asks.empty()) out += fact(context, "act.asks", element("ul", {}, asks));
  } else {
    out += fact(context, "act.window", context.say("act.before"));
  }
  Html exclusions;
  for (const auto& exclusion : law.exclusions)
    exclusions += element("li", {}, context.proper(exclusion.text), " ",
                          proof(context, exclusion.citation, exclusion.certainty));
  if (!exclusions.empty()) out += fact(context, "act.exclusions", element("ul", {}, exclusions));
  if (law.procedure && !law.procedure->text.empty())
    out += fact(context, "act.procedure", all(context.sentence(law.procedure->text), " ",
                                              proof(context, law.procedure->citation, law.procedure->certainty)));
  return all(law_facts(context, law), element("dl", {css("facts")}, out));
}

Html effects(const Context& context, const Act& act) {
  Html rows;
  for (const auto& effect : act.law->effects) {
    std::vector<Html> grades, situations;
    for (const auto& id : effect.grades) grades.push_back(grade(context, *act.code->law, act.code->grade(id)));
    for (const auto situation : effect.situations)
      situations.push_back(context.say("situation." + std::string(code_of(situation))));
    if (situations.empty()) situations.push_back(context.say("act.any_situation"));
    Html outcome = verdict(context, {effect.outcome, tracker::rules::parse_fraction(effect.fraction).value_or(
                                                         tracker::rules::Fraction{})});
    if (!effect.text.empty()) outcome += all(". ", context.proper(effect.text));
    rows += element("tr", {}, element("th", {{"scope", "row"}}, listed(grades)),
                    cell(context, "act.situation", listed(situations)), cell(context, "act.effect", outcome),
                    cell(context, "law.source", proof(context, effect.citation, effect.certainty)));
  }
  if (rows.empty()) return {};
  Html head;
  for (const char* key : {"law.gravity", "act.situation", "act.effect", "law.source"}) head += column(context, key);
  Html out = element("table", {css("cards")}, element("thead", {}, element("tr", {}, head)),
                     element("tbody", {}, rows));
  if (const auto& rule = act.law->remainder)
    out += element("p", {}, context.say("act.remainder", {{"term", months(context, rule->months)}}), " ",
                   proof(context, rule->citation, rule->certainty));
  return section(context, "effects", "act.effects", out);
}

Html readings(const Context& context, const Act& act) {
  Html items;
  for (const auto& reading : act.law->readings)
    items += element("li", {}, element("b", {}, context.proper(reading.title)), ": ", context.proper(reading.text), " ",
                     proof(context, reading.citation, reading.certainty));
  return section(context, "readings", "act.readings", items.empty() ? Html() : element("ul", {css("plain-list")}, items));
}

Html list(const Context& context, const Act& act) {
  if (act.law->list.empty()) return {};
  Html rows;
  for (const auto& entry : act.law->list) {
    const std::string reference = act.code->law->id + ':' + entry.article;
    const auto found = tracker::model::find_article(context.record(), reference);
    rows += element("tr", {}, element("th", {{"scope", "row"}}, article_link(context, reference)),
                    cell(context, "law.article", found.article ? context.proper(found.article->title) : Html()),
                    cell(context, "act.listed", context.say("membership." + std::string(code_of(entry.listed)))),
                    cell(context, "law.source", proof(context, entry.citation, entry.certainty)));
  }
  Html head;
  for (const char* key : {"law.number", "law.article", "act.listed", "law.source"}) head += column(context, key);
  Html out;
  if (act.law->list_articles)
    out += element("p", {},
                   context.say("act.list_note", {{"count", static_cast<long long>(*act.law->list_articles)}}));
  out += element("details", {}, element("summary", {}, context.say("act.list")),
                 element("table", {css("cards")}, element("thead", {}, element("tr", {}, head)),
                         element("tbody", {}, rows)));
  return section(context, "list", "act.list", out);
}

Html totals(const Context& context, const Act& act, const std::vector<Row>& rows) {
  Html claims;
  for (const auto& claim : act.law->claims)
    claims += element("li", {}, element("b", {}, context.say("act.about", {{"count", context.words.number(claim.people)}})),
                      " ", context.proper(claim.text), " ", proof(context, claim.citation, claim.certainty));
  std::map<Reach, long long> reached;
  for (const auto& row : rows) ++reached[row.reach];
  std::map<Decision, long long> decided;
  for (const auto& status : context.view.statuses)
    for (const auto& amnesty : status.amnesties)
      if (amnesty.act == act.law->id) ++decided[amnesty.decision];
  Html documented;
  const auto line = [&](long long count, const char* key) {
    if (count > 0)
      documented += element("li", {}, element("b", {}, context.words.number(count)), " ", context.say(key));
  };
  line(reached[Reach::Reached], "act.reached");
  line(reached[Reach::OneReading], "act.one_reading");
  line(reached[Reach::Unknown], "act.undetermined");
  line(reached[Reach::Excluded] + reached[Reach::Outside], "act.not_reached");
  line(decided[Decision::Granted], "act.granted");
  line(decided[Decision::Refused], "act.refused");
  line(decided[Decision::Pending], "act.requested");
  Html out;
  if (!claims.empty())
    out += element("div", {}, element("h3", {}, context.say("act.claim")), element("ul", {}, claims));
  if (!documented.empty())
    out += element("div", {}, element("h3", {}, context.say("act.documented")), element("ul", {}, documented));
  return section(context, "totals", "act.totals", element("div", {css("columns")}, out));
}

}  // namespace

view::OutputFile act_page(const view::View& view, const view::Words& words, const Act& act) {
  const Context context(view, words, view::act_path(act.law->id));
  const auto rows = rows_of(view, act);
  Html main = element("h1", {}, context.proper(act.law->title));
  if (!act.law->summary.empty()) main += element("p", {css("lead")}, context.sentence(act.law->summary));
  main += standing_words(context);
  main += totals(context, act, rows);
  main += people(context, act, rows);
  main += section(context, "says", "act.says", says(context, act));
  main += effects(context, act);
  main += readings(context, act);
  main += list(context, act);
  main += how_to_cite(context, [&](const view::Words& in) { return in.text(act.law->title); });
  main += how_to_report(context, act.law->id);
  return in_shell(context, {words.text(act.law->title), words.text(act.law->summary), "law-page", main});
}

}  // namespace sitegen::page
