#include "sitegen/page/facet_page.h"

#include "sitegen/page/facet_words.h"
#include "sitegen/page/people_table.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {

using html::css;
using html::element;
using view::Facet;

std::vector<FacetSubject> facet_subjects(const view::View& view) {
  std::vector<FacetSubject> subjects;
  for (const auto& table : view.index.facets)
    for (const auto& value : table.values) {
      const bool has_own_page = table.facet == Facet::Region || table.facet == Facet::Designation;
      if (!has_own_page || value.code.empty()) subjects.push_back({table.facet, &value});
    }
  return subjects;
}

view::OutputFile facet_page(const view::View& view, const view::Words& words, const FacetSubject& subject) {
  const auto& [facet, value] = subject;
  const Context context(view, words, view::facet_path(facet, value->code), view.shown_in(value->people, {}));
  const auto count = static_cast<long long>(value->people.size());
  const std::string code(view::code_of(facet));
  Html main = element("p", {css("kind")}, facet_link(context, facet));
  main += element("h1", {}, value_name(context, facet, value->code));
  main += element("p", {css("lead")}, context.say("facet_lead." + code));
  if (const auto found = tracker::model::find_article(context.record(), value->code);
      facet == Facet::Article && found.article)
    main += element("p", {},
                    context.link(view::article_path(found.law->id, found.article->number),
                                 context.say("facet.article_page")));
  main += people_table(context, value->people,
                       context.say("list.caption", {{"count", count}}, {{"date", context.day(context.as_of())}}));
  main += element("p", {}, context.link(view::kList, context.say("home.to_list")));
  const std::string title = words(
      "facet.title", {{"facet", words("facet." + code)}, {"value", value_text(context, facet, value->code)}});
  return in_shell(
      context, {title, words("list.caption_plain", {{"count", count}, {"value", title}}), "list wide", main});
}

}  // namespace sitegen::page
