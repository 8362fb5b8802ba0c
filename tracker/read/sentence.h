// A sentence: its tokens with what the lexicon knows of each.
#pragma once

#include <string>
#include <vector>

#include "tracker/read/grammar.h"
#include "tracker/read/tokens.h"

namespace tracker::read {

struct Sentence {
  Span at;              // from the first token to the end of the last
  Tokens tokens;
  std::vector<const WordInfo*> info;  // one a token; null where the lexicon does not know it

  bool is(std::size_t token, Class which) const { return token < info.size() && info[token] && info[token]->is(which); }
  bool is_sign(std::size_t token, std::string_view sign) const { return token < tokens.size() && tokens[token].plain == sign; }
  bool is_number(std::size_t token) const { return token < tokens.size() && tokens[token].kind == TokenKind::Number; }
};

/// Cuts a paragraph's tokens into sentences. A full stop after an abbreviation or an initial ends none; a footnote's
/// number on a full stop belongs to the sentence before.
std::vector<Sentence> split_sentences(Tokens tokens, const Grammar& grammar);

}  // namespace tracker::read
