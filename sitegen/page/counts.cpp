#include "sitegen/page/counts.h"

#include <algorithm>

#include "sitegen/page/marks.h"
#include "sitegen/page/sections.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Event;

struct Count {
  long long of = 0;
  long long all = 0;
};

/// Every event once, wherever it stands.
template <class Visit>
void for_each_event(const tracker::model::Record& record, Visit visit) {
  for (const auto& person : record.people)
    for (const auto& event : person.events) visit(event);
  for (const auto& of_case : record.cases)
    for (const auto& event : of_case.events) visit(event);
}

template <class Test>
Count events_that(const tracker::model::Record& record, Test test) {
  Count count;
  for_each_event(record, [&](const Event& event) {
    ++count.all;
    if (test(event)) ++count.of;
  });
  return count;
}

template <class Test>
Count people_that(const view::View& view, Test test) {
  Count count{0, static_cast<long long>(view.record.people.size())};
  for (const auto& person : view.record.people)
    if (test(person)) ++count.of;
  return count;
}

Html row(const Context& context, const char* key, Count count) {
  const long long share = count.all == 0 ? 0 : (200 * count.of + count.all) / (2 * count.all);
  return element(
      "tr", {}, element("th", {{"scope", "row"}}, context.say(key)),
      element("td", {css("n")}, context.words("counts.of", {{"of", count.of}, {"all", count.all}})),
      element("td", {css("n")}, context.words("counts.share", {{"share", share}})));
}

bool has_citation(const Event& event, bool (*test)(const tracker::model::Citation&)) {
  return std::any_of(event.sources.begin(), event.sources.end(), test);
}

/// Groups of sources that repeat each other count once.
bool has_two_sources(const tracker::model::Record& record, const Event& event) {
  std::vector<std::string> groups;
  for (const auto& citation : event.sources) {
    const auto* source = tracker::model::find_source(record, citation.source.id);
    const std::string group =
        source && !source->independence.empty() ? source->independence : citation.source.id;
    if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
  }
  return groups.size() > 1;
}

Html languages(const Context& context) {
  Html rows;
  const auto& record = context.record();
  const auto* wanted = tracker::model::find_words(record, record.site.default_language);
  for (const auto& language : record.site.languages) {
    if (!wanted || language == record.site.default_language) continue;
    const auto* words = tracker::model::find_words(record, language);
    Count count{0, static_cast<long long>(wanted->words.size())};
    for (const auto& [key, pattern] : wanted->words)
      if (words && words->words.contains(key)) ++count.of;
    Count pages{0, static_cast<long long>(record.pages.size())};
    for (const auto& page : record.pages)
      if (page.text.contains(language)) ++pages.of;
    const std::string name = context.language_name(language);
    rows += element(
        "tr", {}, element("th", {{"scope", "row"}}, context.say("counts.words", {{"language", name}})),
        element("td", {css("n")}, context.words("counts.of", {{"of", count.of}, {"all", count.all}})),
        element("td", {css("n")}, context.words("counts.pages", {{"of", pages.of}, {"all", pages.all}})));
  }
  return rows;
}

Html method(const Context& context) {
  const auto& view = context.view;
  const auto& record = view.record;
  Html rows =
      row(context, "counts.confirmed",
          people_that(view, [&](const auto& person) { return !is_unconfirmed(view, view.status_of(person)); }));
  rows += row(context, "counts.named",
              people_that(view, [](const auto& person) { return !person.name.empty(); }));
  rows += row(context, "counts.designated",
              people_that(view, [](const auto& person) { return !person.designations.empty(); }));
  rows += row(context, "counts.exact",
              events_that(record, [](const Event& event) { return event.date && event.date->is_exact(); }));
  rows += row(context, "counts.quoted", events_that(record, [](const Event& event) {
                return has_citation(event, [](const auto& citation) { return !citation.quote.empty(); });
              }));
  rows += row(context, "counts.archived", events_that(record, [](const Event& event) {
                return has_citation(event, [](const auto& citation) { return !citation.snapshot.empty(); });
              }));
  rows += row(context, "counts.two_sources",
              events_that(record, [&](const Event& event) { return has_two_sources(record, event); }));
  rows += row(context, "counts.doubtful", events_that(record, [](const Event& event) {
                return event.certainty && *event.certainty != tracker::model::Certainty::High;
              }));
  rows += languages(context);
  const Html head = element("tr", {}, column(context, "counts.what"),
                            element("th", {{"scope", "col"}, {"class", "n"}}, context.say("counts.count")),
                            element("th", {{"scope", "col"}, {"class", "n"}}, context.say("counts.part")));
  return section(
      context, "counts", "counts.title",
      all(element("p", {}, context.say("counts.lead", {}, {{"date", context.day(view.as_of)}})),
          element("table", {css("counts")}, element("caption", {css("sr")}, context.say("counts.title")),
                  element("thead", {}, head), element("tbody", {}, rows))));
}

}  // namespace

Html counts_of(const Context& context, std::string_view page_id) {
  if (page_id == "method") return method(context);
  return {};
}

}  // namespace sitegen::page
