#include "sitegen/feed/document.h"
#include "sitegen/feed/xml.h"

namespace sitegen::feed {
namespace {

void add_link(Xml& xml, std::string_view rel, std::string_view type, const std::string& address) {
  if (!address.empty()) xml.empty("link", {{"rel", rel}, {"type", type}, {"href", address}});
}

void add_entry(Xml& xml, const Entry& entry) {
  const std::string updated = tracker::base::to_rfc3339(entry.updated);
  xml.open("entry");
  xml.text("id", entry.id);
  xml.text("title", entry.title);
  xml.text("updated", updated);
  xml.text("published", updated);
  add_link(xml, "alternate", "text/html", entry.address);
  for (const auto& old : entry.corrects) {
    add_link(xml, "related", "text/html", old.address);
    xml.empty("thr:in-reply-to", {{"ref", old.id}, {"href", old.address}, {"type", "text/html"}});
  }
  for (const auto& category : entry.categories) xml.empty("category", {{"term", category}});
  xml.text("content", entry.content, {{"type", "html"}});
  xml.close("entry");
}

}  // namespace

std::string to_atom(const Document& document) {
  constexpr std::string_view kAtom = "application/atom+xml";
  Xml xml;
  xml.open("feed", {{"xmlns", "http://www.w3.org/2005/Atom"},
                    {"xmlns:fh", "http://purl.org/syndication/history/1.0"},
                    {"xmlns:thr", "http://purl.org/syndication/thread/1.0"},
                    {"xml:lang", document.language}});
  xml.text("id", document.id);
  xml.text("title", document.title);
  xml.text("subtitle", document.description);
  xml.text("updated", tracker::base::to_rfc3339(document.updated));
  xml.open("author");
  xml.text("name", document.publisher);
  xml.close("author");
  if (!document.rights.empty()) xml.text("rights", document.rights);
  xml.text("generator", "Tizim");
  xml.text("icon", document.icon);
  if (document.paging.is_archive) xml.empty("fh:archive", {});
  add_link(xml, "self", kAtom, document.paging.self);
  add_link(xml, "alternate", "text/html", document.page);
  add_link(xml, "current", kAtom, document.paging.is_archive ? document.paging.current : "");
  add_link(xml, "prev-archive", kAtom, document.paging.older);
  add_link(xml, "next-archive", kAtom, document.paging.newer);
  for (const auto* entry : document.entries) add_entry(xml, *entry);
  xml.close("feed");
  return xml.take();
}

}  // namespace sitegen::feed
