// What the strings of a file must look like, by the key they stand under: an id, an address, one line, a
// text. The shape is checked where the string is read, so that nothing behind the loader meets an address
// with a line break in it.
#pragma once

#include "tracker/load/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace tracker::load {

enum class Shape { Line, Text, Id, Language, Url, Contact, BaseUrl, Digest, Currency };

/// Line for every key without a shape of its own.
Shape shape_of(std::string_view key);

/// A small letter or digit, then such or hyphens; 64 characters at most.
bool is_id(std::string_view text);

/// What is wrong with a trimmed string under this key; no position. An empty string is not looked at.
std::optional<Fault> fault_of_string(std::string_view key, std::string_view text);

/// The whole numbers allowed under a key.
struct Range {
  int least = 0;
  int most = 0;
};
Range range_of(std::string_view key);

}  // namespace tracker::load
