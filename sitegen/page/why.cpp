#include "sitegen/page/why.h"

#include <optional>

#include "sitegen/page/sections.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Reconciliation;
using view::ShownVersion;

/// More names than this are folded away, and many more stand on the page of their version alone.
constexpr std::size_t kMostOpen = 12;
constexpr std::size_t kMostNamed = 200;

/// Why the person's derived state changed in this version; the reason of any change where the state did not.
std::optional<tracker::model::Reason> reason_of(const Context& context, const ShownVersion& shown,
                                                const std::string& person) {
  for (const auto& [of_version, entity] : context.view.trail_of("person", person)) {
    if (of_version != &shown || entity->changes.empty()) continue;
    for (const auto& change : entity->changes)
      if (change.field.starts_with("derived.")) return change.reason;
    return entity->changes.front().reason;
  }
  return std::nullopt;
}

Html names(const Context& context, const ShownVersion& shown, const std::vector<std::string>& ids) {
  if (ids.size() > kMostNamed)
    return element(
        "p", {}, context.link(view::version_path(shown.version->number), context.say("home.whole_version")));
  Html items;
  for (const auto& id : ids) {
    Html line = context.person(id);
    if (const auto reason = reason_of(context, shown, id))
      line += all(" ", element("span", {css("reason")},
                               context.say("reason." + std::string(tracker::model::code_of(*reason)))));
    items += element("li", {}, line);
  }
  const Html list = element("ul", {css("fields")}, items);
  if (ids.size() <= kMostOpen) return list;
  return element(
      "details", {},
      element("summary", {}, context.say("why.who", {{"count", static_cast<long long>(ids.size())}})), list);
}

Html step(const Context& context, const char* key, const char* sign, const ShownVersion& shown,
          const std::vector<std::string>& ids) {
  if (ids.empty()) return {};
  return element("li", {},
                 element("p", {}, element("b", {css("verb")}, context.say(key)), " ", sign,
                         context.words.number(static_cast<long long>(ids.size()))),
                 names(context, shown, ids));
}

Html version_step(const Context& context, const ShownVersion& shown, const Reconciliation& sum) {
  const auto& version = *shown.version;
  const Html title =
      all(context.link(view::version_path(version.number),
                       context.say("ui.version", {{"number", static_cast<long long>(version.number)}})),
          ", ", context.day(tracker::base::day_of(version.recorded)));
  const Html line = context.say("why.sum", {{"previous", static_cast<long long>(sum.previous)},
                                            {"entered", static_cast<long long>(sum.entered.size())},
                                            {"left", static_cast<long long>(sum.left.size())},
                                            {"current", static_cast<long long>(sum.current)}});
  Html steps = step(context, "why.entered", "+", shown, sum.entered);
  steps += step(context, "why.left", "−", shown, sum.left);
  Html body = element("h3", {}, title);
  body += element("p", {css("sum")}, line);
  body += steps.empty() ? element("p", {}, context.say("why.same")) : element("ul", {css("steps")}, steps);
  return element("li", {}, body);
}

using Pick = const Reconciliation& (*)(const tracker::version::Headline&);

Html headline(const Context& context, const char* id, const char* key, Pick pick) {
  Html items;
  for (auto shown = context.view.history.rbegin(); shown != context.view.history.rend(); ++shown)
    items += version_step(context, *shown, pick(shown->version->headline));
  return section(context, id, key, element("ol", {css("reckoning")}, items));
}

}  // namespace

view::OutputFile why_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kWhy));
  Html main = element("h1", {}, context.say("why.title"));
  main += element("p", {css("lead")}, context.say("why.lead"));
  main += element("p", {}, context.say("why.reasons"));
  main += headline(context, "deprived", "changes.deprived",
                   [](const auto& sums) -> const Reconciliation& { return sums.deprived; });
  main += headline(context, "prosecuted", "changes.prosecuted",
                   [](const auto& sums) -> const Reconciliation& { return sums.prosecuted; });
  main += headline(context, "persons", "changes.persons",
                   [](const auto& sums) -> const Reconciliation& { return sums.persons; });
  return in_shell(context, {words("why.title"), words("why.lead"), "changes", main});
}

}  // namespace sitegen::page
