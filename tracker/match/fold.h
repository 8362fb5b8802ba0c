// One letter at a time to plain Latin, and what the systems of romanisation write differently made equal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tracker::match {

/// The letter in lower-case plain Latin: by ICU Kazakh-Latin/BGN for Cyrillic (Russian-Latin/BGN where Kazakh has no such
/// letter), without marks for Latin. Empty for soft and hard signs and for all that is no letter.
std::string_view latin_of(char32_t letter);

/// Next code point of UTF-8 at `offset`, which moves on; U+FFFD for what is no UTF-8.
char32_t next_code_point(std::string_view text, std::size_t& offset);

/// Folds a romanised lower-case word: "zhaqypova" and "jakypova" become equal.
std::string fold_latin(std::string_view latin);

}  // namespace tracker::match
