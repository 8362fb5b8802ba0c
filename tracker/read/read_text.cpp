#include "tracker/read/read_text.h"

#include <algorithm>

#include "tracker/read/language.h"
#include "tracker/read/paragraphs.h"
#include "tracker/read/reader.h"

namespace tracker::read {

Statements read_text(const Text& text, const Reading& reading) {
  std::vector<Piece> pieces = text.pieces.empty() ? find_pieces(text.bytes) : text.pieces;
  for (auto& piece : pieces) {
    if (piece.language.empty()) piece.language = text.language;
    if (piece.language.empty())
      piece.language = language_of(std::string_view(text.bytes).substr(piece.at.begin, piece.at.end - piece.at.begin));
  }
  Statements all;
  for (const auto& grammar : reading.lexicons.all()) {
    std::vector<Piece> mine;
    std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(mine), [&](const Piece& piece) { return piece.language == grammar->language; });
    if (mine.empty()) continue;
    auto found = Reader(text.bytes, *grammar, reading).run(mine);
    if (all.empty()) all = std::move(found);
    else all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
  const auto stands_before = [](const Statement& a, const Statement& b) { return a.at.begin < b.at.begin; };
  if (!std::is_sorted(all.begin(), all.end(), stands_before)) std::stable_sort(all.begin(), all.end(), stands_before);
  return all;
}

}  // namespace tracker::read
