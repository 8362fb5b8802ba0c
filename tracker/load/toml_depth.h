// A guard before the TOML library: it bounds brackets in brackets, but not the parts of a dotted key, and
// frees its tables by recursion, so that one line of 400 kB ("a.a.a.a…") ends the program. No content file
// needs more than a few levels.
#pragma once

#include <optional>
#include <string_view>

namespace tracker::load {

inline constexpr int kDeepestBrackets = 32;
inline constexpr int kLongestDottedKey = 16;

/// Offset of the bracket or dot that goes too deep. Knows strings and comments; stops where the text is no
/// TOML, which the library will say better.
std::optional<std::size_t> first_too_deep(std::string_view toml);

}  // namespace tracker::load
