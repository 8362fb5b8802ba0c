#include "tracker/parse/entities.h"

#include <unicode/utf8.h>

#include <array>
#include <charconv>
#include <cstdint>

#include "tracker/markup/html.h"

namespace tracker::parse {
namespace {

std::string encoded(UChar32 c) {
  std::array<uint8_t, 4> bytes{};
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length)};
}

std::string of_number(std::string_view digits, int base) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  const bool is_number = error == std::errc() && end == digits.data() + digits.size();
  const bool is_character = value == 0x9 || value == 0xA || value == 0xD || (value >= 0x20 && value < 0xD800) ||
                            (value >= 0xE000 && value <= 0x10FFFF && value != 0xFFFE && value != 0xFFFF);
  return encoded(is_number && is_character ? static_cast<UChar32>(value) : 0xFFFD);
}

/// The HTML parser knows all two thousand names.
std::optional<std::string> of_html(std::string_view name) {
  for (const char c : name)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) return std::nullopt;
  std::string why;
  const std::string html = "<body>&" + std::string(name) + ";";
  const auto document = markup::Document::parse(html, why);
  if (!document) return std::nullopt;
  for (auto node = document->root().first_child(); node; node = node.next()) {
    if (!node.is("body")) continue;
    const std::string text(node.first_child() ? node.first_child().text() : "");
    if (text.empty() || text.front() == '&') return std::nullopt;
    return text;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> character_of(std::string_view reference) {
  if (reference == "amp") return "&";
  if (reference == "lt") return "<";
  if (reference == "gt") return ">";
  if (reference == "quot") return "\"";
  if (reference == "apos") return "'";
  if (reference == "nbsp") return "\u00A0";
  if (reference.size() > 1 && reference[0] == '#')
    return reference[1] == 'x' || reference[1] == 'X' ? of_number(reference.substr(2), 16) : of_number(reference.substr(1), 10);
  return of_html(reference);
}

}  // namespace tracker::parse
