#include "sitegen/page/outcomes.h"

#include <algorithm>
#include <map>
#include <set>

#include "sitegen/page/assessment.h"
#include "sitegen/page/charges.h"
#include "sitegen/page/law_words.h"
#include "sitegen/page/marks.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Case;
using tracker::model::code_of;
using tracker::model::Person;

/// What a court did to somebody in a case: the charges proved, and the sentence first given for them.
struct Dealt {
  std::set<std::string> charges;
  std::optional<tracker::model::Sentence> sentence;
  friend bool operator==(const Dealt& a, const Dealt& b) { return a.charges == b.charges && a.sentence == b.sentence; }
};

Dealt dealt_to(const tracker::model::Status& status, const std::string& case_id) {
  Dealt dealt;
  for (const auto& of_case : status.cases) {
    if (of_case.case_id != case_id) continue;
    for (const auto& charge : of_case.charges)
      if (charge.convicted) dealt.charges.insert(charge.article);
    if (!of_case.sentences.empty()) dealt.sentence = of_case.sentences.front().sentence;
  }
  return dealt;
}

struct Group {
  const Case* of_case = nullptr;
  Dealt dealt;
  std::vector<const Person*> people;
};

std::string state_of(const view::View& view, const Person& person) {
  const auto& status = view.status_of(person);
  std::string state(code_of(status.display));
  for (const auto& amnesty : status.amnesties) state += '/' + amnesty.act + '/' + std::string(code_of(amnesty.decision));
  return state;
}

/// People convicted of the same to the same in one case, and not all in one state.
std::vector<Group> groups_of(const view::View& view) {
  std::vector<Group> groups;
  for (const auto& of_case : view.record.cases) {
    std::vector<Group> here;
    for (const auto& defendant : of_case.defendants) {
      const auto* person = tracker::model::find_person(view.record, defendant.id);
      if (!person) continue;
      const Dealt dealt = dealt_to(view.status_of(*person), of_case.id);
      if (dealt.charges.empty() || !dealt.sentence) continue;
      auto found = std::find_if(here.begin(), here.end(), [&](const Group& group) { return group.dealt == dealt; });
      if (found == here.end()) found = here.insert(here.end(), Group{&of_case, dealt, {}});
      found->people.push_back(person);
    }
    for (auto& group : here) {
      std::set<std::string> states;
      for (const auto* person : group.people) states.insert(state_of(view, *person));
      if (states.size() > 1) groups.push_back(std::move(group));
    }
  }
  return groups;
}

Html earlier(const Context& context, const tracker::rules::PersonLaw& law, const std::string& case_id) {
  std::vector<Html> charges;
  for (const auto& charge : law.subject.charges)
    if (charge.case_id != case_id && charge.convicted && charge.code->law->kind == tracker::model::LawKind::CriminalCode)
      charges.push_back(charge_link(context, charge));
  if (charges.empty()) return context.say("outcomes.no_earlier");
  return context.say("outcomes.earlier", {}, {{"charges", listed(charges)}});
}

Html row(const Context& context, const Group& group, const Person& person) {
  const auto law = context.view.law_of(person);
  const auto& status = context.view.status_of(person);
  Html assessed, court;
  for (const auto& decided : status.amnesties) {
    for (const auto& one : law.assessments) {
      if (one.act->law->id != decided.act || one.charge->case_id != group.of_case->id) continue;
      assessed += element("p", {}, charge_link(context, *one.charge), ": ", verdict(context, one.verdict));
      if (!one.readings_differ()) continue;
      Html items;
      for (const auto& reading : one.readings)
        items += element("li", {}, context.proper(reading.reading->title), ": ", verdict(context, reading.verdict));
      assessed += element("ul", {}, items);
    }
    court += decision_of(context, status, law, decided.act);
  }
  return element("tr", {}, element("th", {{"scope", "row"}}, context.person(person)),
                 cell(context, "outcomes.why", earlier(context, law, group.of_case->id)),
                 cell(context, "act.assessment", assessed), cell(context, "act.court", court),
                 cell(context, "outcomes.now", chip(context, status.display)));
}

Html block(const Context& context, const Group& group) {
  std::vector<Html> charges;
  for (const auto& charge : group.dealt.charges) charges.push_back(article_link(context, charge));
  Html rows;
  for (const auto* person : group.people) rows += row(context, group, *person);
  Html head;
  for (const char* key : {"list.name", "outcomes.why", "act.assessment", "act.court", "outcomes.now"})
    head += column(context, key);
  Html out = element("h2", {}, context.of_case(group.of_case->id));
  if (!group.of_case->summary.empty()) out += element("p", {}, context.sentence(group.of_case->summary));
  out += element("p", {}, element("b", {}, context.say("outcomes.same")), " ", listed(charges), " — ",
                 sentence_words(context, *group.dealt.sentence), ".");
  return all(out, element("table", {css("cards")}, element("thead", {}, element("tr", {}, head)),
                          element("tbody", {}, rows)));
}

}  // namespace

view::OutputFile outcomes_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kOutcomes));
  Html main = element("h1", {}, context.say("law.same_case"));
  main += element("p", {css("lead")}, context.say("outcomes.lead"));
  main += standing_words(context);
  const auto groups = groups_of(view);
  if (groups.empty()) main += element("p", {}, context.say("outcomes.none"));
  for (const auto& group : groups) main += block(context, group);
  return in_shell(context, {words("law.same_case"), words("outcomes.lead"), "law-page", main});
}

}  // namespace sitegen::page
