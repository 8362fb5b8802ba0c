// Character references of XML, and the names of HTML that feeds use as if they were of XML. A private header.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tracker::parse {

/// The character of "amp", "#1072", "#x430", "nbsp"; nothing for a name that is none of these. A number that means no
/// character of XML is U+FFFD.
std::optional<std::string> character_of(std::string_view reference);

}  // namespace tracker::parse
