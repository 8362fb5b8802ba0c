// How deep a page would nest, from its tags alone. A private header of this folder.
#pragma once

#include <cstddef>
#include <string_view>

namespace tracker::markup {

struct TagScan {
  std::size_t depth = 0;       // the most elements that are open at once
  std::size_t attributes = 0;  // the most of one tag
};

/// Linear in the size. Counts open elements name by name and never lets a misplaced end tag make up for another, so
/// that the estimate is not below what the parser would build (elements that close each other, such as <p> and <li>,
/// need one that is counted to nest: at most twice the estimate).
TagScan scan_tags(std::string_view html);

}  // namespace tracker::markup
