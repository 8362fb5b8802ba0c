// Text as it is compared: small letters, single spaces, nothing invisible. A private header of this folder.
#pragma once

#include <string>
#include <string_view>

namespace tracker::parse {

/// Full case folding is not needed to find words: letter by letter (Unicode simple case folding).
std::string folded(std::string_view utf8);

}  // namespace tracker::parse
