// A sentence in the form that patterns are tried on: words with one blank between and around, a capital letter for every
// mention, and the way back to the tokens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tracker/read/sentence.h"

namespace tracker::read {

/// A letter in place of tokens [begin, end).
struct Tag {
  char letter = 0;
  std::size_t begin = 0, end = 0;
};

class Plain {
 public:
  /// `tags` in order, not overlapping. The full stop of an abbreviation is left out.
  Plain(const Sentence& sentence, const std::vector<Tag>& tags);

  const std::string& text() const { return text_; }
  /// The token whose word begins at this offset of text().
  std::size_t token_at(std::size_t offset) const;
  /// The token after the word that ends at this offset.
  std::size_t token_after(std::size_t offset) const;
  /// Where the word of the token, or the mention it is part of, begins.
  std::size_t offset_of(std::size_t token) const;

 private:
  struct Word {
    std::size_t offset = 0;
    std::size_t begin = 0, end = 0;  // tokens
  };
  std::string text_;
  std::vector<Word> words_;
};

/// A match of a pattern's first group, as tokens and as bytes of the plain text.
struct Match {
  std::size_t begin = 0, end = 0;  // tokens
  std::size_t from = 0, to = 0;    // bytes of text()
};

/// Every match, from left to right.
std::vector<Match> find_all(const Plain& plain, const re2::RE2& pattern);

}  // namespace tracker::read
