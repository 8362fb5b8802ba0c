#include "sitegen/page/home.h"

#include <algorithm>

#include "sitegen/page/change_words.h"
#include "sitegen/page/marks.h"
#include "sitegen/page/over_time.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/linked_data.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::all;
using html::css;
using html::element;
using tracker::model::Display;

/// Beyond this many a row of squares is no longer seen as a number.
constexpr int kMostSquares = 60;
/// Entries of the newest version that stand on the first page.
constexpr std::size_t kMostChanges = 8;
constexpr std::size_t kMostDates = 8;

/// The newest and the oldest day on which the state of one of these people was last confirmed.
Html last_confirmed(const Context& context, const std::vector<std::string>& people) {
  const tracker::base::PartialDate* oldest = nullptr;
  const tracker::base::PartialDate* newest = nullptr;
  for (const auto& id : people) {
    const auto* person = tracker::model::find_person(context.record(), id);
    if (!person) continue;
    const auto& confirmed = context.view.status_of(*person).last_confirmed;
    if (!confirmed) continue;
    if (!oldest || confirmed->date.latest() < oldest->latest()) oldest = &confirmed->date;
    if (!newest || newest->latest() < confirmed->date.latest()) newest = &confirmed->date;
  }
  if (!newest) return {};
  if (oldest->latest() == newest->latest())
    return context.say("home.confirmed_once", {}, {{"date", context.date(*newest, view::DateForm::Within)}});
  return context.say("home.confirmed", {}, {{"newest", context.date(*newest, view::DateForm::Within)},
                                           {"oldest", context.date(*oldest, view::DateForm::Within)}});
}

long long stale_among_deprived(const view::View& view) {
  return std::count_if(view.statuses.begin(), view.statuses.end(), [&](const auto& status) {
    return status.deprived == tracker::model::Deprived::Yes && is_unconfirmed(view, status);
  });
}

/// The number, what it counts, and the days on which a source last spoke of those behind it.
Html headline(const Context& context, const char* key, const std::vector<std::string>& people,
              const std::string& target) {
  const auto count = static_cast<long long>(people.size());
  Html out = all(element("b", {css("number")}, context.words.number(count)), " ",
                 element("span", {css("what")}, context.link(target, context.say(key, {{"count", count}}))));
  if (const Html confirmed = last_confirmed(context, people); !confirmed.empty())
    out += all(" ", element("span", {css("confirmed")}, confirmed));
  return element("li", {}, out);
}

Html headlines(const Context& context) {
  const auto& totals = context.view.totals;
  const std::string list(view::kList);
  const auto deprived = static_cast<long long>(totals.deprived.size());
  Html out =
      element("ul", {css("headlines")},
              headline(context, "home.deprived", totals.deprived, list + (deprived > 0 ? "#held" : "")),
              headline(context, "home.prosecuted", totals.prosecuted, list));
  out += element("p", {css("as-of")},
                 context.say("home.as_of", {}, {{"date", context.day(context.view.as_of)}}), " ",
                 context.say("home.counts", {{"persons", static_cast<long long>(totals.persons.size())},
                                             {"cases", static_cast<long long>(totals.cases)},
                                             {"prosecutions", static_cast<long long>(totals.prosecutions)}}));
  const long long stale = stale_among_deprived(context.view);
  if (stale > 0)
    out += element("p", {css("freshness")},
                   context.say("home.stale", {{"count", stale}, {"deprived", deprived}}));
  return out;
}

Html squares(Mark mark, int count) {
  Html out;
  for (int i = 0; i < std::min(count, kMostSquares); ++i) out += square(mark);
  if (count > kMostSquares) out += Html(" …");
  return element("span", {css("squares"), {"aria-hidden", "true"}}, out);
}

Html totals_table(const Context& context) {
  const auto& totals = context.view.totals;
  Html rows;
  for (const auto mark : all_marks())
    for (const auto& display : tracker::model::codes<Display>()) {
      const auto found = totals.by_display.find(std::string(display.code));
      if (found == totals.by_display.end() || found->second == 0 || mark_of(display.value) != mark) continue;
      rows += element("tr", {},
                      element("th", {{"scope", "row"}}, context.say("status." + std::string(display.code))),
                      element("td", {css("n")}, context.words.number(found->second)),
                      element("td", {}, squares(mark, found->second)));
    }
  const Html head = element("tr", {}, element("th", {{"scope", "col"}}, context.say("list.status")),
                            element("th", {{"scope", "col"}, {"class", "n"}}, context.say("home.people")),
                            element("th", {{"scope", "col"}}, context.say("home.each_square")));
  const Html sum =
      element("tr", {}, element("th", {{"scope", "row"}}, context.say("home.total")),
              element("td", {css("n")}, context.words.number(static_cast<long long>(totals.persons.size()))),
              element("td", {}));
  return element("section", {{"aria-labelledby", "totals"}},
                 element("h2", {{"id", "totals"}}, context.say("home.totals")),
                 element("table", {css("totals")}, element("caption", {}, context.say("home.totals_caption")),
                         element("thead", {}, head), element("tbody", {}, rows), element("tfoot", {}, sum)),
                 legend(context));
}

/// The newest version that changed a person; null where none did.
const view::ShownVersion* newest_with_people(const view::View& view) {
  for (auto shown = view.history.rbegin(); shown != view.history.rend(); ++shown)
    if (std::any_of(shown->entities.begin(), shown->entities.end(),
                    [](const auto& entity) { return entity.kind == "person"; }))
      return &*shown;
  return nullptr;
}

/// Who, and for few changes what.
Html sentence_of(const Context& context, const view::EntityChange& entity) {
  const bool is_short = entity.operation == tracker::model::Operation::Modify && entity.changes.size() <= 12;
  return is_short ? all(headline_of(context, entity), titles_of(context, entity))
                  : headline_of(context, entity);
}

Html latest_changes(const Context& context) {
  const auto* shown = newest_with_people(context.view);
  Html out = element("h2", {{"id", "latest"}}, context.say("home.latest"));
  if (!shown || shown->version != &context.view.newest())
    out += element("p", {}, context.say("home.nothing_new", {}, {{"date", context.day(context.view.as_of)}}));
  if (!shown) return element("section", {{"aria-labelledby", "latest"}}, out);
  const auto& version = *shown->version;
  out += element("p", {},
                 context.say("home.in_version", {{"number", static_cast<long long>(version.number)}},
                             {{"date", context.day(tracker::base::day_of(version.recorded))}}));
  Html items;
  std::size_t count = 0;
  for (const auto& entity : shown->entities)
    if (entity.kind == "person" && ++count <= kMostChanges) items += element("li", {}, sentence_of(context, entity));
  out += element("ul", {css("changes")}, items);
  const auto rest = static_cast<long long>(count) - static_cast<long long>(kMostChanges);
  const Html more =
      rest > 0 ? context.say("home.more_changes", {{"count", rest}}) : context.say("home.whole_version");
  out += element("p", {}, context.link(view::version_path(version.number), more), " · ",
                 context.link(view::kChanges, context.say("home.all_changes")));
  return element("section", {{"aria-labelledby", "latest"}}, out);
}

/// Hearings and other days that are announced.
Html coming_dates(const Context& context) {
  Html items;
  std::size_t count = 0;
  for (const auto& coming : context.view.index.coming) {
    if (++count > kMostDates) break;
    Html line = all(element("span", {css("when")}, context.date(coming.event->date)), " ",
                    element("b", {}, context.say("event." + std::string(tracker::model::code_of(coming.event->type)))));
    if (coming.person) line += all(" · ", context.person(*coming.person));
    if (coming.of_case) line += all(" · ", context.of_case(coming.of_case->id));
    items += element("li", {}, line);
  }
  return element("section", {{"aria-labelledby", "coming"}},
                 element("h2", {{"id", "coming"}}, context.say("home.coming")),
                 items.empty() ? element("p", {}, context.say("home.nothing_coming"))
                               : element("ul", {css("coming")}, items),
                 element("p", {}, context.link(view::kDates, context.say("home.ends"))));
}

Html over_time(const Context& context) {
  const Html chart = over_time_chart(context, Behind::Years);
  if (chart.empty()) return {};
  return element("section", {{"aria-labelledby", "time"}},
                 element("h2", {{"id", "time"}}, context.say("home.over_time")), chart,
                 element("p", {}, context.link(view::kNumbers, context.say("home.numbers")), " · ",
                         context.link(view::kWhy, context.say("why.title"))));
}

Html how_to_read(const Context& context) {
  Html out = element("h2", {{"id", "reading"}}, context.say("home.reading"));
  for (const char* key : {"home.reading_status", "home.reading_sources", "home.reading_designation"})
    out += element("p", {}, context.say(key));
  if (const auto* method = tracker::model::find_page(context.record(), "method"))
    out += element("p", {}, context.link(view::page_path(method->id), context.say("home.method")));
  return element("section", {{"aria-labelledby", "reading"}}, out);
}

}  // namespace

view::OutputFile home_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kHome));
  const auto& site = view.record.site;
  Html main = element("h1", {}, context.proper(site.title));
  if (!site.subtitle.empty()) main += element("p", {css("lead")}, context.sentence(site.subtitle));
  main += headlines(context);
  main += element("p", {}, html::link(context.to(view::kList), context.say("home.to_list"), {css("button")}));
  main += element("div", {css("columns")}, totals_table(context), latest_changes(context));
  main += over_time(context);
  main += element("div", {css("columns")}, coming_dates(context), how_to_read(context));
  return in_shell(context, {"", words.text(site.subtitle), "home wide", main, "", view::dataset_data(view, words)});
}

}  // namespace sitegen::page
