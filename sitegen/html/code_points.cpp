#include "sitegen/html/code_points.h"

namespace sitegen::html {

CodePoint next_code_point(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(at);
  if (first < 0x80) return {first, 1, true};
  std::size_t length = 0;
  char32_t value = 0;
  char32_t smallest = 0;
  if ((first & 0xE0) == 0xC0) {
    length = 2, value = first & 0x1F, smallest = 0x80;
  } else if ((first & 0xF0) == 0xE0) {
    length = 3, value = first & 0x0F, smallest = 0x800;
  } else if ((first & 0xF8) == 0xF0) {
    length = 4, value = first & 0x07, smallest = 0x10000;
  } else {
    return {};
  }
  if (at + length > text.size()) return {};
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {};
    value = (value << 6) | (byte(at + i) & 0x3F);
  }
  if (value < smallest || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
  return {value, length, true};
}

bool may_be_shown(char32_t value) {
  if (value < 0x20) return value == '\t' || value == '\n';
  if (value >= 0x7F && value < 0xA0) return false;
  if (value >= 0x202A && value <= 0x202E) return false;
  if (value >= 0x2066 && value <= 0x2069) return false;
  if (value >= 0xFDD0 && value <= 0xFDEF) return false;
  return (value & 0xFFFE) != 0xFFFE;
}

}  // namespace sitegen::html
