#include "sitegen/view/links.h"

#include "tracker/base/digest.h"
#include "tracker/base/text.h"

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
std::string version_path(int number) {
  return "versions/" + std::to_string(number) + ".html";
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

std::string relative(std::string_view from, std::string_view to) {
  const auto from_parts = tracker::base::split(from, '/');
  const auto to_parts = tracker::base::split(to, '/');
  std::size_t common = 0;
  while (common + 1 < from_parts.size() && common + 1 < to_parts.size() &&
         from_parts[common] == to_parts[common])
    ++common;
  std::string out;
  for (std::size_t i = common; i + 1 < from_parts.size(); ++i) out += "../";
  for (std::size_t i = common; i < to_parts.size(); ++i) {
    out += to_parts[i];
    if (i + 1 < to_parts.size()) out += '/';
  }
  return out;
}

std::string anchor(std::string_view kind, std::string_view id) {
  return std::string(kind) + "-" + part(id);
}

}  // namespace sitegen::view
