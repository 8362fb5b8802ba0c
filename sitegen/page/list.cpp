#include "sitegen/page/list.h"

#include <algorithm>

#include "sitegen/page/charges.h"
#include "sitegen/page/marks.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"
#include "tracker/base/text.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Person;

Html charges_cell(const Context& context, const tracker::model::Status& status) {
  const auto numbers = live_charges(context, status);
  if (numbers.empty()) return element("span", {css("none")}, context.say("list.no_charges"));
  return tracker::base::join(numbers, "; ");
}

Html confirmed_cell(const Context& context, const tracker::model::Status& status) {
  const Html stale = stale_note(context, status);
  if (!stale.empty()) return stale;
  return context.date(status.last_confirmed->date);
}

Html row(const Context& context, const Person& person) {
  const auto& status = context.view.status_of(person);
  return element("tr", {}, element("th", {{"scope", "row"}}, context.person(person)),
                 cell(context, "list.status", chip(context, status.display)),
                 cell(context, "list.since", context.date(status.since)),
                 cell(context, "list.charges", charges_cell(context, status)),
                 cell(context, "list.region",
                      person.region.empty() ? context.say("ui.unknown") : context.place(person.region.id)),
                 cell(context, "list.confirmed", confirmed_cell(context, status)));
}

Html group(const Context& context, Mark mark, const std::vector<const Person*>& people) {
  Html rows;
  long long count = 0;
  for (const auto* person : people) {
    if (mark_of(context.view.status_of(*person).display) != mark) continue;
    rows += row(context, *person);
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

}  // namespace

std::vector<const Person*> sorted_people(const Context& context) {
  std::vector<const Person*> people;
  for (const auto& person : context.record().people) people.push_back(&person);
  std::stable_sort(people.begin(), people.end(), [&](const Person* a, const Person* b) {
    if (a->name.empty() != b->name.empty()) return b->name.empty();
    if (a->name.empty()) return false;
    return context.words.less(context.words.text(a->name), context.words.text(b->name));
  });
  return people;
}

view::OutputFile list_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kList));
  const auto people = sorted_people(context);
  Html table = element("caption", {},
                       context.say("list.caption", {{"count", static_cast<long long>(people.size())}},
                                   {{"date", context.day(view.as_of)}}));
  table += element("thead", {},
                   element("tr", {}, column(context, "list.name"), column(context, "list.status"),
                           column(context, "list.since"), column(context, "list.charges"),
                           column(context, "list.region"), column(context, "list.confirmed")));
  for (const auto mark : all_marks()) table += group(context, mark, people);
  Html main = element("h1", {}, context.say("list.title"));
  main += element("p", {css("lead")}, context.say("list.lead"));
  main += legend(context);
  main += element("table", {css("people cards")}, table);
  return in_shell(context, {words("list.title"), words("list.lead"), "list wide", main});
}

}  // namespace sitegen::page
