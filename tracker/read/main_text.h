// The words of a page that are its own: what the page is about, without menus, teasers, captions, consent texts and
// widgets, as pieces that know where they stand in the snapshot.
#pragma once

#include <string_view>
#include <vector>

#include "tracker/markup/html.h"
#include "tracker/read/read_text.h"

namespace tracker::read {

struct MainText {
  /// Paragraphs parted by blank lines, white space as a browser shows it, references decoded. Text::pieces is filled, each
  /// piece with its language where the page or its letters say it.
  Text text;

  /// Where bytes [at.begin, at.end) of text.bytes stand in the page that was parsed: exact at the edges of words that hold
  /// no reference, else the edges of the text node.
  Span in_page(Span at) const;

  /// Beginning of a run of words in text.bytes and in the page, and its length where both are alike byte for byte.
  struct Run {
    std::size_t here = 0, there = 0, there_end = 0;
    bool exact = false;
  };
  std::vector<Run> runs;
};

/// `utf8` is what the document was parsed from. `language` as the source or the page says it; may be empty.
MainText main_text(const markup::Document& document, std::string_view utf8, std::string_view language = {});

}  // namespace tracker::read
