#include "sitegen/page/history.h"

#include <algorithm>

#include "sitegen/page/change.h"
#include "sitegen/page/change_words.h"
#include "sitegen/page/sections.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Reconciliation;
using view::ShownVersion;

long long count_of(const std::vector<std::string>& list) {
  return static_cast<long long>(list.size());
}

/// More names, or entities of a kind, than this are folded away.
constexpr std::size_t kMostUnfolded = 12;

/// Few names stand in the sum itself, many are folded away; very many stand on the version's own page alone.
Html who(const Context& context, const tracker::version::Version& version, const std::vector<std::string>& ids) {
  static constexpr std::size_t kMostOnOtherPages = 250;
  if (ids.empty()) return {};
  const auto page = view::version_path(version.number);
  if (ids.size() > kMostOnOtherPages && context.path != page)
    return element("p", {css("who")}, context.link(page, context.say("changes.who")));
  const Html names = context.people(ids);
  if (ids.size() <= kMostUnfolded) return element("p", {css("who")}, names);
  return element("details", {css("who")}, element("summary", {}, context.say("changes.who")),
                 element("p", {}, names));
}

Html sum_row(const Context& context, const tracker::version::Version& version, const char* key,
             const Reconciliation& sum) {
  const auto& number = context.words;
  return element(
      "tr", {}, element("th", {{"scope", "row"}}, context.say(key)),
      cell(context, "changes.previous", number.number(sum.previous)),
      cell(context, "changes.entered",
           all("+ ", number.number(count_of(sum.entered)), who(context, version, sum.entered))),
      cell(context, "changes.left", all("− ", number.number(count_of(sum.left)), who(context, version, sum.left))),
      cell(context, "changes.current", all("= ", element("b", {}, number.number(sum.current)))));
}

/// previous + entered − left = current, with everybody's name: why the number changed.
Html reconciliation(const Context& context, const tracker::version::Version& version) {
  Html head = column(context, "changes.headline");
  for (const char* key : {"changes.previous", "changes.entered", "changes.left", "changes.current"})
    head += column(context, key);
  const auto& headline = version.headline;
  return element("table", {css("sums cards brief")}, element("caption", {}, context.say("changes.sums")),
                 element("thead", {}, element("tr", {}, head)),
                 element("tbody", {}, sum_row(context, version, "changes.persons", headline.persons),
                         sum_row(context, version, "changes.deprived", headline.deprived),
                         sum_row(context, version, "changes.prosecuted", headline.prosecuted)));
}

std::string version_name(const Context& context, const tracker::version::Version& version) {
  return context.words("ui.version", {{"number", static_cast<long long>(version.number)}});
}

Html recorded(const Context& context, const tracker::version::Version& version) {
  return context.say("changes.recorded", {},
                     {{"date", context.day(tracker::base::day_of(version.recorded))}});
}

long long count_people(const ShownVersion& shown) {
  return std::count_if(shown.entities.begin(), shown.entities.end(),
                       [](const auto& entity) { return entity.kind == "person"; });
}

Html version_summary(const Context& context, const ShownVersion& shown) {
  const auto& version = *shown.version;
  Html out =
      element("h2", {}, context.link(view::version_path(version.number), version_name(context, version)));
  out += element("p", {css("as-of")}, recorded(context, version));
  if (!version.note.empty()) out += element("p", {}, version.note);
  out +=
      element("p", {},
              context.say("changes.summary", {{"people", count_people(shown)},
                                              {"changes", static_cast<long long>(shown.count_changes())}}));
  out += reconciliation(context, version);
  return element("section",
                 {{"id", view::anchor("version", std::to_string(version.number))}, {"class", "version"}},
                 out);
}

Html entities_of_kind(const Context& context, const ShownVersion& shown, const std::string& kind) {
  Html items;
  std::size_t count = 0;
  for (const auto& entity : shown.entities) {
    if (entity.kind != kind) continue;
    ++count;
    items += is_told_in_short(shown) ? line_of(context, entity) : block_of(context, entity, change_target(shown, entity));
  }
  if (items.empty()) return {};
  const Html heading = context.say("kinds." + kind), list = element("ul", {css("entities")}, items);
  // People and cases are what a reader comes for; laws, places and sources can be many and unfold.
  if (kind == "person" || kind == "case" || count <= kMostUnfolded) return all(element("h2", {}, heading), list);
  return folded(kind, counted_heading(context, heading, count), false, list);
}

Html proof(const Context& context, const tracker::version::Version& version) {
  Html items = fact(context, "changes.hash", element("code", {}, version.hash.hex()));
  if (version.previous)
    items += fact(context, "changes.previous_hash", element("code", {}, version.previous->hex()));
  return all(element("h2", {}, context.say("changes.proof")),
             element("p", {}, context.say("changes.proof_text")), element("dl", {css("facts")}, items));
}

Html neighbours(const Context& context, const tracker::version::Version& version) {
  Html items;
  for (const auto& other : context.view.versions) {
    if (other.number == version.number - 1)
      items += element("li", {}, "← ",
                       context.link(view::version_path(other.number), version_name(context, other)));
    if (other.number == version.number + 1)
      items += element("li", {}, context.link(view::version_path(other.number), version_name(context, other)),
                       " →");
  }
  if (items.empty()) return {};
  return element("nav", {css("neighbours"), {"aria-label", context.words("changes.neighbours")}},
                 element("ul", {}, items));
}

}  // namespace

view::OutputFile changes_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kChanges));
  Html main = element("h1", {}, context.say("changes.title"));
  main += element("p", {css("lead")}, context.say("changes.lead"));
  main += element("p", {}, context.link(view::kFeeds, context.say("changes.follow")));
  for (auto shown = view.history.rbegin(); shown != view.history.rend(); ++shown)
    main += version_summary(context, *shown);
  return in_shell(context, {words("changes.title"), words("changes.lead"), "changes", main});
}

view::OutputFile version_page(const view::View& view, const view::Words& words, const ShownVersion& shown) {
  const auto& version = *shown.version;
  const Context context(view, words, view::version_path(version.number), shown);
  const std::string name = version_name(context, version);
  Html main = element("h1", {}, name);
  main += element("p", {css("as-of")}, recorded(context, version));
  if (!version.note.empty()) main += element("p", {css("lead")}, version.note);
  main += reconciliation(context, version);
  if (is_told_in_short(shown))
    main += element("p", {css("note")},
                    context.say("changes.in_short", {{"count", static_cast<long long>(shown.entities.size())}}), " ",
                    html::link(context.to_root("data/versions/" + tracker::version::file_name(version.number)), context.say("changes.version_file")), ".");
  // Nothing is withheld but by a ruling; the changes of a large version are not looked through for nothing.
  long long withheld = 0;
  if (!view.index.withheld.empty())
    for (const auto& entity : shown.entities) withheld += withheld_in(entity);
  if (withheld > 0)
    main += element("p", {css("note")}, context.say("changes.withheld", {{"count", withheld}}));
  for (const char* kind : {"person", "case", "source", "designation", "law", "place", "ruling", "site"})
    main += entities_of_kind(context, shown, kind);
  main += proof(context, version);
  main += neighbours(context, version);
  return in_shell(context, {name, words("changes.sums"), "changes", main});
}

}  // namespace sitegen::page
