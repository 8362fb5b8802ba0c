#include "sitegen/page/facet_page.h"

#include "sitegen/page/charges.h"
#include "sitegen/page/facet_words.h"
#include "sitegen/page/law_words.h"
#include "sitegen/page/paging.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {

using html::css;
using html::element;
using view::Facet;

namespace {

/// Regions and bodies have pages that say more than who it is.
bool has_own_page(Facet facet, const view::FacetValue& value) {
  return (facet == Facet::Region || facet == Facet::Designation) && !value.code.empty();
}

Html decisions(const Context& context, const tracker::model::Person& person) {
  std::vector<Html> links;
  for (const auto& code : view::decisions_of(context.view.status_of(person)))
    links.push_back(value_link(context, Facet::Amnesty, code));
  if (links.empty()) return element("span", {css("none")}, value_name(context, Facet::Amnesty, ""));
  return listed(links);
}

/// Beside an assessment stands what the court did.
MoreColumn more_of(const Context& context, const FacetSubject& subject) {
  if (subject.facet != Facet::Assessment || subject.value->code.empty()) return {};
  return {"act.court", [&context](const auto& person) { return decisions(context, person); }};
}

/// That an assessment is none of a court and no advice, how it is made, and where it stands act by act and step by step.
Html about_assessments(const Context& context) {
  std::vector<Html> acts;
  for (const auto& act : context.view.laws().acts()) acts.push_back(law_link(context, *act.law));
  Html ways = all(context.say("law.acts"), ": ", listed(acts), ". ",
                  context.link(view::kOutcomes, context.say("law.same_case")), ".");
  if (const auto* method = tracker::model::find_page(context.record(), "method"))
    ways += all(" ", context.link(view::page_path(method->id), context.say("home.method")), ".");
  return all(standing_words(context), element("p", {}, ways));
}

}  // namespace

std::vector<FacetSubject> facet_subjects(const view::View& view) {
  std::vector<FacetSubject> subjects;
  for (const auto& table : view.index.facets)
    for (const auto& value : table.values)
      if (!has_own_page(table.facet, value)) subjects.push_back({table.facet, &value});
  return subjects;
}

std::vector<LongList> long_lists(const view::View& view) {
  std::vector<LongList> lists;
  for (const auto& table : view.index.facets)
    for (const auto& value : table.values) {
      const int pages = count_pages(value.people.size());
      if (pages > 1) lists.push_back({{table.facet, &value}, value_path(view, table.facet, value.code), pages});
    }
  return lists;
}

view::OutputFile further_page(const view::View& view, const view::Words& words, const LongList& list, int page,
                              const People& people) {
  const auto& [facet, value] = list.subject;
  const Context context(view, words, view::further_path(list.first, page), view.shown_in(people, {}));
  const std::string of_all = page_words(words, page, list.pages);
  const std::string name = value_text(context, facet, value->code);
  Html main = element("p", {css("kind")}, facet_link(context, facet));
  main += element("h1", {}, value_link(context, facet, value->code));
  main += people_table(context, people, of_all, more_of(context, list.subject));
  main += page_links(context, list.first, page, list.pages);
  const std::string code(view::code_of(facet));
  const std::string title = words("facet.title", {{"facet", words("facet." + code)}, {"value", name}});
  return in_shell(context, {title + ", " + of_all, title, "list wide", main});
}

view::OutputFile facet_page(const view::View& view, const view::Words& words, const FacetSubject& subject) {
  const auto& [facet, value] = subject;
  const Context context(view, words, view::facet_path(facet, value->code), view.shown_in(value->people, {}));
  const auto count = static_cast<long long>(value->people.size());
  const std::string code(view::code_of(facet));
  Html main = element("p", {css("kind")}, facet_link(context, facet));
  main += element("h1", {}, value_name(context, facet, value->code));
  const bool is_unassessed = facet == Facet::Assessment && value->code.empty();
  main += element("p", {css("lead")}, context.say("facet_lead." + code + (is_unassessed ? "_none" : "")));
  if (facet == Facet::Assessment) main += about_assessments(context);
  if (const auto found = tracker::model::find_article(context.record(), value->code);
      facet == Facet::Article && found.article)
    main += element("p", {},
                    context.link(view::article_path(found.law->id, found.article->number),
                                 context.say("facet.article_page")));
  main += people_list(context, value->people,
                      context.say("list.caption", {{"count", count}}, {{"date", context.day(context.as_of())}}),
                      more_of(context, subject));
  main += element("p", {}, context.link(view::kList, context.say("home.to_list")));
  const std::string title = words(
      "facet.title", {{"facet", words("facet." + code)}, {"value", value_text(context, facet, value->code)}});
  return in_shell(
      context, {title, words("list.caption_plain", {{"count", count}, {"value", title}}), "list wide", main});
}

}  // namespace sitegen::page
