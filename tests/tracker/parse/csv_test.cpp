#include "tracker/parse/csv.h"

#include "tests/support/catch.h"

using namespace tracker::parse;

namespace {

std::string shown(std::string_view text) {
  std::string out;
  for (const auto& line : read_csv(text, 100).lines) {
    out += std::to_string(line.line) + ":";
    for (const auto& value : line.values) out += "[" + value + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("values are separated by what the first line has most of") {
  CHECK(shown("a,b\n1,2\n") == "1:[a][b]2:[1][2]");
  CHECK(shown("a;b\n1,5;2") == "1:[a][b]2:[1,5][2]");
  CHECK(shown("a\tb\r\n1\t2\r\n") == "1:[a][b]2:[1][2]");
}

TEST_CASE("quotation marks keep separators, line ends and themselves") {
  CHECK(shown("a,b\n\"x,\"\"y\"\"\nz\",2\n3,4") == "1:[a][b]2:[x,\"y\"\nz][2]4:[3][4]");
  CHECK(shown("a,b\n\"never closed,2\n3") == "1:[a][b]2:[never closed,2\n3]");
}

TEST_CASE("empty lines are passed over and too many are said") {
  CHECK(shown("a\n\n\nb\n") == "1:[a]4:[b]");
  CHECK(shown("").empty());
  CHECK(read_csv("a\nb\nc\n", 2).is_cut);
  CHECK(read_csv("a\nb\nc\n", 2).lines.size() == 2);
}
