#include "sitegen/page/cases.h"

#include <algorithm>

#include "sitegen/page/people_table.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {

using html::css;
using html::element;
using tracker::model::Case;

view::OutputFile cases_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kCases));
  std::vector<const Case*> cases;
  for (const auto& of_case : view.record.cases) cases.push_back(&of_case);
  std::stable_sort(cases.begin(), cases.end(), [&](const Case* a, const Case* b) {
    return words.less(words.text(a->title), words.text(b->title));
  });
  Html main = element("h1", {}, context.say("cases.title"));
  main += element("p", {css("lead")}, context.say("cases.lead"));
  main += cases_table(context, cases,
                      context.say("places.case_count", {{"count", static_cast<long long>(cases.size())}}));
  return in_shell(context, {words("cases.title"), words("cases.lead"), "list wide", main});
}

}  // namespace sitegen::page
