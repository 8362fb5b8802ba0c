#include "sitegen/feed/document.h"
#include "sitegen/feed/xml.h"

namespace sitegen::feed {
namespace {

/// RSS does not say whether a title is text or HTML, and readers take it for either. A sign that could begin a tag is
/// written in its full-width form, which is the same to people in both.
std::string title(std::string text) {
  for (auto at = text.find('<'); at != std::string::npos; at = text.find('<', at)) text.replace(at, 1, "\xEF\xBC\x9C");
  return text;
}

void add_item(Xml& xml, const Entry& entry) {
  xml.open("item");
  xml.text("title", title(entry.title));
  xml.text("link", entry.address);
  xml.text("description", entry.content);
  xml.text("guid", entry.id, {{"isPermaLink", "false"}});
  xml.text("pubDate", tracker::base::to_rfc822(entry.updated));
  for (const auto& category : entry.categories) xml.text("category", category);
  for (const auto& old : entry.corrects) xml.empty("thr:in-reply-to", {{"ref", old.id}, {"href", old.address}});
  xml.close("item");
}

void add_link(Xml& xml, std::string_view rel, const std::string& address) {
  if (!address.empty()) xml.empty("atom:link", {{"rel", rel}, {"href", address}, {"type", "application/rss+xml"}});
}

}  // namespace

std::string to_rss(const Document& document) {
  Xml xml;
  xml.open("rss", {{"version", "2.0"},
                   {"xmlns:atom", "http://www.w3.org/2005/Atom"},
                   {"xmlns:fh", "http://purl.org/syndication/history/1.0"},
                   {"xmlns:thr", "http://purl.org/syndication/thread/1.0"}});
  xml.open("channel");
  xml.text("title", title(document.title));
  xml.text("link", document.page);
  xml.text("description", document.description);
  xml.text("language", document.language);
  if (!document.rights.empty()) xml.text("copyright", document.rights);
  const std::string updated = tracker::base::to_rfc822(document.updated);
  xml.text("pubDate", updated);
  xml.text("lastBuildDate", updated);
  xml.text("docs", "https://www.rssboard.org/rss-specification");
  xml.text("generator", "Tizim");
  if (document.paging.is_archive) xml.empty("fh:archive", {});
  add_link(xml, "self", document.paging.self);
  add_link(xml, "current", document.paging.is_archive ? document.paging.current : "");
  add_link(xml, "prev-archive", document.paging.older);
  add_link(xml, "next-archive", document.paging.newer);
  for (const auto* entry : document.entries) add_item(xml, *entry);
  xml.close("channel");
  xml.close("rss");
  return xml.take();
}

}  // namespace sitegen::feed
