// RSS 0.9x, 1.0 and 2.0, Atom (RFC 4287 and 0.3), JSON Feed 1.x.
#include <nlohmann/json.hpp>

#include <functional>

#include "tracker/base/text.h"
#include "tracker/parse/address.h"
#include "tracker/parse/feed_date.h"
#include "tracker/parse/kinds.h"
#include "tracker/parse/xml.h"

namespace tracker::parse {
namespace {

std::string one_line(std::string text) {
  for (char& c : text)
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
  return std::string(base::trim(text));
}

std::string title_of(const std::string& said) { return one_line(words_of_html(said)); }

/// Words of an element whose content may be XHTML.
std::string all_text(const XmlNode& node) {
  std::string text = node.text;
  for (const auto& child : node.children) text += ' ' + all_text(*child);
  return text;
}

/// The link of an Atom entry that leads to its page.
std::string atom_link(const XmlNode& node) {
  std::string any;
  for (const auto& child : node.children) {
    if (!child->is("link", "atom")) continue;
    const std::string rel = child->attribute("rel"), href = child->attribute("href");
    if (href.empty()) continue;
    if (rel.empty() || rel == "alternate") return href;
    if (rel != "self" && rel != "edit" && rel != "enclosure" && rel != "replies" && any.empty()) any = href;
  }
  return any;
}

struct Base {
  std::string url;
  Base below(const XmlNode& node) const {
    const std::string own = node.attribute("xml:base");
    return own.empty() ? *this : Base{absolute(url, own).value_or(url)};
  }
};

Entry atom_entry(const XmlNode& node, const Base& base) {
  Entry entry;
  const std::string link = atom_link(node);
  if (!link.empty()) entry.url = absolute(base.below(node).url, link).value_or("");
  entry.id = node.said("id", "atom");
  if (const auto* title = node.child("title", "atom")) entry.title = title_of(all_text(*title));
  const auto* text = node.child("content", "atom");
  if (!text || text->attribute("src") != "") text = node.child("summary", "atom");
  if (text) entry.text = words_of_html(all_text(*text));
  entry.published = feed_date(node.said("published", "atom"));
  if (!entry.published) entry.published = feed_date(node.said("issued", "atom"));
  entry.updated = feed_date(node.said("updated", "atom"));
  if (!entry.updated) entry.updated = feed_date(node.said("modified", "atom"));
  return entry;
}

Entry rss_item(const XmlNode& node, const Base& base) {
  Entry entry;
  std::string link = node.said("link");
  if (link.empty()) link = atom_link(node);
  const auto* guid = node.child("guid");
  entry.id = guid ? std::string(base::trim(guid->text)) : node.attribute("rdf:about");
  if (link.empty() && guid && guid->attribute("isPermaLink") != "false") link = entry.id;
  if (link.empty()) link = node.attribute("rdf:about");
  if (!link.empty()) entry.url = absolute(base.below(node).url, link).value_or("");
  entry.title = title_of(node.said("title"));
  std::string text = node.said("encoded", "content");
  if (text.empty()) text = node.said("description");
  entry.text = words_of_html(text);
  entry.published = feed_date(node.said("pubDate"));
  if (!entry.published) entry.published = feed_date(node.said("date", "dc"));
  entry.updated = feed_date(node.said("updated", "atom"));
  if (!entry.updated) entry.updated = feed_date(node.said("modified", "dcterms"));
  return entry;
}

/// Items stand in the channel (RSS 0.9x, 2.0), beside it (1.0), or, where tags are missing, somewhere below.
void collect(const XmlNode& node, const Base& base, Parsed& parsed, int depth = 0) {
  for (const auto& child : node.children) {
    if (child->is("item")) add_entry(rss_item(*child, base), kMostEntries, parsed);
    else if (child->is("entry", "atom")) add_entry(atom_entry(*child, base), kMostEntries, parsed);
    if (depth < 8) collect(*child, base.below(*child), parsed, depth + 1);
  }
}

void read_json_feed(const std::string& text, const std::string& url, Parsed& parsed) {
  using nlohmann::json;
  constexpr int kDeepest = 100;
  bool too_deep = false;
  const json feed = json::parse(text, [&](int depth, json::parse_event_t, json&) {
    too_deep = too_deep || depth > kDeepest;
    return depth <= kDeepest;
  }, false);
  if (too_deep) leave_out("values deeper than 100 levels", parsed);
  const auto said = [](const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  if (!feed.is_object() || !feed.contains("items") || !feed["items"].is_array()) {
    parsed.outcome = model::ReadingOutcome::Unreadable;
    parsed.detail = feed.is_discarded() ? "the JSON is broken" : "the JSON is no feed: there is no list of items";
    return;
  }
  parsed.title = one_line(said(feed, "title"));
  for (const auto& item : feed["items"]) {
    if (!item.is_object()) continue;
    Entry entry;
    const std::string link = said(item, "url").empty() ? said(item, "external_url") : said(item, "url");
    if (!link.empty()) entry.url = absolute(url, link).value_or("");
    entry.id = said(item, "id");
    if (entry.id.empty() && item.contains("id") && item["id"].is_number_integer()) entry.id = item["id"].dump();
    entry.title = one_line(said(item, "title"));
    const std::string html = said(item, "content_html");
    entry.text = html.empty() ? said(item, "content_text") : words_of_html(html);
    if (entry.text.empty()) entry.text = said(item, "summary");
    entry.published = feed_date(said(item, "date_published"));
    entry.updated = feed_date(said(item, "date_modified"));
    add_entry(std::move(entry), kMostEntries, parsed);
  }
}

/// What no feed can be shorter than or other than: a page in HTML is what a moved or blocked feed most often is.
bool is_feed_root(const XmlNode& root) {
  return root.is("rss") || root.is("RDF", "rdf") || root.is("feed", "atom") || root.is("channel") || root.is("rdf") ||
         root.name == "feed" || root.name == "RDF";
}

void finish(Parsed& parsed) {
  std::string words;
  for (auto& entry : parsed.entries) {
    if (entry.id.empty()) entry.id = entry.url.empty() ? entry.title : entry.url;
    if (words.size() < kMostText) words += entry.title + '\n' + entry.text + '\n';
  }
  parsed.pages.push_back(std::move(words));
}

}  // namespace

void read_feed(const Input& input, Parsed& parsed) {
  const std::string text = decode_into(input, markup::Syntax::Xml, parsed);
  const std::string_view trimmed = base::trim(text);
  if (trimmed.starts_with('{')) {
    read_json_feed(text, std::string(input.url), parsed);
    return finish(parsed);
  }
  const Xml xml = read_xml(text);
  for (const auto& repair : xml.repairs) leave_out("XML: " + repair, parsed);
  if (!xml.root || !is_feed_root(*xml.root)) {
    parsed.outcome = model::ReadingOutcome::Unreadable;
    parsed.detail = xml.root ? "it is no feed: the first element is <" + base::shorten(xml.root->name, 40) + ">" : "it is no feed";
    // The words still tell whether it is a page in place of the feed.
    parsed.pages.push_back(words_of_html(text));
    return;
  }
  const auto* channel = xml.root->child("channel");
  parsed.title = title_of(channel ? channel->said("title") : xml.root->said("title", "atom"));
  collect(*xml.root, Base{std::string(input.url)}.below(*xml.root), parsed);
  finish(parsed);
}

}  // namespace tracker::parse
