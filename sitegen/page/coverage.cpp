#include "sitegen/page/coverage.h"

#include <algorithm>

#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::health::Gap;
using tracker::health::Health;
using tracker::model::SourceState;

Html day_of(const Context& context, const std::optional<tracker::base::Instant>& instant, std::string_view missing) {
  return instant ? context.day(tracker::base::day_of(*instant)) : context.say(missing);
}

/// "Not seen from 3 March 2026 to 9 March 2026." Days alone: an hour would say more than a rhythm of a day allows.
Html gap_item(const Context& context, const Gap& gap) {
  const Slots days = {{"from", context.day(tracker::base::day_of(gap.from))},
                      {"to", gap.to ? context.day(tracker::base::day_of(*gap.to)) : Html()}};
  Html text = context.say(gap.to ? "coverage.gap" : "coverage.gap_open", {}, days);
  text += " ";
  if (gap.reason.empty()) text += context.say("coverage.nobody_looked");
  else text += context.say("coverage.reason", {{"reason", gap.reason}});
  return element("li", {}, text);
}

Html state_cell(const Context& context, const Health& health) {
  return element("span", {{"class", "state-" + std::string(tracker::model::code_of(health.state))}},
                 context.say("coverage.state_" + std::string(tracker::model::code_of(health.state))));
}

Html row(const Context& context, const Health& health) {
  Html cells = element("th", {{"scope", "row"}}, context.source(health.source));
  cells += cell(context, "coverage.state", state_cell(context, health));
  cells += cell(context, "coverage.seen", day_of(context, health.last_success, "sources.never"));
  cells += cell(context, "coverage.changed", day_of(context, health.last_change, "sources.never"));
  return element("tr", {}, cells);
}

Html table(const Context& context) {
  Html head;
  for (const auto heading : {"coverage.source", "coverage.state", "coverage.seen", "coverage.changed"})
    head += column(context, heading);
  Html rows;
  for (const auto& health : context.view.coverage) rows += row(context, health);
  return element("table", {css("cards brief coverage")}, all(element("thead", {}, element("tr", {}, head)), element("tbody", {}, rows)));
}

Html gaps(const Context& context) {
  Html sections;
  for (const auto& health : context.view.coverage) {
    if (health.gaps.empty()) continue;
    Html items;
    for (auto gap = health.gaps.rbegin(); gap != health.gaps.rend(); ++gap) items += gap_item(context, *gap);
    sections += element("section", {{"id", view::anchor("gap", health.source)}},
                        all(element("h3", {}, context.source(health.source)), element("ul", {}, items)));
  }
  if (!sections.empty()) return sections;
  // Of a source that was never seen nobody knows what was missed.
  const auto& all = context.view.coverage;
  const bool each_was_seen = std::all_of(all.begin(), all.end(), [](const auto& health) { return health.last_success.has_value(); });
  return element("p", {}, context.say(each_was_seen ? "coverage.no_gaps" : "coverage.not_known"));
}

}  // namespace

view::OutputFile coverage_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kCoverage));
  Html main = element("h1", {}, context.say("coverage.title"));
  main += element("p", {css("lead")}, context.say("coverage.lead"));
  main += element("p", {}, context.say("coverage.until", {}, {{"day", context.day(tracker::base::day_of(view.covered_until))}}));
  if (view.coverage.empty()) {
    main += element("p", {}, context.say("coverage.none"));
  } else {
    main += table(context);
    main += all(element("h2", {}, context.say("coverage.gaps")), gaps(context));
  }
  main += element("p", {}, context.say("coverage.rule"));
  return in_shell(context, {words("coverage.title"), words("coverage.lead"), "coverage", main});
}

}  // namespace sitegen::page
