// Where the paragraphs of a plain text begin and end, and which of them are headings, fields or captions.
#pragma once

#include <string_view>
#include <vector>

#include "tracker/read/read_text.h"

namespace tracker::read {

/// Paragraphs by blank lines; by single line breaks too where lines are no hard-wrapped text. Lines that hold only a page
/// number or an address are left out, and a paragraph goes on across them.
std::vector<Piece> find_pieces(std::string_view bytes);

}  // namespace tracker::read
