#include "sitegen/page/person_parts.h"

#include <algorithm>
#include <cctype>

#include "sitegen/page/change.h"
#include "sitegen/page/change_words.h"
#include "sitegen/page/charges.h"
#include "sitegen/page/facet_words.h"
#include "sitegen/page/ladder.h"
#include "sitegen/page/sections.h"
#include "sitegen/page/timeline.h"
#include "sitegen/page/withheld.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::all;
using html::css;
using html::element;
using tracker::model::code_of;
using tracker::model::Person;
using tracker::model::Status;

Html since(const Context& context, const std::optional<tracker::base::PartialDate>& date) {
  if (!date) return {};
  return all(" ",
             element("span", {css("dated")},
                     context.say(since_key(*date), {}, {{"date", context.date(date, view::DateForm::Within)}})));
}

Html stages(const Context& context, const Status& status) {
  Html items;
  for (const auto& of_case : status.cases) {
    Html line = context.say("stage." + std::string(code_of(of_case.stage)));
    line += since(context, of_case.stage_since);
    if (!of_case.case_id.empty()) line += all(" · ", context.of_case(of_case.case_id));
    items += element("li", {}, line);
  }
  return items.empty() ? Html() : element("ul", {}, items);
}

Html restrictions(const Context& context, const Status& status) {
  Html items;
  for (const auto& restriction : status.restrictions) {
    Html line =
        restriction.kind == "activity_ban" ? context.say("sentence.activity_ban") : Html(restriction.kind);
    if (restriction.months) line += all(", ", months(context, *restriction.months));
    items += element("li", {}, line, since(context, restriction.since));
  }
  return items.empty() ? Html() : element("ul", {}, items);
}

/// In place of a value that stood here and does no more.
Html gap(const Context& context) {
  return element("em", {}, context.say("changes.withheld_value"));
}

const char* outcome_of(const tracker::model::ChargeState& charge) {
  if (charge.convicted) return "person.charge_convicted";
  return charge.live ? "person.charge_live" : "person.charge_gone";
}

Html charge_row(const Context& context, const tracker::model::ChargeState& charge, std::string& law) {
  Html outcome = context.say(outcome_of(charge));
  if (!charge.replaced_by.empty()) {
    std::vector<Html> numbers;
    std::string_view rest = charge.replaced_by;
    while (!rest.empty()) {
      const auto comma = rest.find(", ");
      numbers.emplace_back(article_number(context, rest.substr(0, comma)));
      rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 2);
    }
    outcome = context.say("person.charge_replaced", {}, {{"charges", listed(numbers)}});
  }
  const Html until = charge.until ? context.date(charge.until) : Html("—");
  return element("tr", {}, element("th", {{"scope", "row"}}, article_after(context, charge.article, law)),
                 cell(context, "person.charge_since", context.date(charge.since)),
                 cell(context, "person.charge_until", until),
                 cell(context, "person.charge_outcome", outcome));
}

/// What touched the person's own record, or a case that the person is a defendant of (its events stand on the page too),
/// newest first; within a version in the order of its changes.
std::vector<view::Trace> traces_of(const Context& context, const Person& person) {
  std::vector<view::Trace> traces = context.view.trail_of("person", person.id);
  for (const auto* of_case : context.view.cases().of(person)) {
    const auto& more = context.view.trail_of("case", of_case->id);
    traces.insert(traces.end(), more.begin(), more.end());
  }
  std::sort(traces.begin(), traces.end(), [](const view::Trace& a, const view::Trace& b) {
    return a.shown != b.shown ? a.shown > b.shown : a.change < b.change;
  });
  return traces;
}

Html shared_with(const Context& context, const tracker::model::Case& of_case, const std::string& person) {
  std::vector<Html> others;
  for (const auto& defendant : of_case.defendants)
    if (defendant.id != person) others.push_back(context.person(defendant.id));
  if (others.empty()) return context.say("person.alone");
  return all(context.say("person.with"), " ", listed(others));
}

}  // namespace

const char* since_key(const tracker::base::PartialDate& date) {
  if (date.precision() != tracker::base::Precision::Interval) return "ui.since";
  return date.has_open_end() ? "ui.since_open" : "ui.since_between";
}

Html facts_of(const Context& context, const Person& person) {
  const Status& status = context.view.status_of(person);
  Html liberty = context.say("liberty." + std::string(code_of(status.liberty)));
  liberty += since(context, status.liberty_since);
  Html out = fact(context, "person.liberty", liberty);
  out += fact(context, "person.deprived", context.say("deprived." + std::string(code_of(status.deprived))));
  out += fact(context, "person.stage", stages(context, status));
  if (status.life != tracker::model::Life::Alive)
    out += fact(context, "person.life", context.say("life." + std::string(code_of(status.life))));
  out += fact(context, "person.restrictions", restrictions(context, status));
  if (!person.region.empty()) out += fact(context, "person.region", context.place(person.region.id));
  else if (is_withheld(context, person, "region")) out += fact(context, "person.region", gap(context));
  if (is_withheld(context, person, "occupation")) out += fact(context, "person.occupation", gap(context));
  out += fact(context, "person.occupation", own_word(context, "occupation", person.occupation));
  std::vector<Html> groups;
  for (const auto& group : person.groups) groups.push_back(own_word(context, "group", group));
  out += fact(context, "person.groups", listed(groups));
  std::vector<Html> tags;
  for (const auto& tag : person.tags) tags.push_back(value_link(context, view::Facet::Group, tag));
  out += fact(context, "person.tags", listed(tags));
  if (person.sex) out += fact(context, "person.sex", context.say("sex." + std::string(code_of(*person.sex))));
  if (person.born) out += fact(context, "person.born", context.date(person.born));
  else if (is_withheld(context, person, "born")) out += fact(context, "person.born", gap(context));
  out += fact(context, "person.id", element("code", {}, person.id));
  return element("dl", {css("facts")}, out);
}

Html charges_of(const Context& context, const Person& person) {
  const Status& status = context.view.status_of(person);
  Html out = ladder_of(context, tracker::model::events_of(context.record(), context.view.cases(), person));
  for (const auto& of_case : status.cases) {
    if (of_case.charges.empty()) continue;
    Html rows;
    std::string law;
    for (const auto& charge : of_case.charges) rows += charge_row(context, charge, law);
    const Html caption =
        of_case.case_id.empty() ? context.say("person.no_case") : context.of_case(of_case.case_id);
    out += element(
        "table", {css("cards")}, element("caption", {}, caption),
        element("thead", {},
                element("tr", {}, column(context, "person.charge"), column(context, "person.charge_since"),
                        column(context, "person.charge_until"), column(context, "person.charge_outcome"))),
        element("tbody", {}, rows));
  }
  return section(context, "charges", "person.charges", out);
}

Html sentences_of(const Context& context, const Status& status) {
  Html items;
  for (const auto& of_case : status.cases)
    for (const auto& state : of_case.sentences) {
      Html line = sentence_words(context, state.sentence);
      line += since(context, state.since);
      if (state.added) line += all(" · ", context.say("person.sentence_added"));
      line += all(" · ", context.say(state.ended      ? "person.sentence_ended"
                                     : state.in_force ? "person.sentence_in_force"
                                                      : "person.sentence_not_in_force"));
      if (!of_case.case_id.empty()) line += all(" · ", context.of_case(of_case.case_id));
      items += element("li", {}, line);
    }
  return section(context, "sentences", "person.sentences",
                 items.empty() ? Html() : element("ul", {css("plain-list")}, items));
}

/// The bodies of the record that are not known to have said it: a fact about our knowledge, not about the person.
static Html silent_bodies(const Context& context, const Person& person) {
  std::vector<Html> names;
  for (const auto& body : context.record().designations) {
    const bool has_spoken = std::any_of(person.designations.begin(), person.designations.end(),
                                        [&](const auto& recognition) { return recognition.by.id == body.id; });
    if (!has_spoken) names.push_back(context.designation(body.id));
  }
  if (names.empty()) return {};
  return element("p", {css("quiet")}, context.say("person.not_by", {}, {{"bodies", listed(names)}}));
}

Html designations_of(const Context& context, const Person& person) {
  Html items;
  for (const auto& recognition : person.designations) {
    Html line = context.designation(recognition.by.id);
    line += since(context, recognition.since);
    if (recognition.until)
      line += all(" ", context.say("person.until", {},
                                   {{"date", context.date(recognition.until, view::DateForm::Within)}}));
    const auto* designation = tracker::model::find_designation(context.record(), recognition.by.id);
    if (designation && !recognition.criterion.empty()) {
      const auto criterion = designation->criteria.find(recognition.criterion);
      if (criterion != designation->criteria.end())
        line += element("p", {}, context.sentence(criterion->second));
    }
    Html sources;
    for (const auto& source : recognition.sources) sources += element("li", {}, citation(context, source));
    items += element("li", {}, line, element("ul", {css("sources")}, sources));
  }
  Html body =
      element("p", {}, context.say(items.empty() ? "person.no_designation" : "person.designation_note"));
  if (!items.empty()) body += element("ul", {css("plain-list")}, items);
  body += silent_bodies(context, person);
  return section(context, "designations", "person.designations", body);
}

/// The language of a spelling is not known, its script is: screen readers choose the voice by it.
static const char* script_tag(std::string_view form) {
  for (const char c : form) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xD0 && byte <= 0xD4) return "und-Cyrl";
    if (byte < 0x80 && std::isalpha(byte)) return "und-Latn";
  }
  return "und";
}

Html names_of(const Context& context, const Person& person) {
  Html rows;
  for (const auto& [language, name] : person.name.by_language) {
    const std::string tag = language.empty() ? context.words.default_language() : language;
    rows += element("div", {}, element("dt", {}, context.language_name(tag)),
                    element("dd", {}, html::bdi(name, tag)));
  }
  std::vector<Html> also;
  for (const auto& form : person.also) also.push_back(html::bdi(form, script_tag(form)));
  if (!also.empty())
    rows +=
        element("div", {}, element("dt", {}, context.say("person.also")), element("dd", {}, listed(also)));
  return section(context, "names", "person.names",
                 rows.empty() ? Html() : element("dl", {css("facts")}, rows));
}

Html cases_of(const Context& context, const Person& person) {
  Html items;
  for (const auto* of_case : context.view.cases().of(person))
    items += element("li", {}, context.of_case(of_case->id), " · ",
                     context.say("case_kind." + std::string(code_of(of_case->kind))),
                     element("p", {}, shared_with(context, *of_case, person.id)));
  return section(context, "cases", "person.cases",
                 items.empty() ? Html() : element("ul", {css("plain-list")}, items));
}

Html history_of(const Context& context, const Person& person) {
  Html items;
  for (const auto& [shown, entity] : traces_of(context, person)) {
    const auto& version = *shown->version;
    const Html name = context.say("ui.version", {{"number", static_cast<long long>(version.number)}});
    const std::string target = change_target(*shown, *entity);
    const Html what = entity->operation == tracker::model::Operation::Add ? Html() : changes_in_short(context, *entity);
    items += element("li", {}, context.link(target, name), ", ",
                     context.day(tracker::base::day_of(version.recorded)), ": ", headline_of(context, *entity), what);
  }
  return section(context, "history", "person.history",
                 items.empty() ? Html() : element("ul", {css("plain-list history")}, items));
}

}  // namespace sitegen::page
