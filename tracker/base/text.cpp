#include "tracker/base/text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace tracker::base {
namespace {

template <class Visit>
void for_each_code_point(std::string_view text, Visit visit) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto length = static_cast<int64_t>(text.size());
  for (int64_t i = 0; i < length;) {
    const int64_t start = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, length, c);
    if (!visit(c, static_cast<std::size_t>(start))) return;
  }
}

bool is_bidi_control(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL); }
bool is_control(UChar32 c) { return u_charType(c) == U_CONTROL_CHAR && c != '\t' && c != '\n'; }

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const auto start = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_ascii) - text.begin());
  std::optional<std::size_t> found;
  for_each_code_point(text.substr(start), [&](UChar32 c, std::size_t at) {
    if (c < 0) found = start + at;
    return c >= 0;
  });
  return found;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for_each_code_point(text, [&](UChar32, std::size_t) {
    ++count;
    return true;
  });
  return count;
}

std::string shorten(std::string_view text, std::size_t limit) {
  std::size_t count = 0, cut = text.size(), keep = 0;
  for_each_code_point(text, [&](UChar32, std::size_t at) {
    if (count + 1 == limit) keep = at;
    if (count == limit) cut = at;
    return ++count <= limit;
  });
  if (cut == text.size() && count <= limit) return std::string(text);
  return std::string(text.substr(0, keep)) + "…";
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for_each_code_point(text, [&](UChar32 c, std::size_t) {
    const auto type = u_charType(c < 0 ? 0xFFFD : c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return true;
    const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
    return true;
  });
  return width;
}

std::string visible(std::string_view text) {
  std::string out;
  std::size_t copied = 0;
  for_each_code_point(text, [&](UChar32 c, std::size_t at) {
    if (c >= 0 && !is_control(c) && !is_bidi_control(c)) return true;
    out += text.substr(copied, at - copied);
    std::array<char, 16> code{};
    if (c < 0) {
      std::snprintf(code.data(), code.size(), "<0x%02X>", static_cast<unsigned>(static_cast<unsigned char>(text[at])));
      copied = at + 1;
    } else {
      std::snprintf(code.data(), code.size(), "<U+%04X>", static_cast<unsigned>(c));
      copied = at + static_cast<std::size_t>(U8_LENGTH(c));
    }
    out += code.data();
    return true;
  });
  if (copied < text.size()) out += text.substr(copied);
  return out;
}

bool is_plain(std::string_view text) {
  bool plain = true;
  for_each_code_point(text, [&](UChar32 c, std::size_t) {
    plain = c >= 0 && !is_control(c) && !is_bidi_control(c);
    return plain;
  });
  return plain;
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0;;) {
    const auto end = text.find(separator, start);
    parts.push_back(text.substr(start, end == std::string_view::npos ? end : end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const auto& part : parts) {
    if (&part != &parts.front()) text += separator;
    text += part;
  }
  return text;
}

std::optional<std::string> closest(std::string_view word, const std::vector<std::string>& known) {
  // Three row buffers of the optimal string alignment table: a swap of two neighbours costs one.
  static constexpr std::size_t kLongest = 64;
  if (word.empty() || word.size() > kLongest) return std::nullopt;
  const std::string* best = nullptr;
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const auto& candidate : known) {
    if (candidate.size() > kLongest) continue;
    std::array<std::array<std::size_t, kLongest + 1>, 3> rows{};
    for (std::size_t j = 0; j <= candidate.size(); ++j) rows[0][j] = j;
    for (std::size_t i = 1; i <= word.size(); ++i) {
      auto& row = rows[i % 3];
      const auto& above = rows[(i + 2) % 3];
      const auto& two_above = rows[(i + 1) % 3];
      row[0] = i;
      for (std::size_t j = 1; j <= candidate.size(); ++j) {
        const std::size_t change = word[i - 1] == candidate[j - 1] ? 0 : 1;
        row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
        if (i > 1 && j > 1 && word[i - 1] == candidate[j - 2] && word[i - 2] == candidate[j - 1])
          row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
    }
    const auto distance = rows[word.size() % 3][candidate.size()];
    if (distance < best_distance) {
      best_distance = distance;
      best = &candidate;
    }
  }
  return best ? std::optional(*best) : std::nullopt;
}

bool natural_less(std::string_view a, std::string_view b) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  // What both begin with decides nothing, but for the digits of a number that goes on behind it.
  auto i = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  while (i > 0 && is_digit(a[i - 1])) --i;
  std::size_t j = i;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const auto digits = [&](std::string_view text, std::size_t& at) {
        while (at + 1 < text.size() && text[at] == '0' && is_digit(text[at + 1])) ++at;
        const auto start = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        return text.substr(start, at - start);
      };
      const auto x = digits(a, i), y = digits(b, j);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
      continue;
    }
    if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
    ++i;
    ++j;
  }
  if ((i < a.size()) != (j < b.size())) return j < b.size();
  return a < b;
}

}  // namespace tracker::base
