#include <nlohmann/json.hpp>

#include "sitegen/feed/document.h"

namespace sitegen::feed {
namespace {

using Json = nlohmann::ordered_json;

Json item(const Entry& entry) {
  Json object;
  object["id"] = entry.id;
  object["url"] = entry.address;
  object["title"] = entry.title;
  object["content_html"] = entry.content;
  object["date_published"] = tracker::base::to_rfc3339(entry.updated);
  object["date_modified"] = object["date_published"];
  object["tags"] = entry.categories;
  for (const auto& old : entry.corrects) object["_tizim"]["corrects"].push_back({{"id", old.id}, {"url", old.address}});
  return object;
}

}  // namespace

std::string to_json_feed(const Document& document) {
  Json feed;
  feed["version"] = "https://jsonfeed.org/version/1.1";
  feed["title"] = document.title;
  feed["home_page_url"] = document.page;
  feed["feed_url"] = document.paging.self;
  feed["description"] = document.description;
  if (!document.paging.older.empty()) feed["next_url"] = document.paging.older;
  feed["icon"] = document.icon;
  feed["authors"] = Json::array({{{"name", document.publisher}}});
  feed["language"] = document.language;
  feed["_tizim"] = {{"id", document.id}, {"archive", document.paging.is_archive}};
  feed["items"] = Json::array();
  for (const auto* entry : document.entries) feed["items"].push_back(item(*entry));
  return feed.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string to_format(const Document& document, view::FeedFormat format) {
  if (format == view::FeedFormat::Rss) return to_rss(document);
  return format == view::FeedFormat::Atom ? to_atom(document) : to_json_feed(document);
}

}  // namespace sitegen::feed
