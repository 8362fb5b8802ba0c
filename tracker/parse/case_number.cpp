#include "tracker/parse/case_number.h"

#include <re2/re2.h>

#include "tracker/base/text.h"

namespace tracker::parse {
namespace {

const re2::RE2& pattern() {
  // Hyphens of all kinds, both slashes and U+2215/U+2044; the suffix in either alphabet.
  static const re2::RE2 kPattern(
      "(\\d{4})\\s*[-\u2010-\u2015\u2212]\\s*(\\d{2})\\s*[-\u2010-\u2015\u2212]\\s*(\\d{2})\\s*[-\u2010-\u2015\u2212]\\s*"
      "(\\d{1,2})\\s?((?:[\u0430-\u044F\u0410-\u042F]|[aAkK]){0,2})\\s*[/\\\\\u2044\u2215]\\s*(\\d{1,7})"
      "(?:\\s?\\(\\s*(\\d{1,3})\\s*\\))?");
  return kPattern;
}

/// Small Cyrillic; the Latin letters that look like them become them.
std::string suffix_of(std::string_view text) {
  std::string suffix;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == 'a' || c == 'A') {
      suffix += "\u0430";
    } else if (c == 'k' || c == 'K') {
      suffix += "\u043A";
    } else if (c >= 0xD0 && i + 1 < text.size()) {
      const unsigned point = (c & 0x1Fu) << 6 | (static_cast<unsigned char>(text[++i]) & 0x3Fu);
      const unsigned small = point >= 0x410 && point <= 0x42F ? point + 0x20 : point;
      suffix += static_cast<char>(0xC0 | small >> 6);
      suffix += static_cast<char>(0x80 | (small & 0x3F));
    }
  }
  return suffix;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::vector<FoundNumber> find_case_numbers(std::string_view text) {
  std::vector<FoundNumber> found;
  re2::StringPiece part[8];
  for (std::size_t at = 0; at < text.size() && found.size() < 1000;) {
    if (!pattern().Match(re2::StringPiece(text.data(), text.size()), at, text.size(), re2::RE2::UNANCHORED, part, 8)) break;
    const auto begin = static_cast<std::size_t>(part[0].data() - text.data());
    const auto end = begin + part[0].size();
    at = end;
    // A longer row of digits is another kind of number.
    if ((begin > 0 && is_digit(text[begin - 1])) || (end < text.size() && is_digit(text[end]))) continue;
    const auto piece = [&](int i) { return std::string(part[i].data() ? part[i].data() : "", part[i].size()); };
    std::string number = piece(1) + '-' + piece(2) + '-' + piece(3) + '-' + piece(4) + suffix_of(piece(5)) + '/' + piece(6);
    if (part[7].size() > 0) number += '(' + piece(7) + ')';
    found.push_back({std::move(number), begin, end});
  }
  return found;
}

std::optional<std::string> normalised_case_number(std::string_view text) {
  text = base::trim(text);
  auto found = find_case_numbers(text);
  if (found.size() != 1 || found[0].begin != 0 || found[0].end != text.size()) return std::nullopt;
  return std::move(found[0].number);
}

}  // namespace tracker::parse
