#include "tracker/load/toml_depth.h"

#include <algorithm>
#include <string>

namespace tracker::load {
namespace {

constexpr auto kEnd = std::string_view::npos;

/// First byte after the string that opens at `at`; kEnd where it never closes.
std::size_t after_string(std::string_view toml, std::size_t at) {
  const char quote = toml[at];
  const bool escapes = quote == '"';
  const std::string fence(3, quote);
  if (toml.substr(at, 3) == fence) {
    for (std::size_t i = at + 3; i < toml.size(); ++i) {
      if (escapes && toml[i] == '\\') {
        ++i;
      } else if (toml.substr(i, 3) == fence) {
        // Up to two quotation marks may stand before the three that close.
        const auto run = std::min(toml.find_first_not_of(quote, i), toml.size()) - i;
        return i + std::min<std::size_t>(run, 5);
      }
    }
    return kEnd;
  }
  for (std::size_t i = at + 1; i < toml.size() && toml[i] != '\n'; ++i) {
    if (toml[i] == quote) return i + 1;
    if (escapes && toml[i] == '\\') ++i;
  }
  return kEnd;
}

}  // namespace

std::optional<std::size_t> first_too_deep(std::string_view toml) {
  int brackets = 0, dots = 0;
  for (std::size_t i = 0; i < toml.size();) {
    const char c = toml[i];
    if (c == '"' || c == '\'') {
      i = after_string(toml, i);
      if (i == kEnd) return std::nullopt;
      continue;
    }
    if (c == '#') {
      i = std::min(toml.find('\n', i), toml.size());
      continue;
    }
    if (c == '[' || c == '{') {
      if (++brackets > kDeepestBrackets) return i;
    } else if ((c == ']' || c == '}') && brackets > 0) {
      --brackets;
    }
    if (c == '.') {
      if (++dots >= kLongestDottedKey) return i;
    } else if (std::string_view("=,[]{}\n").find(c) != kEnd) {
      dots = 0;
    }
    ++i;
  }
  return std::nullopt;
}

}  // namespace tracker::load
