#include "sitegen/view/links.h"

#include <algorithm>

#include "sitegen/view/facets.h"
#include "tracker/base/digest.h"

namespace sitegen::view {
namespace {

/// An id as one part of a path: letters, digits, '-', '_' and dots inside stay; every other byte is written
/// as "~" and two hexadecimal digits. So no id can climb out of its folder or stand for another one.
std::string part(std::string_view id) {
  std::string out;
  for (const char c : id) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                          c == '-' || c == '_' || (c == '.' && !out.empty());
    if (is_plain) {
      out += c;
    } else {
      out += '~' + tracker::base::to_hex(std::string_view(&c, 1));
    }
  }
  return out;
}

}  // namespace

std::string language_root(std::string_view language, std::string_view default_language) {
  return language == default_language ? std::string() : part(language) + "/";
}

std::string person_path(std::string_view id) {
  return "people/" + part(id) + ".html";
}
std::string case_path(std::string_view id) {
  return "cases/" + part(id) + ".html";
}
std::string letter_path(std::string_view id) {
  return "letters/" + part(id) + ".html";
}
std::string source_path(std::string_view id) {
  return "sources/" + part(id) + ".html";
}
std::string designation_path(std::string_view id) {
  return "designations/" + part(id) + ".html";
}
std::string place_path(tracker::model::PlaceKind kind, std::string_view id) {
  const char* folder = kind == tracker::model::PlaceKind::Court    ? "courts/"
                       : kind == tracker::model::PlaceKind::Region ? "regions/"
                                                                   : "places/";
  return folder + part(id) + ".html";
}
std::string facet_path(Facet facet, std::string_view value) {
  return std::string(folder_of(facet)) + "/" + (value.empty() ? "_none" : part(value)) + ".html";
}
std::string further_path(std::string_view first, int page) {
  if (page == 1) return std::string(first);
  const auto folder = first.substr(0, first.rfind('.'));
  return std::string(folder) + "/" + std::to_string(page) + ".html";
}
std::string list_rows_path(int page) {
  return "list/" + std::to_string(page) + ".js";
}
std::string version_path(int number) {
  return "versions/" + std::to_string(number) + ".html";
}
std::string change_path(int version, std::string_view kind, std::string_view id) {
  return "versions/" + std::to_string(version) + "/" + anchor(kind, id) + ".html";
}
std::string page_path(std::string_view id) {
  return part(id) + ".html";
}

std::string act_path(std::string_view id) {
  return "acts/" + part(id) + ".html";
}
std::string article_path(std::string_view law, std::string_view number) {
  return "articles/" + part(law) + '.' + part(number) + ".html";
}
std::string dates_path(std::string_view person) {
  return "feeds/dates/" + part(person) + ".ics";
}
std::string evidence_path(std::string_view person) {
  return "data/evidence/" + part(person) + ".zip";
}

std::string person_feed(std::string_view id) {
  return "people/" + part(id);
}
std::string case_feed(std::string_view id) {
  return "cases/" + part(id);
}
std::string article_feed(std::string_view article) {
  return "articles/" + part(article);
}
std::string region_feed(std::string_view id) {
  return "regions/" + part(id);
}

std::string feed_path(std::string_view key, FeedFormat format, int archive) {
  std::string path = "feeds/" + std::string(key);
  if (archive > 0) path += "/archive-" + std::to_string(archive);
  return path + (format == FeedFormat::Rss ? ".xml" : format == FeedFormat::Atom ? ".atom" : ".json");
}

std::string_view media_type(FeedFormat format) {
  if (format == FeedFormat::Rss) return "application/rss+xml";
  return format == FeedFormat::Atom ? "application/atom+xml" : "application/feed+json";
}

std::string upwards(std::string_view path) {
  std::string out;
  for (auto folders = std::count(path.begin(), path.end(), '/'); folders > 0; --folders) out += "../";
  return out;
}

std::string anchor(std::string_view kind, std::string_view id) {
  return std::string(kind) + "-" + part(id);
}

}  // namespace sitegen::view
