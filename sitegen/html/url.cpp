#include "sitegen/html/url.h"

#include <algorithm>
#include <cctype>

#include "sitegen/html/code_points.h"
#include "tracker/base/text.h"

namespace sitegen::html {
namespace {

/// Characters that may stand in an address as they are.
class Allowed {
 public:
  explicit constexpr Allowed(std::string_view more) {
    for (const auto text : {kUnreserved, more})
      for (const char c : text) table_[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool operator()(char c) const { return table_[static_cast<unsigned char>(c)]; }

 private:
  static constexpr std::string_view kUnreserved = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
  bool table_[256] = {};
};

constexpr Allowed kInAddress{":/?#@!$&'()*+,;="};
constexpr Allowed kInPath{"/#"};

bool is_hex(char c) {
  return std::isxdigit(static_cast<unsigned char>(c)) != 0;
}

std::string encode(std::string_view text, const Allowed& allowed) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  bool in_fragment = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_escape = c == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
    const bool is_second_hash = c == '#' && in_fragment;
    if (c == '#') in_fragment = true;
    if (is_escape || (!is_second_hash && allowed(c))) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    }
  }
  return out;
}

bool is_clean(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto found = next_code_point(text, at);
    if (!found.is_valid || !may_be_shown(found.value) || found.value <= ' ' || found.value == '\\')
      return false;
    at += found.length;
  }
  return true;
}

/// Letters, digits, dots and hyphens, with an optional port. Other letters are left to the browser's IDN
/// rules.
bool is_host(std::string_view authority) {
  const auto colon = authority.find(':');
  const auto host = authority.substr(0, colon);
  if (host.empty()) return false;
  for (const char c : host) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && !std::isalnum(byte) && c != '.' && c != '-' && c != '_') return false;
  }
  if (colon == std::string_view::npos) return true;
  const auto port = authority.substr(colon + 1);
  return port.size() <= 5 &&
         std::all_of(port.begin(), port.end(), [](unsigned char c) { return std::isdigit(c); });
}

}  // namespace

std::optional<Url> Url::from(std::string_view given) {
  const auto text = tracker::base::trim(given);
  if (text.empty() || text.size() > 2000 || !is_clean(text)) return std::nullopt;
  const auto mark = text.find_first_of(":/?#");
  if (mark == std::string_view::npos || text[mark] != ':') {
    if (text.starts_with("//")) return std::nullopt;
    return Url(encode(text, kInAddress), false, true);
  }
  std::string scheme(text.substr(0, mark));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto rest = text.substr(mark + 1);
  if (scheme == "mailto") {
    const auto at = rest.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == rest.size()) return std::nullopt;
    return Url("mailto:" + encode(rest, kInAddress), false, false);
  }
  if ((scheme != "http" && scheme != "https") || !rest.starts_with("//")) return std::nullopt;
  const auto authority = rest.substr(2, rest.find_first_of("/?#", 2) - 2);
  if (!is_host(authority)) return std::nullopt;
  return Url(scheme + ":" + encode(rest, kInAddress), true, false);
}

Url Url::local(std::string_view path) {
  return Url(encode(path, kInPath), false, true);
}

}  // namespace sitegen::html
