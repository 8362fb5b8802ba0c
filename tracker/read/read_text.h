// The pure entry of reading: a text, what we know of language and people, and the day it was published, to statements.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/base/date.h"
#include "tracker/match/names.h"
#include "tracker/read/lexicon.h"
#include "tracker/read/statement.h"

namespace tracker::read {

/// What a piece of a page is for: statements are made of paragraphs only; headings help to know whom a text is about.
enum class PieceKind { Paragraph, Heading, Caption };

struct Piece {
  Span at;               // in Text::bytes
  PieceKind kind = PieceKind::Paragraph;
  std::string language;  // empty: the text's
};

struct Text {
  std::string bytes;          // UTF-8; what is not is read as U+FFFD
  std::string language;       // "en", "ru", "kk"; empty: found a paragraph
  std::vector<Piece> pieces;  // in order, not overlapping; empty: found by blank lines and line breaks
};

struct Reading {
  const Lexicons& lexicons;
  const match::Names& names;                   // who is on the list
  std::optional<base::PartialDate> published;  // the day, or the month or year where no more is known
};

using Statements = std::vector<Statement>;

/// Statements in the order of the text. Every quote is text.bytes[at.begin, at.end). Time is linear in the text and does
/// not depend on how many people are on the list.
Statements read_text(const Text& text, const Reading& reading);

}  // namespace tracker::read
