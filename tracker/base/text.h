// Small functions on UTF-8 text. Everything here treats its input as hostile: lengths are bounded, bytes are checked.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tracker::base {

/// Offset of the first byte that breaks UTF-8 (RFC 3629: no surrogates, no overlong forms, at most U+10FFFF).
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Code points of valid UTF-8; the column of an error message is counted with it.
std::size_t count_code_points(std::string_view text);

/// At most `limit` code points, with "…" in place of what was cut.
std::string shorten(std::string_view text, std::size_t limit);

/// Columns that the text takes in a terminal: marks that combine take none, wide characters take two.
std::size_t display_width(std::string_view text);

/// The text with control characters and bidirectional overrides (Unicode Bidi_Control) written as <U+XXXX>: safe to
/// print to a terminal whatever it holds.
std::string visible(std::string_view text);

/// The text has no control character but tab and newline, and no bidirectional override or isolate (Unicode TR 9, 2.1–2.4).
bool is_plain(std::string_view text);

std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// The nearest of `known` by optimal string alignment distance, if it is near enough to be a slip of the hand.
std::optional<std::string> closest(std::string_view word, const std::vector<std::string>& known);

/// Digits compare by value, so that "e2" stands before "e10".
bool natural_less(std::string_view a, std::string_view b);

}  // namespace tracker::base
