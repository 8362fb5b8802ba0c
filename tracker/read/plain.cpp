#include "tracker/read/plain.h"

#include <algorithm>

namespace tracker::read {

Plain::Plain(const Sentence& sentence, const std::vector<Tag>& tags) {
  text_.reserve(sentence.at.end - sentence.at.begin + 16);
  text_ = " ";
  auto tag = tags.begin();
  for (std::size_t i = 0; i < sentence.tokens.size();) {
    while (tag != tags.end() && tag->begin < i) ++tag;
    if (tag != tags.end() && tag->begin == i && tag->end > i) {
      words_.push_back({text_.size(), i, tag->end});
      text_ += tag->letter;
      i = tag->end;
    } else {
      const auto& token = sentence.tokens[i];
      const bool is_abbreviations = token.plain == "." && i > 0 && sentence.is(i - 1, Class::Abbreviation);
      if (!is_abbreviations) {
        words_.push_back({text_.size(), i, i + 1});
        text_ += token.plain;
      }
      ++i;
      if (is_abbreviations) continue;
    }
    text_ += ' ';
  }
}

std::size_t Plain::token_at(std::size_t offset) const {
  const auto found = std::upper_bound(words_.begin(), words_.end(), offset, [](std::size_t at, const Word& word) { return at < word.offset; });
  return found == words_.begin() ? 0 : std::prev(found)->begin;
}

std::size_t Plain::token_after(std::size_t offset) const {
  const auto found = std::lower_bound(words_.begin(), words_.end(), offset, [](const Word& word, std::size_t at) { return word.offset < at; });
  return found == words_.begin() ? 0 : std::prev(found)->end;
}

std::size_t Plain::offset_of(std::size_t token) const {
  const auto found = std::upper_bound(words_.begin(), words_.end(), token, [](std::size_t at, const Word& word) { return at < word.begin; });
  return found == words_.begin() ? 0 : std::prev(found)->offset;
}

std::vector<Match> find_all(const Plain& plain, const re2::RE2& pattern) {
  std::vector<Match> found;
  const std::string& text = plain.text();
  // A pattern is its first group between two blanks (grammar.cpp), so the whole match says where the group is; asking for
  // the group itself would make RE2 go over the match once more, slowly.
  re2::StringPiece whole;
  std::size_t from = 0;
  while (from < text.size() && pattern.Match(text, from, text.size(), re2::RE2::UNANCHORED, &whole, 1)) {
    if (whole.size() < 3) break;
    const auto begin = static_cast<std::size_t>(whole.data() - text.data()) + 1;
    const std::size_t end = begin + whole.size() - 2;
    found.push_back({plain.token_at(begin), plain.token_after(end), begin, end});
    from = end;  // the blank behind may be the blank before the next
  }
  return found;
}

}  // namespace tracker::read
