#include "sitegen/page/people_table.h"

#include <algorithm>

#include "sitegen/page/charges.h"
#include "sitegen/page/marks.h"
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

/// The heading says what the day is; that it is long ago is a sign to the eye and words to the ear.
Html confirmed_cell(const Context& context, const tracker::model::Status& status) {
  if (!status.last_confirmed) return stale_note(context, status);
  const Html date = context.date(status.last_confirmed->date);
  if (!is_unconfirmed(context.view, status)) return date;
  return element("span", {css("stale")}, date, element("span", {css("sr")}, ", ", context.say("list.stale")));
}

Html or_unknown(const Context& context, const tracker::model::Ref& place) {
  return place.empty() ? context.say("ui.unknown") : context.place(place.id);
}

Html table(const Html& caption, const Html& head, const Html& rows) {
  return element("table", {css("people cards")}, element("caption", {}, caption), element("thead", {}, head),
                 element("tbody", {}, rows));
}

}  // namespace

People by_name(const view::Words& words, People people) {
  std::vector<std::pair<std::size_t, const Person*>> ranked;
  for (const auto* person : people) ranked.emplace_back(words.rank(*person), person);
  std::sort(ranked.begin(), ranked.end());
  std::transform(ranked.begin(), ranked.end(), people.begin(), [](const auto& at) { return at.second; });
  return people;
}

namespace {

Html head_of(const Context& context, const MoreColumn& more) {
  Html head;
  for (const char* key :
       {"list.name", "list.status", "list.since", "list.charges", "list.region", "list.confirmed"})
    head += column(context, key);
  if (more.heading) head += column(context, more.heading);
  return element("tr", {}, head);
}

Html row(const Context& context, const Person& person, const html::Attributes& attributes, const MoreColumn& more = {}) {
  const auto& status = context.view.status_of(person);
  return element("tr", attributes,
                 element("th", {{"scope", "row"}}, context.person(person)),
                 cell(context, "list.status", chip(context, status.display)),
                 cell(context, "list.since", context.date(status.since)),
                 cell(context, "list.charges", charges_cell(context, status)),
                 cell(context, "list.region", or_unknown(context, person.region)),
                 cell(context, "list.confirmed", confirmed_cell(context, status)),
                 more.heading ? cell(context, more.heading, more.cell(person)) : Html());
}

}  // namespace

Html people_head(const Context& context) {
  return head_of(context, {});
}

Html person_row(const Context& context, const Person& person, const html::Attributes& attributes) {
  if (!attributes.empty()) return row(context, person, attributes);
  return context.kept("row " + person.id, [&] { return row(context, person, attributes); });
}

Html people_table(const Context& context, const People& people, const Html& caption, const MoreColumn& more) {
  if (people.empty()) return {};
  Html rows;
  for (const auto* person : by_name(context.words, people))
    rows += more.heading ? row(context, *person, {}, more) : person_row(context, *person);
  return table(caption, head_of(context, more), rows);
}

Html cases_table(const Context& context, const std::vector<const tracker::model::Case*>& cases,
                 const Html& caption) {
  if (cases.empty()) return {};
  Html head;
  for (const char* key : {"case.title", "case.kind", "case.defendants", "case.court", "case.region"})
    head += column(context, key);
  Html rows;
  for (const auto* of_case : cases)
    rows += element("tr", {}, element("th", {{"scope", "row"}}, context.of_case(of_case->id)),
                    cell(context, "case.kind",
                         context.say("case_kind." + std::string(tracker::model::code_of(of_case->kind)))),
                    cell(context, "case.defendants",
                         context.words.number(static_cast<long long>(of_case->defendants.size()))),
                    cell(context, "case.court", or_unknown(context, of_case->court)),
                    cell(context, "case.region", or_unknown(context, of_case->region)));
  return table(caption, element("tr", {}, head), rows);
}

}  // namespace sitegen::page
