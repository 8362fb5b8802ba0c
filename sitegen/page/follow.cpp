#include "sitegen/page/follow.h"

#include <algorithm>

#include "sitegen/page/feed_table.h"
#include "sitegen/page/sections.h"
#include "sitegen/view/links.h"

namespace sitegen::page {

using html::element;
using tracker::model::Download;

Html how_to_follow(const Context& context, std::string_view feed, std::string_view evidence) {
  Html out;
  if (!feed.empty()) out += element("p", {}, context.say("follow.feed"), " ", feed_formats(context, feed), ".");
  if (!evidence.empty())
    out += element("p", {}, html::link(context.to_root(evidence), context.say("follow.evidence"), {{"type", "application/zip"}}),
                   ". ", context.say("follow.evidence_text"));
  return section(context, "follow", "follow.title", out);
}

namespace {

bool has_people(const Context& context, view::Facet facet, std::string_view code) {
  for (const auto& table : context.view.index.facets)
    if (table.facet == facet)
      return std::any_of(table.values.begin(), table.values.end(),
                         [&](const auto& value) { return value.code == code && !value.people.empty(); });
  return false;
}

}  // namespace

std::string feed_of_article(const Context& context, std::string_view reference) {
  return has_people(context, view::Facet::Article, reference) ? view::article_feed(reference) : std::string();
}

std::string feed_of_region(const Context& context, std::string_view id) {
  return has_people(context, view::Facet::Region, id) ? view::region_feed(id) : std::string();
}

std::string feed_of(const Context& context, const tracker::model::Person& person) {
  return context.record().site.offers(Download::PeopleFeeds) ? view::person_feed(person.id) : std::string();
}

std::string evidence_of(const Context& context, const tracker::model::Person& person) {
  return context.record().site.offers(Download::Evidence) ? view::evidence_path(person.id) : std::string();
}

}  // namespace sitegen::page
