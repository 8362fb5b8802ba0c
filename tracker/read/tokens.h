// A paragraph as words, numbers and signs, each with its place in the source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/read/statement.h"

namespace tracker::read {

enum class TokenKind : std::uint8_t { Word, Number, Sign };

struct Token {
  Span at;                // in the bytes that were read
  std::string plain;      // lower case, ё as е, one form of every quotation mark and dash
  TokenKind kind = TokenKind::Sign;
  bool capital = false;   // begins with a capital letter
  bool shouted = false;   // two capital letters and more, no small one
  bool glued = false;     // nothing between it and the token before: "405" and "бабының" of "405-бабының"
  bool new_line = false;  // a line break stands before it
};

using Tokens = std::vector<Token>;

/// Tokens of bytes [at.begin, at.end). Markdown emphasis and link targets are passed over; a word that a line break cuts
/// at its hyphen is one word. "'s" is a token of its own.
Tokens tokenise(std::string_view bytes, Span at);

}  // namespace tracker::read
