#include "sitegen/page/list.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "sitegen/page/facet_words.h"
#include "sitegen/page/marks.h"
#include "sitegen/page/paging.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::all;
using html::css;
using html::element;

Mark mark_of(const Context& context, const tracker::model::Person& person) {
  return page::mark_of(context.view.status_of(person).display);
}

/// Rows of one mark, under its name. Only the first page says how many there are in all: the others do not change with it.
Html group(const Context& context, Mark mark, const Html& rows, std::optional<long long> count) {
  const std::string code(code_of(mark));
  const Html counted = count ? all(" ", element("span", {css("count")}, context.words.number(*count))) : Html();
  const Html title = element("tr", {css("group")},
                             element("th", {{"scope", "rowgroup"}, {"colspan", 6}}, square(mark), " ",
                                     context.say("mark." + code), counted));
  return element("tbody", {{"id", code}}, title, rows);
}

/// People in the order of the list, by mark. `counts`: how many there are of each mark on all pages; empty: not said.
Html groups(const Context& context, const People& people, const std::map<Mark, long long>& counts, bool numbered) {
  Html out;
  for (auto first = people.begin(); first != people.end();) {
    const Mark mark = mark_of(context, **first);
    Html rows;
    for (; first != people.end() && mark_of(context, **first) == mark; ++first)
      rows += numbered ? person_row(context, **first, {{"data-n", static_cast<int>(context.view.place_of(**first))}})
                       : person_row(context, **first);
    const auto count = counts.find(mark);
    out += group(context, mark, rows, count == counts.end() ? std::nullopt : std::optional(count->second));
  }
  return out;
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
                  {"data-nobody", context.words("list.nobody")},
                  {"data-loading", context.words("list.loading")},
                  {"data-first", context.words("list.first", {{"count", std::string("%1")}})}},
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

People in_list_order(const view::View& view, const view::Words& words) {
  std::vector<std::tuple<int, std::size_t, const tracker::model::Person*>> places;
  for (const auto& person : view.record.people)
    places.emplace_back(static_cast<int>(page::mark_of(view.status_of(person).display)), words.rank(person), &person);
  std::sort(places.begin(), places.end());
  People people;
  for (const auto& place : places) people.push_back(std::get<const tracker::model::Person*>(place));
  return people;
}

view::OutputFile list_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kList));
  const People people = in_list_order(view, words);
  const int pages = count_pages(people.size());
  std::map<Mark, long long> counts;
  for (const auto* person : people) ++counts[mark_of(context, *person)];
  Html caption = context.say("list.caption", {{"count", static_cast<long long>(people.size())}},
                             {{"date", context.day(view.as_of)}});
  if (pages > 1) caption += all("; ", page_words(words, 1, pages));
  Html table = all(element("caption", {}, caption), element("thead", {}, people_head(context)),
                   groups(context, people_of_page(people, 1), counts, pages == 1));
  Html main = element("h1", {}, context.say("list.title"));
  main += element("p", {css("lead")}, context.say("list.lead"));
  main += ways_in(context);
  main += search_form(context);
  main += html::script_file(context.to(view::kListScript));
  main += legend(context, Stale::Explained);
  main += element("table", {css("people cards"), {"id", "people"}}, table);
  main += page_links(context, context.path, 1, pages);
  return in_shell(context, {words("list.title"), words("list.lead"), "list wide", main});
}

view::OutputFile further_list_page(const view::View& view, const view::Words& words, const People& people, int page,
                                   int pages) {
  const Context context(view, words, view::further_path(view::kList, page), view.shown_in(people, {}));
  const std::string of_all = page_words(words, page, pages);
  Html main = element("h1", {}, context.link(view::kList, context.say("list.title")));
  main += legend(context, Stale::Explained);
  main += element("table", {css("people cards")}, element("caption", {}, of_all), element("thead", {}, people_head(context)),
                  groups(context, people, {}, false));
  main += page_links(context, view::kList, page, pages);
  return in_shell(context, {words("list.title") + ", " + of_all, words("list.lead"), "list wide", main});
}

}  // namespace sitegen::page
