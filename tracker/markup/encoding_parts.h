// What decoding is put together from. A private header of this folder.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tracker::markup {

inline constexpr std::string_view kUtf8 = "UTF-8", kUtf16Le = "UTF-16LE", kUtf16Be = "UTF-16BE",
                                  kWindows1252 = "windows-1252";

/// How much of the bytes outside ASCII is UTF-8.
struct Utf8Count {
  std::size_t whole = 0;   // sequences of two bytes and more
  std::size_t broken = 0;  // maximal subparts that are none
};
Utf8Count count_utf8(std::string_view bytes);

/// UTF-16 by the zeros between the letters, in text that has no mark; nothing where it does not look like it.
std::optional<std::string_view> utf16_by_zeros(std::string_view bytes);

/// The likeliest encoding by the frequency of letters; nothing where none is likely.
std::optional<std::string_view> detect(std::string_view bytes);

}  // namespace tracker::markup
