#include "tracker/read/sentence.h"

#include <iterator>

namespace tracker::read {
namespace {

constexpr std::size_t kLongestSentence = 500;  // tokens; longer is no language, and is cut

bool is_end(const Token& token) {
  return token.kind == TokenKind::Sign && (token.plain == "." || token.plain == "!" || token.plain == "?" || token.plain == "…");
}

bool closes(const Token& token) {
  return token.kind == TokenKind::Sign && (token.plain == "\"" || token.plain == ")" || token.plain == "'" || token.plain == "]");
}

bool is_one_letter(const Token& token) {
  std::size_t letters = 0;
  for (const char c : token.plain) letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return token.kind == TokenKind::Word && letters == 1;
}

class Splitter {
 public:
  Splitter(Tokens tokens, const Grammar& grammar) : tokens_(std::move(tokens)), grammar_(grammar) {
    info_.reserve(tokens_.size());
    for (const auto& token : tokens_) info_.push_back(token.kind == TokenKind::Word ? grammar_.look_up(token.plain) : nullptr);
  }

  std::vector<Sentence> run() {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const std::size_t end = end_after(i);
      if (end == 0 && i - begin < kLongestSentence) continue;
      cut(begin, end == 0 ? i + 1 : end);
      begin = end == 0 ? i + 1 : end;
      i = begin - 1;
    }
    cut(begin, tokens_.size());
    return std::move(sentences_);
  }

 private:
  /// Where the next sentence begins if this token ends one; 0 where it does not.
  std::size_t end_after(std::size_t i) const {
    if (!is_end(tokens_[i])) return 0;
    std::size_t next = i + 1;
    while (next < tokens_.size() && is_end(tokens_[next])) ++next;
    const bool footnote = next < tokens_.size() && tokens_[next].glued && tokens_[next].kind == TokenKind::Number &&
                          (next + 1 == tokens_.size() || !tokens_[next + 1].glued) && i > 0 && tokens_[i - 1].kind == TokenKind::Word;
    if (footnote) ++next;
    // A closing quotation mark hangs on the stop; an opening one stands free.
    while (next < tokens_.size() && closes(tokens_[next]) && tokens_[next].glued) ++next;
    if (next >= tokens_.size()) return tokens_.size();
    if (tokens_[next].glued && !footnote) return 0;
    if (tokens_[i].plain == "." && i > 0) {
      // "по статье 405 УК. Его": an abbreviation in capitals ends in no stop of its own.
      const bool abbreviated = (info_[i - 1] && info_[i - 1]->is(Class::Abbreviation) && !tokens_[i - 1].shouted) || is_one_letter(tokens_[i - 1]);
      if (abbreviated && !tokens_[next].new_line) return 0;
      if (abbreviated && tokens_[next].kind != TokenKind::Sign && tokens_[i - 1].capital) return 0;
    }
    const auto& follows = tokens_[next];
    const bool starts = follows.capital || follows.kind != TokenKind::Word || follows.new_line;
    return starts ? next : 0;
  }

  void cut(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    Sentence sentence;
    sentence.at = {tokens_[begin].at.begin, tokens_[end - 1].at.end};
    const auto first = static_cast<std::ptrdiff_t>(begin), last = static_cast<std::ptrdiff_t>(end);
    sentence.info.assign(info_.begin() + first, info_.begin() + last);
    sentence.tokens.assign(std::make_move_iterator(tokens_.begin() + first), std::make_move_iterator(tokens_.begin() + last));
    sentences_.push_back(std::move(sentence));
  }

  Tokens tokens_;
  const Grammar& grammar_;
  std::vector<const WordInfo*> info_;
  std::vector<Sentence> sentences_;
};

}  // namespace

std::vector<Sentence> split_sentences(Tokens tokens, const Grammar& grammar) { return Splitter(std::move(tokens), grammar).run(); }

}  // namespace tracker::read
