#include "sitegen/page/numbers.h"

#include <algorithm>

#include "sitegen/page/chart.h"
#include "sitegen/page/facet_words.h"
#include "sitegen/page/over_time.h"
#include "sitegen/page/sections.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using view::FacetTable;
using view::FacetValue;

/// Codes of a closed list keep their order, years too; what the record names comes by number of people.
std::vector<const FacetValue*> in_order(const Context& context, const FacetTable& table) {
  std::vector<const FacetValue*> values;
  for (const auto& value : table.values) values.push_back(&value);
  if (table.facet == view::Facet::Year) return values;
  std::stable_sort(values.begin(), values.end(), [&](const FacetValue* a, const FacetValue* b) {
    if (a->code.empty() != b->code.empty()) return b->code.empty();
    if (a->people.size() != b->people.size()) return a->people.size() > b->people.size();
    return context.words.less(value_text(context, table.facet, a->code),
                              value_text(context, table.facet, b->code));
  });
  return values;
}

Html row(const Context& context, const FacetTable& table, const FacetValue& value, std::size_t most) {
  const auto count = value.people.size();
  return element("tr", {}, element("th", {{"scope", "row"}}, value_link(context, table.facet, value.code)),
                 element("td", {css("n")}, context.words.number(static_cast<long long>(count))),
                 element("td", {css("bars")}, bar(static_cast<double>(count) / static_cast<double>(most))));
}

/// Where everybody has one value the numbers add up, and the sum is shown; elsewhere it is said that they
/// need not.
Html foot(const Context& context, const FacetTable& table) {
  if (!view::has_one_value(table.facet)) return {};
  std::size_t sum = 0;
  for (const auto& value : table.values) sum += value.people.size();
  return element("tfoot", {},
                 element("tr", {}, element("th", {{"scope", "row"}}, context.say("home.total")),
                         element("td", {css("n")}, context.words.number(static_cast<long long>(sum))),
                         element("td", {})));
}

Html division(const Context& context, const FacetTable& table) {
  std::size_t most = 1;
  for (const auto& value : table.values) most = std::max(most, value.people.size());
  Html rows;
  for (const auto* value : in_order(context, table)) rows += row(context, table, *value, most);
  if (rows.empty()) return {};
  const std::string code(view::code_of(table.facet));
  const Html head = element("tr", {}, element("th", {{"scope", "col"}}, facet_name(context, table.facet)),
                            element("th", {{"scope", "col"}, {"class", "n"}}, context.say("home.people")),
                            element("th", {{"scope", "col"}}, context.say("numbers.share")));
  return section(
      context, code, "facet." + code,
      all(element("p", {}, context.say("facet_lead." + code), " ",
                  context.say(view::has_one_value(table.facet) ? "numbers.adds_up" : "numbers.may_repeat")),
          element("table", {css("division")},
                  element("caption", {css("sr")}, facet_name(context, table.facet)),
                  element("thead", {}, head), element("tbody", {}, rows), foot(context, table))));
}

}  // namespace

view::OutputFile numbers_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kNumbers));
  Html main = element("h1", {}, context.say("numbers.title"));
  main += element("p", {css("lead")}, context.say("numbers.lead"));
  Html items;
  for (const auto& table : view.index.facets)
    if (!table.values.empty())
      items += element("li", {},
                       html::link(html::Url::local("#" + std::string(view::code_of(table.facet))),
                                  facet_name(context, table.facet)));
  main += element("nav", {css("ways"), {"aria-label", words("numbers.parts")}}, element("ul", {}, items));
  main += over_time_chart(context, Behind::Months);
  main += element("p", {}, context.link(view::kWhy, context.say("why.title")));
  for (const auto& table : view.index.facets) main += division(context, table);
  main += element("p", {}, html::link(context.to_root(view::kFacetsCsv), context.say("numbers.csv")));
  return in_shell(context, {words("numbers.title"), words("numbers.lead"), "numbers wide", main});
}

}  // namespace sitegen::page
