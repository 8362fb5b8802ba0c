#include "sitegen/page/feed_table.h"

#include <algorithm>
#include <set>

#include "sitegen/view/links.h"
#include "sitegen/view/subjects.h"
#include "tracker/base/text.h"

namespace sitegen::page {
namespace {

using html::css;
using html::element;

struct Naturally {
  bool operator()(const std::string& a, const std::string& b) const { return tracker::base::natural_less(a, b); }
};
using Keys = std::set<std::string, Naturally>;

const char* name_of(view::FeedFormat format) {
  if (format == view::FeedFormat::Rss) return "RSS";
  return format == view::FeedFormat::Atom ? "Atom" : "JSON Feed";
}

}  // namespace

Html feed_formats(const Context& context, std::string_view key, const Html& of) {
  std::vector<Html> links;
  for (const auto format : {view::FeedFormat::Atom, view::FeedFormat::Rss, view::FeedFormat::Json})
    links.push_back(html::link(context.to(view::feed_path(key, format)),
                               of.empty() ? Html(name_of(format))
                                          : all(name_of(format), element("span", {css("sr")}, " ", of)),
                               {{"type", view::media_type(format)}}));
  return listed(links);
}

Html feed_table(const Context& context, const Html& caption, const std::vector<FeedRow>& rows) {
  if (rows.empty()) return {};
  const bool has_content = std::any_of(rows.begin(), rows.end(), [](const FeedRow& row) { return !row.content.empty(); });
  Html head = column(context, "feeds_page.feed");
  if (has_content) head += column(context, "feeds_page.content");
  head += column(context, "feeds_page.formats");
  Html body;
  for (const auto& row : rows) {
    Html cells = element("th", {{"scope", "row"}}, row.name);
    if (has_content) cells += cell(context, "feeds_page.content", row.content);
    body += element("tr", {}, cells, cell(context, "feeds_page.formats", feed_formats(context, row.key, row.name)));
  }
  return element("table", {css("cards feeds")}, element("caption", {}, caption),
                 element("thead", {}, element("tr", {}, head)), element("tbody", {}, body));
}

std::vector<FeedRow> feeds_of_everything(const Context& context) {
  return {{context.say("feeds_page.changes"), context.say("feed.changes_text"), std::string(view::kChangesKey)},
          {context.say("feeds_page.status"), context.say("feed.status_text"), std::string(view::kStatusKey)},
          {context.say("feeds_page.corrections"), context.say("feed.corrections_text"), std::string(view::kCorrectionsKey)}};
}

std::vector<FeedRow> feeds_of_articles(const Context& context) {
  Keys articles;
  for (const auto& status : context.view.statuses)
    for (const auto& of_case : status.cases)
      for (const auto& charge : of_case.charges)
        if (auto article = view::article_of_charge(charge.article); !article.empty()) articles.insert(std::move(article));
  std::vector<FeedRow> rows;
  for (const auto& article : articles)
    rows.push_back({view::article_title(context.record(), context.words, article), {}, view::article_feed(article)});
  return rows;
}

std::vector<FeedRow> feeds_of_regions(const Context& context) {
  Keys regions;
  for (const auto& person : context.record().people)
    for (auto& region : view::regions_of(context.record(), person.region.id)) regions.insert(std::move(region));
  std::vector<FeedRow> rows;
  for (const auto& region : regions)
    rows.push_back({view::place_title(context.record(), context.words, region), {}, view::region_feed(region)});
  return rows;
}

}  // namespace sitegen::page
