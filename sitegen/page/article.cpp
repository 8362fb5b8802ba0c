#include "sitegen/page/article.h"

#include <algorithm>

#include "sitegen/page/charges.h"
#include "sitegen/page/cite.h"
#include "sitegen/page/follow.h"
#include "sitegen/page/law_words.h"
#include "sitegen/page/marks.h"
#include "sitegen/page/sections.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Article;
using tracker::model::ArticlePart;
using tracker::model::code_of;
using tracker::model::Law;

const Html kNothing = Html("—");

Html class_names(const Context& context, const Law& law, const std::vector<std::string>& ids) {
  std::vector<Html> names;
  for (const auto& id : ids)
    for (const auto& known : law.classes)
      if (known.id == id) names.push_back(context.proper(known.title));
  return listed(names);
}

Html classes(const Context& context, const Law& law, const ArticlePart& part) {
  std::vector<Html> all_of_them = {class_names(context, law, part.classes)};
  for (const auto& clause : part.clauses)
    all_of_them.push_back(context.say("law.clause_class", {{"clause", clause.id}},
                                      {{"what", class_names(context, law, clause.classes)}}));
  const Html out = listed(all_of_them);
  return out.empty() ? kNothing : out;
}

Html validity(const Context& context, const ArticlePart& part) {
  std::vector<Html> ends;
  if (part.valid_from)
    ends.push_back(context.say("law.valid_from", {}, {{"date", context.date(part.valid_from, view::DateForm::Within)}}));
  if (part.valid_to)
    ends.push_back(context.say("law.valid_to", {}, {{"date", context.date(part.valid_to, view::DateForm::Within)}}));
  const Html out = spaced(ends);
  return out.empty() ? kNothing : out;
}

Html parts_table(const Context& context, const Law& law, const Article& article) {
  Html rows;
  for (const auto& part : article.parts) {
    const Html name = part.part.empty() ? context.say("law.whole") : context.say("law.part_number", {{"part", part.part}});
    const Html gravity = part.form ? context.say("law.of_another")
                                   : grade(context, law, tracker::rules::grade_of(law, part));
    rows += element("tr", {}, element("th", {{"scope", "row"}}, name), cell(context, "law.penalty", penalty(context, part)),
                    cell(context, "law.gravity", gravity), cell(context, "law.classes", classes(context, law, part)),
                    cell(context, "law.valid", validity(context, part)),
                    cell(context, "law.source", proof(context, part.citation, part.certainty)));
  }
  if (rows.empty()) return element("p", {}, context.say("law.not_read"));
  // Each row says "part 1" itself, because a card has no heading above it.
  Html head = element("th", {{"scope", "col"}}, element("span", {css("sr")}, context.say("law.part")));
  for (const char* key : {"law.penalty", "law.gravity", "law.classes", "law.valid", "law.source"})
    head += column(context, key);
  return element("table", {css("cards")}, element("thead", {}, element("tr", {}, head)), element("tbody", {}, rows));
}

Html on_lists(const Context& context, const Law& law, const Article& article) {
  Html items;
  for (const auto& act : context.view.laws().acts()) {
    if (act.code->law != &law) continue;
    for (const auto& entry : act.law->list) {
      const auto dot = entry.article.find('.');
      if (entry.article.substr(0, dot) != article.number) continue;
      items += element("li", {}, law_link(context, *act.law), ": ",
                       article_number(context, law.id + ':' + entry.article), " — ",
                       context.say("membership." + std::string(code_of(entry.listed))), " ",
                       proof(context, entry.citation, entry.certainty));
    }
  }
  return section(context, "lists", "law.on_lists", items.empty() ? Html() : element("ul", {css("plain-list")}, items));
}

const char* state_of(const tracker::model::ChargeState& charge) {
  if (charge.convicted) return "person.charge_convicted";
  return charge.live ? "person.charge_live" : "person.charge_gone";
}

bool is_of(const tracker::model::ChargeState& charge, std::string_view reference) {
  const std::string_view told = charge.article;
  return told.starts_with(reference) && (told.size() == reference.size() || told[reference.size()] == '.');
}

struct Charge {
  const tracker::model::Person* person = nullptr;
  const tracker::model::ChargeState* state = nullptr;
};

/// Every charge under the article, by the record's order of people.
std::vector<Charge> charges_under(const view::View& view, const std::string& reference) {
  std::vector<Charge> charges;
  for (const auto& person : view.record.people)
    for (const auto& of_case : view.status_of(person).cases)
      for (const auto& charge : of_case.charges)
        if (is_of(charge, reference)) charges.push_back({&person, &charge});
  return charges;
}

std::vector<const tracker::model::Person*> people_in(const std::vector<Charge>& charges) {
  std::vector<const tracker::model::Person*> people;
  for (const auto& charge : charges) people.push_back(charge.person);
  return people;
}

Html charged(const Context& context, const std::vector<Charge>& charges) {
  Html rows;
  for (const auto& [person, charge] : charges)
    rows += element("tr", {}, element("th", {{"scope", "row"}}, context.person(*person)),
                    cell(context, "law.part", article_number(context, charge->article)),
                    cell(context, "person.charge_since", context.date(charge->since)),
                    cell(context, "person.charge_outcome", context.say(state_of(*charge))),
                    cell(context, "list.status", chip(context, context.view.status_of(*person).display)));
  if (rows.empty()) return section(context, "charged", "law.charged", element("p", {}, context.say("law.nobody")));
  Html head;
  for (const char* key : {"list.name", "law.part", "person.charge_since", "person.charge_outcome", "list.status"})
    head += column(context, key);
  return section(context, "charged", "law.charged",
                 element("table", {css("cards")}, element("thead", {}, element("tr", {}, head)),
                         element("tbody", {}, rows)));
}

}  // namespace

Html penalty(const Context& context, const ArticlePart& part) {
  if (part.life_term) return context.say("law.life");
  if (part.infraction) return context.say("law.no_prison");
  if (part.max_months) return months(context, *part.max_months);
  return part.form ? kNothing : element("span", {css("doubt")}, context.say("law.not_read"));
}

view::OutputFile article_page(const view::View& view, const view::Words& words, const Law& law,
                              const Article& article) {
  const std::string reference = law.id + ':' + article.number;
  const auto charges = charges_under(view, reference);
  const Context context(view, words, view::article_path(law.id, article.number), view.shown_in(people_in(charges), {}));
  const std::string number = article_number(context, reference);
  Html main = element("h1", {}, context.say("law.article_number", {{"article", article.number}}), ". ", context.proper(article.title));
  main += element("p", {css("lead")}, law_link(context, law));
  main += parts_table(context, law, article);
  main += on_lists(context, law, article);
  main += charged(context, charges);
  main += how_to_follow(context, feed_of_article(context, reference));
  main += how_to_cite(context, [&](const view::Words& in) {
    const Context there(view, in, context.path);
    return article_number(there, reference) + ", " + in.text(law.title);
  });
  main += how_to_report(context, law.id + "." + article.number);
  return in_shell(context, {number + ": " + words.text(article.title), words.text(law.title), "law-page", main,
                            feed_of_article(context, reference)});
}

}  // namespace sitegen::page
