#include "tracker/load/string_shape.h"

#include "tracker/base/digest.h"
#include "tracker/base/text.h"
#include "tracker/load/content.h"
#include "tracker/load/file_kind.h"
#include "tracker/load/report.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace tracker::load {
namespace {

// Addresses of Cyrillic pages are long once they are percent-encoded.
constexpr std::size_t kLongestUrl = 2000;
constexpr std::size_t kLongestId = 64;

constexpr std::array<std::pair<std::string_view, Shape>, 24> kShapes{{
    {"activity", Shape::Text},
    {"ban", Shape::Text},
    {"base_url", Shape::BaseUrl},
    {"citation", Shape::Text},
    {"contact", Shape::Contact},
    {"corrected", Shape::Text},
    {"criteria", Shape::Text},
    {"currency", Shape::Currency},
    {"default_language", Shape::Language},
    {"id", Shape::Id},
    {"id_prefix", Shape::Id},
    {"identity_note", Shape::Text},
    {"language", Shape::Language},
    {"languages", Shape::Language},
    {"not_after", Shape::Text},
    {"note", Shape::Text},
    {"original", Shape::Text},
    {"pattern", Shape::Text},
    {"quote", Shape::Text},
    {"reason", Shape::Text},
    {"snapshot", Shape::Digest},
    {"summary", Shape::Text},
    {"text", Shape::Text},
    {"url", Shape::Url},
}};

/// What is wrong with an address, in words; empty where nothing is.
std::string fault_of_url(std::string_view url, Shape shape) {
  for (const char c : url)
    if (static_cast<unsigned char>(c) <= ' ' ||
        std::string_view("\"<>\\^`{}|").find(c) != std::string_view::npos)
      return c == ' ' ? "a space stands in it" : in_quotes(std::string_view(&c, 1)) + " stands in it";
  if (url.starts_with("mailto:")) {
    const auto at = url.find('@');
    if (shape != Shape::Contact) return "only a contact may be a mail address";
    return at == std::string_view::npos || at == 7 || at + 1 == url.size() ? "it has no mail address" : "";
  }
  if (!url.starts_with("https://") && !url.starts_with("http://"))
    return "it does not begin with https:// or http://";
  const auto start = url.find("//") + 2;
  const auto authority = url.substr(start, url.find_first_of("/?#", start) - start);
  if (authority.find('@') != std::string_view::npos) return "a user name stands before the host";
  if (authority.empty() || authority.front() == ':') return "it has no host";
  if (shape == Shape::BaseUrl && url.back() != '/') return "it does not end in /";
  return "";
}

std::optional<Fault> fault_of_length(const std::string& name, std::string_view text, Shape shape) {
  if (shape == Shape::Text) {
    if (text.size() <= kLongestText) return std::nullopt;
    return Fault{"too-long",
                 name + " has " + std::to_string(text.size()) + " bytes; at most " +
                     std::to_string(kLongestText) + " are allowed",
                 "shorten it",
                 {}};
  }
  if (text.find('\n') != std::string_view::npos)
    return Fault{"many-lines", name + " has to stand on one line", "join its lines", {}};
  const bool is_url = shape == Shape::Url || shape == Shape::BaseUrl || shape == Shape::Contact;
  const auto limit = is_url ? kLongestUrl : kLongestLine;
  const auto length = base::count_code_points(text);
  if (length <= limit) return std::nullopt;
  return Fault{"too-long",
               name + " has " + std::to_string(length) + " characters; at most " + std::to_string(limit) +
                   " are allowed",
               "shorten it",
               {}};
}

std::optional<Fault> fault_of_form(const std::string& name, std::string_view text, Shape shape) {
  const std::string found = name + " is " + in_quotes(text);
  switch (shape) {
    case Shape::Id:
      if (is_id(text)) return std::nullopt;
      return Fault{"bad-id",
                   found + "; that is no id",
                   "small Latin letters, digits and hyphens, not a hyphen first, 64 at most",
                   {}};
    case Shape::Language:
      if (is_language_tag(text)) return std::nullopt;
      return Fault{"bad-language", found + "; that is no language tag", "write en, ru, kk or kk-Latn", {}};
    case Shape::Url:
    case Shape::BaseUrl:
    case Shape::Contact:
      if (const auto fault = fault_of_url(text, shape); !fault.empty())
        return Fault{
            "bad-url",
            found + "; " + fault,
            shape == Shape::Contact ? "write https://… or mailto:…" : "write the whole address, https://…",
            {}};
      return std::nullopt;
    case Shape::Digest:
      if (base::Digest::from_hex(text)) return std::nullopt;
      return Fault{"bad-digest",
                   found + "; that is no SHA-256",
                   "64 digits from 0 to f, as `tracker sources` shows them",
                   {}};
    case Shape::Currency:
      if (text.size() == 3 &&
          std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        return std::nullopt;
      return Fault{
          "bad-currency", found + "; that is no currency", "three capitals of ISO 4217, like KZT", {}};
    case Shape::Line:
    case Shape::Text:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

Shape shape_of(std::string_view key) {
  const auto* found =
      std::find_if(kShapes.begin(), kShapes.end(), [&](const auto& entry) { return entry.first == key; });
  return found == kShapes.end() ? Shape::Line : found->second;
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= kLongestId && text.front() != '-' &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

std::optional<Fault> fault_of_string(std::string_view key, std::string_view text) {
  if (text.empty()) return std::nullopt;
  const auto name = in_quotes(key);
  const auto shape = shape_of(key);
  if (const auto bad = first_not_plain(text))
    return Fault{"hidden-character",
                 name + " holds " + shown_character(text, *bad) + ", a character that cannot be seen",
                 "take it out: control characters and changes of direction can make a text look like another",
                 {}};
  if (auto fault = fault_of_length(name, text, shape)) return fault;
  return fault_of_form(name, text, shape);
}

Range range_of(std::string_view key) {
  constexpr int kHundredYears = 100;
  if (key == "order") return {-100'000, 100'000};
  if (key == "months" || key == "ban_months" || key == "max_months") return {0, 12 * kHundredYears};
  if (key == "days") return {0, 366 * kHundredYears};
  if (key == "labour_hours") return {0, 100'000};
  if (key == "max_shrink_percent") return {0, 100};
  return {0, std::numeric_limits<int>::max()};
}

}  // namespace tracker::load
