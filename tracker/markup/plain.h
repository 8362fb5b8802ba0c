// The words that a reader sees in a part of a page, without where they stand: for table cells, titles of links and
// counting. What quotes a page needs offsets, and is read elsewhere.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "tracker/markup/html.h"

namespace tracker::markup {

/// Text of a node with white space as a browser shows it: runs become one space, blocks, rows and <br> a new line,
/// cells a tab. Scripts, styles, <noscript>, <template>, form fields and what is `hidden` say nothing.
std::string plain_text(Node node);
/// … without the nodes that `is_left_out` names.
std::string plain_text(Node node, const std::function<bool(Node)>& is_left_out);

/// The same on one line: what a cell or a link says.
std::string plain_line(Node node);

/// Words by Unicode: maximal runs of letters and digits with the marks, hyphens and apostrophes inside them.
std::size_t count_words(std::string_view utf8);

}  // namespace tracker::markup
