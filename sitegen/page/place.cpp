#include "sitegen/page/place.h"

#include <algorithm>

#include "sitegen/page/facet_words.h"
#include "sitegen/page/follow.h"
#include "sitegen/page/paging.h"
#include "sitegen/page/sections.h"
#include "sitegen/page/shell.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;
using tracker::model::Place;
using tracker::model::PlaceKind;

const view::PlaceUse& use_of(const Context& context, const Place& place) {
  static const view::PlaceUse kNone;
  const auto found = context.view.index.places.find(place.id);
  return found == context.view.index.places.end() ? kNone : found->second;
}

Html named(const Context& context, const Place& place) {
  return context.link(view::place_path(place.kind, place.id), context.proper(place.name));
}

Html counted(const Context& context, const Place& place) {
  const auto& use = use_of(context, place);
  std::vector<Html> counts;
  if (!use.people.empty()) counts.push_back(context.say("places.count", {{"count", static_cast<long long>(use.people.size())}}));
  if (!use.cases.empty()) counts.push_back(context.say("places.case_count", {{"count", static_cast<long long>(use.cases.size())}}));
  if (counts.empty()) return named(context, place);
  return all(named(context, place), " ", element("span", {css("count")}, listed(counts)));
}

Html caption(const Context& context, const char* key, std::size_t count) {
  return context.say(key, {{"count", static_cast<long long>(count)}});
}

/// Those whose region it is, and apart from them those to whom something happened here.
Html people_of(const Context& context, const Place& place) {
  People at_home;
  if (const auto* value = find_value(context.view, view::Facet::Region, place.id)) at_home = value->people;
  People others;
  const auto& people = use_of(context, place).people;
  std::set_difference(people.begin(), people.end(), at_home.begin(), at_home.end(),
                      std::back_inserter(others));
  Html out = section(context, "people", "places.of_region",
                     people_list(context, at_home, caption(context, "places.count", at_home.size())));
  return out += section(context, "events", "places.happened_here",
                        people_table(context, others, caption(context, "places.count", others.size())));
}

Html facts(const Context& context, const Place& place) {
  Html out = fact(context, "places.kind", context.say("place_kind." + std::string(code_of(place.kind))));
  if (!place.within.empty()) out += fact(context, "places.within", context.place(place.within.id));
  std::vector<Html> inside;
  for (const auto& other : context.record().places)
    if (other.within.id == place.id) inside.push_back(named(context, other));
  out += fact(context, "places.inside", listed(inside));
  return element("dl", {css("facts")}, out);
}

}  // namespace

Concerned concerned_by(const view::View& view, const Place& place) {
  const auto found = view.index.places.find(place.id);
  Concerned shown;
  if (found != view.index.places.end()) shown = {found->second.people, found->second.cases};
  if (const auto* value = find_value(view, view::Facet::Region, place.id)) {
    People both;
    std::set_union(shown.people.begin(), shown.people.end(), value->people.begin(), value->people.end(), std::back_inserter(both));
    shown.people = std::move(both);
  }
  return shown;
}

view::OutputFile place_page(const view::View& view, const view::Words& words, const Place& place) {
  const Concerned shown = concerned_by(view, place);
  const Context context(view, words, view::place_path(place.kind, place.id), view.shown_in(shown.people, shown.cases));
  Html main = element("p", {css("kind")}, context.link(view::kPlaces, context.say("places.title")));
  main += element("h1", {}, context.proper(place.name));
  main += facts(context, place);
  main += people_of(context, place);
  const auto& cases = use_of(context, place).cases;
  main += section(context, "cases", place.kind == PlaceKind::Court ? "places.heard" : "places.cases",
                  cases_table(context, cases, caption(context, "places.case_count", cases.size())));
  if (use_of(context, place).people.empty() && cases.empty())
    main += element("p", {}, context.say("places.nothing"));
  const std::string feed = feed_of_region(context, place.id);
  main += how_to_follow(context, feed);
  const std::string kind = words("place_kind." + std::string(code_of(place.kind)));
  return in_shell(context, {words.text(place.name),
                            words("places.description", {{"name", words.text(place.name)}, {"kind", kind}}),
                            "place wide", main, feed});
}

view::OutputFile places_page(const view::View& view, const view::Words& words) {
  const Context context(view, words, std::string(view::kPlaces));
  Html main = element("h1", {}, context.say("places.title"));
  main += element("p", {css("lead")}, context.say("places.lead"));
  for (const auto kind : {PlaceKind::Region, PlaceKind::Court, PlaceKind::Prison, PlaceKind::City,
                          PlaceKind::Other, PlaceKind::Country}) {
    std::vector<const Place*> places;
    for (const auto& place : view.record.places)
      if (place.kind == kind) places.push_back(&place);
    if (places.empty()) continue;
    std::sort(places.begin(), places.end(), [&](const Place* a, const Place* b) {
      return words.less(words.text(a->name), words.text(b->name));
    });
    Html items;
    for (const auto* place : places) items += element("li", {}, counted(context, *place));
    const std::string code(code_of(kind));
    main += element("section", {{"aria-labelledby", code}},
                    element("h2", {{"id", code}}, context.say("places." + code)),
                    element("ul", {css("columns-list")}, items));
  }
  return in_shell(context, {words("places.title"), words("places.lead"), "places wide", main});
}

}  // namespace sitegen::page
