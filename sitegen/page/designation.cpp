#include "sitegen/page/designation.h"

#include "sitegen/page/facet_words.h"
#include "sitegen/page/paging.h"
#include "sitegen/page/sections.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {

using html::css;
using html::element;

view::OutputFile designation_page(const view::View& view, const view::Words& words,
                                  const tracker::model::Designation& designation) {
  const auto* value = find_value(view, view::Facet::Designation, designation.id);
  const People people = value ? value->people : People();
  const Context context(view, words, view::designation_path(designation.id), view.shown_in(people, {}));
  Html main = element("p", {css("kind")}, facet_link(context, view::Facet::Designation));
  main += element("h1", {}, context.proper(designation.name));
  main += element("p", {css("lead")}, context.say("person.designation_note"));
  if (!designation.note.empty()) main += element("p", {}, context.sentence(designation.note));
  Html facts = fact(context, "sources.body", designation.body);
  if (const auto url = html::Url::from(designation.url))
    facts += fact(context, "sources.address", html::link(url, designation.url));
  if (!facts.empty()) main += element("dl", {css("facts")}, facts);
  Html criteria;
  for (const auto& [key, text] : designation.criteria)
    criteria += element("li", {{"id", view::anchor("criterion", key)}}, context.sentence(text));
  if (!criteria.empty())
    main += section(context, "criteria", "designation.criteria", element("ul", {}, criteria));
  const Html table =
      people_list(context, people,
                  context.say("list.caption", {{"count", static_cast<long long>(people.size())}},
                               {{"date", context.day(context.as_of())}}));
  main += section(context, "people", "designation.people",
                  table.empty() ? element("p", {}, context.say("designation.nobody")) : table);
  return in_shell(context,
                  {words.text(designation.name), words("person.designation_note"), "list wide", main});
}

}  // namespace sitegen::page
