#include "tracker/review/screen.h"

#include <algorithm>

#include "tests/support/catch.h"

using namespace tracker::review;

namespace {

std::string text_of(const Line& line) {
  std::string text;
  for (const auto& run : line) text += run.text;
  return text;
}

const std::vector<Passage> kBody = {
    {"SAYS", {{"Before the words ", Style::Plain}, {"that are quoted", Style::Quote}, {" and what follows them.", Style::Plain}}},
    {"WHY", {{"Қазақша сөздер кең терезеде де, тар терезеде де сынбай тұрады", Style::Plain}}},
    {"", {{"漢字は二つの桁を取るので、行の終わりに気をつける", Style::Plain}}},
    {"", {{std::string(300, 'x'), Style::Plain}}},
};

}  // namespace

TEST_CASE("no line is ever wider or more numerous than the window, whatever its size") {
  for (int rows = 1; rows <= 40; ++rows)
    for (int columns : {1, 2, 7, 20, 49, 50, 80, 120}) {
      const auto frame = frame_of({{"A title of some length", Style::Strong}}, kBody, "a message", "a accept  q quit", {rows, columns}, 3);
      REQUIRE(frame.lines.size() == static_cast<std::size_t>(rows));
      for (const auto& line : frame.lines) {
        INFO(rows << "x" << columns << ": " << text_of(line));
        if (columns >= 2) REQUIRE(width_of(line) <= columns);  // a wide letter needs two
      }
    }
}

TEST_CASE("every word of the body can be scrolled to, and no further") {
  const Size size{12, 60};
  const auto first = frame_of({}, kBody, "", "q", size, 0);
  CHECK(first.scroll == 0);
  CHECK(first.most_scroll > 0);
  CHECK(frame_of({}, kBody, "", "q", size, -5).scroll == 0);
  CHECK(frame_of({}, kBody, "", "q", size, 1000).scroll == first.most_scroll);
  std::string seen;
  for (int scroll = 0; scroll <= first.most_scroll; ++scroll)
    for (const auto& line : frame_of({}, kBody, "", "q", size, scroll).lines) seen += text_of(line) + "\n";
  for (const char* word : {"Before", "quoted", "Қазақша", "тұрады", "漢字"}) CHECK(seen.find(word) != std::string::npos);
}

TEST_CASE("a quotation keeps its style over the end of a line") {
  const auto lines = wrap({{"", {{"one ", Style::Plain}, {"two three four", Style::Quote}}}}, 9);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == Line{{"one ", Style::Plain}, {"two ", Style::Quote}});
  CHECK(lines[1] == Line{{"three ", Style::Quote}});
}

TEST_CASE("the margin has a column of its own where there is room, and stands in the line where there is none") {
  CHECK(text_of(wrap({{"WHY", {{"a reason", Style::Plain}}}}, 60)[0]) == "WHY      a reason");
  CHECK(text_of(wrap({{"WHY", {{"a reason", Style::Plain}}}}, 30)[0]) == "WHY: a reason");
}

TEST_CASE("the terminal is told to clear what stood there, and quotations show without colours too") {
  const auto bytes = to_terminal({{{{"x", Style::Quote}}, {}}, 0, 0}, false);
  CHECK(bytes == "\x1b[?25l\x1b[H\x1b[7mx\x1b[0m\x1b[K\r\n\x1b[K\x1b[J");
}

TEST_CASE("a long title and a long message go on in the next line, and a longer one is cut after a few") {
  const Line title{{"2/495  new: Somebody with a name of many words  ", Style::Strong}, {"appeal upheld 2013-02-21", Style::Plain}};
  const auto shown = [&](const std::string& message) {
    std::string all;
    for (const auto& line : frame_of(title, kBody, message, "q quit", {24, 60}, 0).lines) all += text_of(line) + "\n";
    return all;
  };
  CHECK(shown("").find("2013-02-21\n") != std::string::npos);
  CHECK(shown("the checks fail, and nothing was written: there is no verdict before it; edit it").find("\nverdict before it; edit it\n") != std::string::npos);
  const auto much = frame_of(title, kBody, std::string(5000, 'm'), "q quit", {24, 60}, 0);
  CHECK(std::count_if(much.lines.begin(), much.lines.end(), [](const Line& line) { return text_of(line).starts_with("mmm"); }) == 3);
}
