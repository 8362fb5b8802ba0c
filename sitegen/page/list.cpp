#include "sitegen/page/list.h"

#include "sitegen/page/facet_words.h"
#include "sitegen/page/marks.h"
#include "sitegen/page/people_table.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;

Html group(const Context& context, Mark mark, const People& people) {
  Html rows;
  long long count = 0;
  for (const auto* person : people) {
    if (mark_of(context.view.status_of(*person).display) != mark) continue;
    rows += person_row(context, *person, {{"data-n", static_cast<int>(context.view.place_of(*person))}});
    ++count;
  }
  if (count == 0) return {};
  const std::string code(code_of(mark));
  const Html title = element(
      "tr", {css("group")},
      element("th", {{"scope", "rowgroup"}, {"colspan", 6}}, square(mark), " ", context.say("mark." + code),
              " ", element("span", {css("count")}, context.words.number(count))));
  return element("tbody", {{"id", code}}, title, rows);
}

Html field(const std::string& id, const Html& label, const Html& control) {
  return element("div", {css("field")}, element("label", {{"for", id}}, label), control);
}

Html choice(const Context& context, const view::FacetTable& table) {
  const std::string id = "find-" + std::string(view::code_of(table.facet));
  Html options = element("option", {{"value", ""}}, context.say("list.any"));
  int number = 0;
  for (const auto& value : table.values)
    options +=
        element("option", {{"value", number++}, {"data-code", value.code.empty() ? "none" : value.code}},
                value_text(context, table.facet, value.code) + " (" +
                    context.words.number(static_cast<long long>(value.people.size())) + ")");
  return field(id, facet_name(context, table.facet), element("select", {{"id", id}}, options));
}

Html order(const Context& context) {
  Html options;
  for (const char* key : {"status", "name", "since", "region", "confirmed"})
    options += element("option", {{"value", key}}, context.words("list." + std::string(key)));
  return field("find-order", context.say("list.order"), element("select", {{"id", "find-order"}}, options));
}

/// Hidden until the script is there, so that nothing stands on the page that does nothing.
Html search_form(const Context& context) {
  Html filters;
  for (const auto& table : context.view.index.facets) filters += choice(context, table);
  filters += order(context);
  Html form = field(
      "find-name", context.say("list.search"),
      element("input",
              {{"type", "search"}, {"id", "find-name"}, {"autocomplete", "off"}, {"spellcheck", "false"}}));
  form += element("details", {}, element("summary", {}, context.say("list.filters")),
                  element("div", {css("filters")}, filters));
  form += element("div", {css("found")}, element("p", {{"id", "find-found"}, {"role", "status"}}),
                  element("button", {{"type", "reset"}}, context.say("list.reset")));
  const view::Arguments counts = {{"shown", std::string("%1")}, {"all", std::string("%2")}};
  return element("form",
                 {{"id", "find"},
                  {"hidden", ""},
                  {"role", "search"},
                  {"data-found", context.words("list.found", counts)},
                  {"data-near", context.words("list.near", counts)},
                  {"data-nobody", context.words("list.nobody")}},
                 form);
}

/// The way to the same without a script: every value of every filter has a page.
Html ways_in(const Context& context) {
  Html items = element("li", {}, context.link(view::kNames, context.say("names.title")));
  for (const auto& table : context.view.index.facets)
    if (!table.values.empty()) items += element("li", {}, facet_link(context, table.facet));
  return element("nav", {css("ways"), {"aria-label", context.words("list.ways")}},
                 element("p", {}, context.say("list.ways")), element("ul", {}, items));
}

}  // namespace

view::OutputFile list_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kList));
  People people;
  for (const auto& person : view.record.people) people.push_back(&person);
  people = by_name(context, std::move(people));
  Html table = element("caption", {},
                       context.say("list.caption", {{"count", static_cast<long long>(people.size())}},
                                   {{"date", context.day(view.as_of)}}));
  table += element("thead", {}, people_head(context));
  for (const auto mark : all_marks()) table += group(context, mark, people);
  Html main = element("h1", {}, context.say("list.title"));
  main += element("p", {css("lead")}, context.say("list.lead"));
  main += ways_in(context);
  main += search_form(context);
  main += html::script_file(context.to(view::kListScript));
  main += legend(context);
  main += element("table", {css("people cards"), {"id", "people"}}, table);
  return in_shell(context, {words("list.title"), words("list.lead"), "list wide", main});
}

}  // namespace sitegen::page
