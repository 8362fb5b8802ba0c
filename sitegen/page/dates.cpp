#include "sitegen/page/dates.h"

#include <algorithm>

#include "sitegen/page/charges.h"
#include "sitegen/page/law_words.h"
#include "sitegen/page/sections.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::code_of;
using tracker::rules::Clock;
using tracker::rules::WorkLine;

std::string count_of(const std::pair<int, int>& count) {
  return count.first == count.second ? std::to_string(count.first)
                                     : std::to_string(count.first) + "–" + std::to_string(count.second);
}

Html work_line(const Context& context, const WorkLine& line) {
  Slots slots;
  slots["days"] = line.days ? days(context, *line.days) : Html();
  slots["what"] = line.words                                             ? context.proper(*line.words)
                  : line.liberty != tracker::model::Liberty::Unknown
                      ? context.say("liberty." + std::string(code_of(line.liberty)))
                      : Html();
  slots["count"] = line.count ? Html(count_of(*line.count)) : Html();
  slots["rate"] = line.rate;
  Html out = context.say("work." + std::string(tracker::rules::code_of(line.work)), {}, slots);
  if (!line.citation.empty()) out += all(" ", proof(context, line.citation, line.certainty));
  return element("li", {}, out);
}

Html how(const Context& context, const Clock& clock) {
  Html out = element("span", {css("computed")}, context.say(clock.told ? "calendar.told" : "calendar.computed"));
  out += all(", ", certainty(context, clock.reckoning.certainty));
  return out;
}

Html sum(const Context& context, const Clock& clock) {
  Html lines;
  for (const auto& line : clock.reckoning.lines) lines += work_line(context, line);
  return element("details", {}, element("summary", {}, context.say("dates.sum")), element("ol", {css("law-steps reckoned")}, lines));
}

Html what(const Context& context, const Clock& clock) {
  Html out = context.say("clock." + std::string(code_of(clock.kind)));
  if (!clock.article.empty()) out += all(", ", article_link(context, clock.article));
  return out;
}

struct Dated {
  const tracker::model::Person* person = nullptr;
  const Clock* clock = nullptr;
};

std::vector<Dated> all_dates(const view::View& view) {
  std::vector<Dated> all;
  for (const auto& person : view.record.people)
    for (const auto& clock : view.clocks_of(person)) all.push_back({&person, &clock});
  std::stable_sort(all.begin(), all.end(), [](const Dated& a, const Dated& b) {
    return a.clock->reckoning.when.earliest < b.clock->reckoning.when.earliest;
  });
  return all;
}

/// Past, and about the person's liberty: what a reader may wonder about.
bool is_worth_asking(const Clock& clock) {
  using enum tracker::model::ClockKind;
  return clock.kind == EndOfTerm || clock.kind == EndOfDeferral || clock.kind == EndOfProbation || clock.kind == EndOfBan;
}

Html table(const Context& context, const std::vector<const Dated*>& dates, const Html& caption) {
  Html rows;
  for (const auto* dated : dates)
    rows += element("tr", {},
                    element("th", {{"scope", "row"}},
                            days(context, dated->clock->reckoning.when, dated->clock->reckoning.open_end)),
                    cell(context, "dates.who", context.person(*dated->person)),
                    cell(context, "dates.what", what(context, *dated->clock)),
                    cell(context, "dates.how", how(context, *dated->clock)));
  Html head;
  for (const char* key : {"dates.when", "dates.who", "dates.what", "dates.how"}) head += column(context, key);
  return element("table", {css("cards dates")}, element("caption", {css("sr")}, caption),
                 element("thead", {}, element("tr", {}, head)), element("tbody", {}, rows));
}

/// Days whose first possible one has passed and whose last has not belong to no year: they stand by themselves.
Html possible_now(const Context& context, const std::vector<const Dated*>& dates) {
  if (dates.empty()) return {};
  return folded("now", counted_heading(context, context.say("dates.now"), dates.size()), true,
                all(element("p", {css("note")}, context.say("dates.now_note")),
                    table(context, dates, context.say("dates.now"))));
}

/// What is ahead, a year at a time by the first possible day: the next year that has any is open. `coming` is in order.
Html by_year(const Context& context, const std::vector<const Dated*>& coming) {
  const auto year_of = [](const Dated* dated) {
    return static_cast<int>(std::chrono::year_month_day(dated->clock->reckoning.when.earliest).year());
  };
  Html out;
  for (auto first = coming.begin(); first != coming.end();) {
    const int year = year_of(*first);
    const auto last = std::find_if(first, coming.end(), [&](const Dated* dated) { return year_of(dated) != year; });
    const Html heading(std::to_string(year));
    const std::vector<const Dated*> dates(first, last);
    out += folded("y" + std::to_string(year), counted_heading(context, heading, dates.size()), first == coming.begin(),
                  table(context, dates, all(context.say("dates.coming"), ", ", heading)));
    first = last;
  }
  return out;
}

}  // namespace

Html calendar_link(const Context& context, std::string_view path) {
  if (!context.record().site.offers(tracker::model::Download::Calendars)) return {};
  return element("p", {}, html::link(context.to(path), context.say("dates.calendar"), {{"type", "text/calendar"}}));
}

Html dates_of(const Context& context, const tracker::model::Person& person) {
  const auto& clocks = context.view.clocks_of(person);
  if (clocks.empty()) return {};
  Html items;
  for (const auto& clock : clocks) {
    Html line = element("b", {}, days(context, clock.reckoning.when, clock.reckoning.open_end));
    line += all(": ", what(context, clock), " (", how(context, clock), ")");
    if (!clock.case_id.empty() && clocks.size() > 1) line += all(" · ", context.of_case(clock.case_id));
    items += element("li", {}, line, sum(context, clock));
  }
  const Html calendar = calendar_link(context, view::dates_path(person.id));
  return section(context, "dates", "dates.person",
                 all(element("p", {css("note")}, context.say("dates.note")), element("ul", {css("plain-list")}, items),
                     calendar));
}

view::OutputFile dates_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kDates));
  const auto all_of_them = all_dates(view);
  std::vector<const Dated*> now, coming, past;
  for (const auto& dated : all_of_them) {
    const auto& when = dated.clock->reckoning.when;
    if (when.earliest >= view.as_of)
      coming.push_back(&dated);
    else if (when.latest >= view.as_of)
      now.push_back(&dated);
    else if (is_worth_asking(*dated.clock))
      past.push_back(&dated);
  }
  Html main = element("h1", {}, context.say("dates.title"));
  main += element("p", {css("lead")}, context.say("dates.lead"));
  main += calendar_link(context, view::kDatesCalendar);
  if (coming.empty() && now.empty()) main += element("p", {}, context.say("dates.none"));
  main += all(possible_now(context, now), by_year(context, coming));
  if (!past.empty())
    main += folded("past", counted_heading(context, context.say("dates.past"), past.size()), coming.empty() && now.empty(),
                   all(element("p", {css("note")}, context.say("dates.past_note")),
                       table(context, past, context.say("dates.past"))));
  return in_shell(context, {words("dates.title"), words("dates.lead"), "dates-page", main});
}

}  // namespace sitegen::page
