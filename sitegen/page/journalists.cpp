#include "sitegen/page/journalists.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "sitegen/page/feed_table.h"
#include "sitegen/page/sections.h"
#include "sitegen/page/shell.h"
#include "sitegen/page/texts.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Event;
using tracker::model::FetchOutcome;
using tracker::model::Source;

/// What the list took from a source, and how often it could be seen.
struct Use {
  long long events = 0;
  long long quoted = 0;    // of these with the source's exact words
  long long archived = 0;  // of these with the digest of a capture
  std::vector<std::string_view> people;  // sorted, once each
  long long attempts = 0;
  long long seen = 0;
  std::optional<tracker::base::Day> last_seen;
};
using Uses = std::unordered_map<std::string_view, Use>;

void count_event(Uses& uses, const Event& event, const std::vector<std::string_view>& people) {
  for (const auto& citation : event.sources) {
    auto& use = uses[citation.source.id];
    ++use.events;
    use.quoted += citation.quote.empty() ? 0 : 1;
    use.archived += citation.snapshot.empty() ? 0 : 1;
    use.people.insert(use.people.end(), people.begin(), people.end());
  }
}

Uses uses_of(const view::View& view) {
  Uses uses;
  for (const auto& person : view.record.people)
    for (const auto& event : person.events) count_event(uses, event, {person.id});
  for (const auto& of_case : view.record.cases)
    for (const auto& event : of_case.events) {
      std::vector<std::string_view> people;
      for (const auto& defendant : event.defendants.empty() ? of_case.defendants : event.defendants) people.push_back(defendant.id);
      count_event(uses, event, people);
    }
  for (auto& [source, use] : uses) {
    std::sort(use.people.begin(), use.people.end());
    use.people.erase(std::unique(use.people.begin(), use.people.end()), use.people.end());
  }
  for (const auto& receipt : view.receipts) {
    auto& use = uses[receipt.source];
    ++use.attempts;
    if (receipt.outcome != FetchOutcome::Fetched && receipt.outcome != FetchOutcome::NotModified) continue;
    ++use.seen;
    const auto day = tracker::base::day_of(receipt.started);
    use.last_seen = use.last_seen ? std::max(*use.last_seen, day) : day;
  }
  return uses;
}

/// "7 of 9"; nothing is a share of nothing.
Html share(const Context& context, long long part, long long whole) {
  if (whole == 0) return context.say("journalists.none");
  return context.say("journalists.share", {{"part", part}, {"whole", whole}});
}

Html source_row(const Context& context, const Source& source, const Use& use) {
  const auto& number = context.words;
  Html seen = source.is_followed() ? share(context, use.seen, use.attempts) : context.say("journalists.cited_once");
  if (use.last_seen) seen += all(" (", context.say("journalists.last", {}, {{"date", context.day(*use.last_seen)}}), ")");
  return element("tr", {}, element("th", {{"scope", "row"}}, context.source(source.id)),
                 cell(context, "journalists.people", number.number(static_cast<long long>(use.people.size()))),
                 cell(context, "journalists.statements", number.number(use.events)),
                 cell(context, "journalists.quoted", share(context, use.quoted, use.events)),
                 cell(context, "journalists.archived", share(context, use.archived, use.events)),
                 cell(context, "journalists.seen", seen));
}

Html sources(const Context& context, const Uses& uses) {
  Html head;
  for (const char* key : {"journalists.source", "journalists.people", "journalists.statements", "journalists.quoted",
                          "journalists.archived", "journalists.seen"})
    head += column(context, key);
  Html rows;
  for (const auto& source : context.record().sources) {
    const auto found = uses.find(source.id);
    rows += source_row(context, source, found == uses.end() ? Use{} : found->second);
  }
  return folded("sources", counted_heading(context, context.say("journalists.sources"), context.record().sources.size()), false,
                element("table", {css("cards brief coverage")}, element("thead", {}, element("tr", {}, head)), element("tbody", {}, rows)));
}

/// How many people the list knows each thing of.
Html completeness(const Context& context) {
  const auto& people = context.record().people;
  const auto count = [&](auto has) { return static_cast<long long>(std::count_if(people.begin(), people.end(), has)); };
  const auto& view = context.view;
  std::unordered_map<std::string_view, std::string_view> groups_of;  // sources that depend on each other count once
  for (const auto& source : view.record.sources)
    groups_of.emplace(source.id, source.independence.empty() ? source.id : source.independence);
  const auto sources_of = [&](const tracker::model::Person& person) {
    std::set<std::string_view> groups;
    for (const auto& situated : tracker::model::events_of(view.record, view.cases(), person))
      for (const auto& citation : situated.event->sources) {
        const auto group = groups_of.find(citation.source.id);
        groups.insert(group == groups_of.end() ? std::string_view(citation.source.id) : group->second);
      }
    return groups.size();
  };
  const std::pair<const char*, long long> kFigures[] = {
      {"journalists.has_name", count([](const auto& person) { return !person.name.empty(); })},
      {"journalists.has_region", count([](const auto& person) { return !person.region.empty(); })},
      {"journalists.has_born", count([](const auto& person) { return person.born.has_value(); })},
      {"journalists.has_since", count([&](const auto& person) { return view.status_of(person).since.has_value(); })},
      {"journalists.has_case", count([&](const auto& person) { return !view.cases().of(person).empty(); })},
      {"journalists.has_two", count([&](const auto& person) { return sources_of(person) >= 2; })},
      {"journalists.has_designation", count([](const auto& person) { return !person.designations.empty(); })}};
  Html rows;
  for (const auto& [key, known] : kFigures)
    rows += element("tr", {}, element("th", {{"scope", "row"}}, context.say(key)),
                    element("td", {css("n")}, share(context, known, static_cast<long long>(people.size()))));
  return element("table", {css("counts")}, element("caption", {}, context.say("journalists.list")),
                 element("thead", {}, element("tr", {}, column(context, "journalists.what"), element("th", {{"scope", "col"}, css("n")}, context.say("journalists.known")))),
                 element("tbody", {}, rows));
}

}  // namespace

view::OutputFile journalists_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kJournalists));
  const auto& newest = view.newest();
  Html main = element("h1", {}, context.say("journalists.title"));
  main += element("p", {css("lead")}, context.say("journalists.lead"));
  // What the publisher has to say to journalists stands in a text page of this name.
  const auto* text = tracker::model::find_page(view.record, kJournalistsText);
  if (text) main += text_in(context, text->text, 2);
  main += element("h2", {{"id", "numbers"}}, context.say("journalists.numbers"));
  main += element("p", {},
                  context.say("journalists.numbers_text",
                              {{"deprived", static_cast<long long>(view.totals.deprived.size())},
                               {"prosecuted", static_cast<long long>(view.totals.prosecuted.size())},
                               {"version", static_cast<long long>(newest.number)}},
                              {{"date", context.day(tracker::base::day_of(newest.recorded))}}));
  main += element("h2", {{"id", "feeds"}}, context.say("journalists.feeds"));
  main += element("p", {}, context.say("journalists.feeds_text"), " ", context.link(view::kFeeds, context.say("feeds_page.title")), ".");
  main += feed_table(context, context.say("feeds_page.everything"), feeds_of_everything(context));
  main += element("h2", {{"id", "complete"}}, context.say("journalists.complete"));
  main += element("p", {}, context.say("journalists.complete_text"));
  main += completeness(context);
  main += sources(context, uses_of(view));
  main += element("h2", {{"id", "data"}}, context.say("journalists.data"));
  main += element("p", {}, context.say("journalists.data_text"), " ", context.link(view::kDownloads, context.say("downloads_page.title")), ".");
  return in_shell(context, {words("journalists.title"), words("journalists.lead"), "text", main});
}

}  // namespace sitegen::page
