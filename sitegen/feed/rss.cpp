#include "sitegen/feed/rss.h"

#include <pugixml.hpp>

#include <sstream>

#include "sitegen/feed/gap_notices.h"
#include "sitegen/html/html.h"
#include "sitegen/view/links.h"
#include "tracker/base/instant.h"
#include "tracker/base/text.h"

namespace sitegen::feed {
namespace {

using tracker::model::Operation;
using view::EntityChange;
using view::ShownChange;
using view::Words;

void add(pugi::xml_node& parent, const char* name, const std::string& text) {
  parent.append_child(name).text().set(text.c_str());
}

/// Text without what XML 1.0 cannot hold (U+FFFE and U+FFFF; control characters never reach a record).
std::string xml_text(std::string text) {
  static constexpr std::string_view kRefused[] = {"\xEF\xBF\xBE", "\xEF\xBF\xBF"};
  for (const auto refused : kRefused)
    for (auto at = text.find(refused); at != std::string::npos; at = text.find(refused, at)) text.erase(at, refused.size());
  return text;
}

/// A canonical JSON string without its quotes; codes and dates have nothing to unescape.
std::string bare(const std::optional<std::string>& value) {
  if (!value || value->size() < 2 || value->front() != '"') return {};
  return value->substr(1, value->size() - 2);
}

const ShownChange* find_field(const EntityChange& entity, const std::string& field) {
  for (const auto& change : entity.changes)
    if (change.field == field) return &change;
  return nullptr;
}

std::string status_word(const Words& words, const std::optional<std::string>& code) {
  return code ? words("status." + *code) : words("feed.no_status");
}

/// "event.e3.type" gives "e3"; anything else nothing.
std::optional<std::string> event_of_type_field(const std::string& field) {
  static constexpr std::string_view kPrefix = "event.", kSuffix = ".type";
  if (field.size() <= kPrefix.size() + kSuffix.size() || !field.starts_with(kPrefix) || !field.ends_with(kSuffix))
    return std::nullopt;
  return field.substr(kPrefix.size(), field.size() - kPrefix.size() - kSuffix.size());
}

std::string event_line(const EntityChange& entity, const ShownChange& type, const std::string& event,
                       const Words& words) {
  const bool removed = type.operation == Operation::Delete;
  const auto* date = find_field(entity, "event." + event + ".date");
  const auto parsed = date ? tracker::base::PartialDate::parse(bare(removed ? date->before : date->after)) : std::nullopt;
  return words(removed ? "feed.event_removed" : type.operation == Operation::Add ? "feed.event_added" : "feed.event_changed",
               {{"event", words("event." + bare(removed ? type.before : type.after))},
                {"date", parsed ? words.date(*parsed) : words("date.unknown")}});
}

std::string title(const EntityChange& entity, const std::string& name, const Words& words) {
  if (entity.operation == Operation::Add)
    return words("feed.person_added", {{"name", name}, {"status", status_word(words, entity.status_after)}});
  if (entity.operation == Operation::Delete) return words("feed.person_removed", {{"name", name}});
  if (entity.status_before != entity.status_after)
    return words("feed.status_changed", {{"name", name},
                                         {"before", status_word(words, entity.status_before)},
                                         {"after", status_word(words, entity.status_after)}});
  return words("feed.details_changed", {{"name", name}, {"status", status_word(words, entity.status_after)}});
}

/// A description is HTML to those who read feeds: a name must not become markup there.
std::string description(const EntityChange& entity, const std::string& heading, int version, const Words& words) {
  std::vector<std::string> lines = {heading};
  int others = 0;
  for (const auto& change : entity.changes) {
    if (const auto event = event_of_type_field(change.field)) {
      lines.push_back(event_line(entity, change, *event, words));
    } else if (!change.field.starts_with("event.") && !change.field.starts_with("derived.")) {
      ++others;
    }
  }
  if (others > 0 && entity.operation == Operation::Modify)
    lines.push_back(words("feed.other_fields", {{"count", static_cast<long long>(others)}}));
  lines.push_back(words("feed.recorded_in", {{"version", static_cast<long long>(version)}}));
  html::Html paragraphs;
  for (const auto& line : lines) paragraphs += html::element("p", {}, line);
  return paragraphs.bytes();
}

std::string name_of(const view::View& view, const EntityChange& entity, const Words& words) {
  if (const auto* person = tracker::model::find_person(view.record, entity.id)) return words.name(*person);
  return entity.id;  // gone from the record: the id is what is left
}

void add_item(pugi::xml_node& channel, const view::View& view, const view::ShownVersion& shown,
              const EntityChange& entity, const Words& words, const std::string& root) {
  const auto& site = view.record.site;
  const std::string name = xml_text(name_of(view, entity, words));
  const std::string heading = title(entity, name, words);
  const bool has_page = entity.operation != Operation::Delete && tracker::model::find_person(view.record, entity.id);
  const std::string path =
      root + (has_page ? view::person_path(entity.id) : view::version_path(shown.version->number));
  auto item = channel.append_child("item");
  add(item, "title", heading);
  add(item, "link", site.base_url + path);
  add(item, "description", description(entity, heading, shown.version->number, words));
  auto guid = item.append_child("guid");
  guid.append_attribute("isPermaLink") = "false";
  guid.text().set(item_guid(site, entity.id, shown.version->number).c_str());
  add(item, "pubDate", tracker::base::to_rfc822(shown.version->recorded));
}

void add_notice(pugi::xml_node& channel, const GapNotice& notice) {
  auto item = channel.append_child("item");
  add(item, "title", xml_text(notice.title));
  add(item, "link", notice.address);
  add(item, "description", xml_text(notice.content));
  auto guid = item.append_child("guid");
  guid.append_attribute("isPermaLink") = "false";
  guid.text().set(notice.id.c_str());
  add(item, "pubDate", tracker::base::to_rfc822(notice.at));
}

}  // namespace

std::string item_guid(const tracker::model::Site& site, std::string_view person, int version) {
  return "tag:" + site.tag_authority + ":person/" + std::string(person) + "/version/" + std::to_string(version);
}

view::OutputFile changes_feed(const view::View& view, const Words& words) {
  const auto& site = view.record.site;
  const std::string root = view::language_root(words.language(), site.default_language);
  const std::string path = root + std::string(view::kChangesFeed);

  pugi::xml_document document;
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  auto rss = document.append_child("rss");
  rss.append_attribute("version") = "2.0";
  rss.append_attribute("xmlns:atom") = "http://www.w3.org/2005/Atom";
  auto channel = rss.append_child("channel");
  add(channel, "title", words("feed.title", {{"site", xml_text(words.text(site.title))}}));
  add(channel, "link", site.base_url + root + std::string(view::kChanges));
  add(channel, "description", words("feed.description"));
  add(channel, "language", words.language());
  add(channel, "pubDate", tracker::base::to_rfc822(view.newest().recorded));
  add(channel, "lastBuildDate", tracker::base::to_rfc822(view.newest().recorded));
  add(channel, "docs", "https://www.rssboard.org/rss-specification");
  add(channel, "generator", "Tizim");
  auto self = channel.append_child("atom:link");
  self.append_attribute("href") = (site.base_url + path).c_str();
  self.append_attribute("rel") = "self";
  self.append_attribute("type") = "application/rss+xml";

  std::size_t items = 0;
  const auto notices = gap_notices(view, words);
  auto notice = notices.begin();
  const auto add_notices_after = [&](tracker::base::Instant moment) {
    for (; notice != notices.end() && notice->at >= moment; ++notice) {
      if (items++ < kLongestFeed) add_notice(channel, *notice);
    }
  };
  for (auto shown = view.history.rbegin(); shown != view.history.rend(); ++shown) {
    add_notices_after(shown->version->recorded);
    for (const auto& entity : shown->entities)
      if (entity.kind == "person" && items < kLongestFeed) {
        add_item(channel, view, *shown, entity, words, root);
        ++items;
      }
  }
  add_notices_after(tracker::base::Instant::min());

  std::ostringstream text;
  document.save(text, "  ", pugi::format_indent, pugi::encoding_utf8);
  return {path, text.str()};
}

}  // namespace sitegen::feed
