#include "tracker/load/bytes.h"

#include "tracker/base/text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace tracker::load {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::size_t length_of_character(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0x80) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

std::string hexadecimal(char c) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "0x%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
  return text.data();
}

}  // namespace

model::Position position_at(std::string_view bytes, std::size_t offset) {
  const auto before = bytes.substr(0, offset);
  const auto newline = before.rfind('\n');
  const auto line_start = newline == std::string_view::npos ? 0 : newline + 1;
  return {.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
          .column = 1 + static_cast<int>(base::count_code_points(before.substr(line_start)))};
}

std::optional<Fault> fault_of_bytes(std::string_view bytes) {
  if (base::trim(bytes).empty())
    return Fault{"empty-file", "the file is empty", "remove it, or bring back what stood in it from git", {}};
  if (bytes.starts_with(kByteOrderMark))
    return Fault{"byte-order-mark",
                 "the file begins with a byte order mark",
                 "save it as UTF-8 without BOM",
                 {.line = 1, .column = 1}};
  // Before UTF-8, because a picture or an archive fails both, and "binary" says more.
  if (bytes.find('\0') != std::string_view::npos)
    return Fault{"binary-file",
                 "the file is binary: it holds a zero byte at offset " + std::to_string(bytes.find('\0')),
                 "content files are UTF-8 text",
                 {}};
  if (const auto bad = base::first_invalid_utf8(bytes))
    return Fault{
        "bad-utf8",
        "byte " + hexadecimal(bytes[*bad]) + " at offset " + std::to_string(*bad) + " is not valid UTF-8",
        "save the file as UTF-8", position_at(bytes, *bad)};
  return std::nullopt;
}

std::optional<std::size_t> first_not_plain(std::string_view text) {
  if (base::is_plain(text)) return std::nullopt;
  for (std::size_t at = 0; at < text.size(); at += length_of_character(text[at]))
    if (!base::is_plain(text.substr(at, length_of_character(text[at])))) return at;
  return std::nullopt;
}

std::string shown_character(std::string_view text, std::size_t offset) {
  return base::visible(text.substr(offset, length_of_character(text[offset])));
}

}  // namespace tracker::load
