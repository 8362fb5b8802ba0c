#include "sitegen/page/change.h"

#include "sitegen/page/change_words.h"
#include "sitegen/page/cite.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"
#include "sitegen/view/subjects.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using view::EntityChange;
using view::ShownVersion;

std::string subject_title(const view::View& view, const view::Words& words, const EntityChange& entity) {
  if (entity.kind == "person") return view::person_title(view.record, words, entity.id);
  if (entity.kind == "case") return view::case_title(view.record, words, entity.id);
  const std::string kind = words("kind." + entity.kind);
  return entity.id.empty() ? kind : kind + " " + entity.id;
}

std::string title_of(const view::View& view, const view::Words& words, const ShownVersion& shown, const EntityChange& entity) {
  return words("changes.of_one", {{"what", subject_title(view, words, entity)},
                                  {"version", words.number(shown.version->number)}});
}

Html version_name(const Context& context, const ShownVersion& shown) {
  return context.say("ui.version", {{"number", static_cast<long long>(shown.version->number)}});
}

/// What the versions before and after this one said of the same entity.
Html neighbours(const Context& context, const ShownVersion& shown, const EntityChange& entity) {
  const auto& trail = context.view.trail_of(entity.kind, entity.id);
  Html items;
  const auto link = [&](const view::Trace& trace) {
    return context.link(change_target(*trace.shown, *trace.change), version_name(context, *trace.shown));
  };
  for (std::size_t i = 0; i < trail.size(); ++i) {
    if (trail[i].shown != &shown) continue;
    if (i > 0) items += element("li", {}, "← ", link(trail[i - 1]));
    if (i + 1 < trail.size()) items += element("li", {}, link(trail[i + 1]), " →");
  }
  if (items.empty()) return {};
  return element("nav", {css("neighbours"), {"aria-label", context.words("changes.same_subject")}},
                 element("p", {}, context.say("changes.same_subject")), element("ul", {}, items));
}

}  // namespace

bool is_told_in_short(const ShownVersion& shown) { return shown.entities.size() > kMostBlocks; }

std::string change_target(const ShownVersion& shown, const EntityChange& entity) {
  const int number = shown.version->number;
  return is_told_in_short(shown) ? view::version_path(number) + "#" + view::anchor(entity.kind, entity.id)
                                 : view::change_path(number, entity.kind, entity.id);
}

view::OutputFile change_page(const view::View& view, const view::Words& words, const ShownVersion& shown,
                             const EntityChange& entity) {
  const auto& version = *shown.version;
  const Context context(view, words, view::change_path(version.number, entity.kind, entity.id), shown);
  const std::string title = title_of(view, words, shown, entity);
  Html main = element("p", {css("kind")}, context.link(view::version_path(version.number), version_name(context, shown)));
  main += element("h1", {}, title);
  main += element("p", {css("as-of")},
                  context.say("changes.recorded", {}, {{"date", context.day(tracker::base::day_of(version.recorded))}}));
  main += element("ul", {css("entities")}, block_of(context, entity));
  if (!version.note.empty()) main += element("p", {css("note")}, version.note);
  main += neighbours(context, shown, entity);
  main += how_to_cite(context, [&](const view::Words& in) { return title_of(view, in, shown, entity); });
  main += how_to_report(context, entity.id);
  return in_shell(context, {title, title, "changes", main});
}

}  // namespace sitegen::page
