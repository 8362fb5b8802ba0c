// UTF-8 one code point at a time, for text that may be anything. Private to this folder.
#pragma once

#include <cstddef>
#include <string_view>

namespace sitegen::html {

struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;  // bytes taken; 1 where they are no UTF-8
  bool is_valid = false;
};

/// `at` is below the text's size.
CodePoint next_code_point(std::string_view text, std::size_t at);

/// Not a control character (but tab and newline), no noncharacter, and nothing that embeds, overrides or
/// isolates a direction: those can make a line read other than it is.
bool may_be_shown(char32_t value);

}  // namespace sitegen::html
