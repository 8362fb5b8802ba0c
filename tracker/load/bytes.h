// The bytes of a content file before anything reads them: are they text at all, and where in it does an
// offset lie.
#pragma once

#include "tracker/model/text.h"

#include <optional>
#include <string>
#include <string_view>

namespace tracker::load {

/// Something wrong with a file as a whole or at one place in it.
struct Fault {
  std::string code;
  std::string message;
  std::string hint;
  model::Position at;
};

/// Line and column (in code points) of a byte; what stands before it must be valid UTF-8.
model::Position position_at(std::string_view bytes, std::size_t offset);

/// Empty, binary, not UTF-8 or with a byte order mark: what keeps the bytes from being read as text.
std::optional<Fault> fault_of_bytes(std::string_view bytes);

/// Offset of the first character that base::is_plain refuses.
std::optional<std::size_t> first_not_plain(std::string_view valid_utf8);

/// The character that begins there, as text to show: "<U+202E>".
std::string shown_character(std::string_view valid_utf8, std::size_t offset);

}  // namespace tracker::load
