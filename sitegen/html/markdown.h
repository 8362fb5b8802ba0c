// The Markdown of lives and pages as markup. cmark-gfm only parses it; the tree is written out with our own
// elements, so that raw HTML, images and unsafe addresses have no way through. No extensions: tables make the
// parser of Debian 12 explode on small hostile input.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sitegen/html/html.h"

namespace sitegen::html {

/// Longest text that is parsed, in bytes; what is longer is shown as plain text.
inline constexpr std::size_t kLongestMarkdown = 64 * 1024;

struct MarkdownOptions {
  int top_heading =
      2;             // what the text's highest heading becomes; deeper ones follow without a gap, at most h6
  std::string root;  // put before relative addresses, which are written as seen from the language's folder
};

Html markdown(std::string_view text, const MarkdownOptions& options = {});

}  // namespace sitegen::html
