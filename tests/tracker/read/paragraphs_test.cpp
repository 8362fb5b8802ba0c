#include "tracker/read/paragraphs.h"

#include "tests/support/catch.h"

using namespace tracker::read;

namespace {

std::vector<std::string> cut(const std::string& text) {
  std::vector<std::string> all;
  for (const auto& piece : find_pieces(text)) {
    const char* kind = piece.kind == PieceKind::Heading ? "# " : "";
    all.push_back(kind + text.substr(piece.at.begin, piece.at.end - piece.at.begin));
  }
  return all;
}

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("blank lines part paragraphs, and a short line without an end is a heading") {
  CHECK(cut("A title\n\nOne sentence.\nAnother one.\n\n\nThe last.") == Parts{"# A title", "One sentence.", "Another one.", "The last."});
}

TEST_CASE("a list item is no heading") {
  CHECK(cut("• Anna Petrenko, freed\n- Ivan Ivanenko, jailed") == Parts{"• Anna Petrenko, freed", "- Ivan Ivanenko, jailed"});
}

TEST_CASE("lines that only the page's width broke are one paragraph") {
  const std::string page =
      "1. Anna Petrenko \nDate of arrest: 5 May 2021 \nBackground: Anna is a writer of some note in the town of her birth, where \n"
      "she wrote a column for ten years and more, until the paper was shut by the \n12\n"
      "mayor of the town in the spring of the same year. She was then asked to go to \n"
      "the police station, and was kept there for some days without a word from her \nrelatives and friends.";
  const auto parts = cut(page);
  REQUIRE(parts.size() == 3);
  CHECK(parts[0] == "# 1. Anna Petrenko");
  CHECK(parts[1] == "Date of arrest: 5 May 2021");
  CHECK(parts[2].starts_with("Background"));
  CHECK(parts[2].ends_with("friends."));
}

TEST_CASE("page numbers and addresses of footnotes are left out") {
  CHECK(cut("One.\n17\nTwo.\n3 http://example.org/x\nThree.") == Parts{"One.", "Two.", "Three."});
}

TEST_CASE("nothing gives nothing") {
  CHECK(find_pieces("").empty());
  CHECK(find_pieces(" \n\t\n ").empty());
}
