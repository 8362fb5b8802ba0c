#include "tracker/command/table.h"

#include <sstream>

#include "tests/support/catch.h"
#include "tracker/base/text.h"

using namespace tracker::command;

namespace {

std::string printed(const std::vector<Column>& columns, const std::vector<Row>& rows, int width,
                    bool colour = false) {
  std::ostringstream out;
  print_table(out, columns, rows, width, colour);
  return out.str();
}

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  for (const auto line : tracker::base::split(text, '\n'))
    widest = std::max(widest, tracker::base::display_width(line));
  return widest;
}

}  // namespace

TEST_CASE("columns are as wide as their widest cell, and no line ends in spaces") {
  CHECK(printed({{"ID"}, {"NAME"}, {"SINCE"}}, {{{"xx-0001", "One", "2023"}}, {{"xx-2", "Person Two", ""}}},
                100) ==
        "ID       NAME        SINCE\n"
        "xx-0001  One         2023\n"
        "xx-2     Person Two\n");
}

TEST_CASE("a table without rows is its titles") {
  CHECK(printed({{"ID"}, {"NAME"}}, {}, 100) == "ID  NAME\n");
}

TEST_CASE("widths are counted in columns of a terminal, not in bytes or letters") {
  CHECK(printed({{"A"}, {"B"}}, {{{"Проба", "x"}}, {{"名前", "x"}}, {{"e\u0301", "x"}}}, 100) ==
        "A      B\n"
        "Проба  x\n"
        "名前   x\n"
        "e\u0301      x\n");
}

TEST_CASE("a column that gives way is shortened until the line fits") {
  const std::string text =
      printed({{"ID"}, {"NAME", true}, {"SINCE"}},
              {{{"xx-0001", std::string(80, 'n'), "2023-10-12"}}, {{"xx-0002", "Short", "2024"}}}, 60);
  CHECK(widest_line(text) == 60);
  CHECK(text.find("n…  2023-10-12\n") != std::string::npos);
  CHECK(text.find("Short") != std::string::npos);
}

TEST_CASE("wide letters are shortened to fit, too") {
  std::string wide;
  for (int i = 0; i < 60; ++i) wide += "名";
  const std::string text = printed({{"ID"}, {"NAME", true}}, {{{"xx-0001", wide}}}, 60);
  CHECK(widest_line(text) <= 60);
  CHECK(text.find("…") != std::string::npos);
}

TEST_CASE("of two columns that give way the wider one gives first") {
  const std::string text =
      printed({{"NAME", true}, {"STATUS", true}}, {{{std::string(50, 'n'), std::string(20, 's')}}}, 60);
  CHECK(text.find(std::string(20, 's')) != std::string::npos);
  CHECK(widest_line(text) == 60);
}

TEST_CASE("where nothing can give way the line is as long as it is") {
  const std::string text = printed({{"A"}, {"B"}}, {{{std::string(50, 'a'), std::string(50, 'b')}}}, 60);
  CHECK(text.find(std::string(50, 'a') + "  " + std::string(50, 'b')) != std::string::npos);
}

TEST_CASE("a cell cannot change the direction of the line or send codes to the terminal") {
  const std::string text = printed({{"NAME"}}, {{{"\u202egro\x1b[31m"}}, {{"two\nlines\tand a tab"}}}, 100);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\u202e") == std::string::npos);
  CHECK(text.find("<U+202E>gro<U+001B>[31m") != std::string::npos);
  CHECK(std::count(text.begin(), text.end(), '\n') == 3);
}

TEST_CASE("where there is colour the titles are dim and strong rows bold, and widths stay") {
  CHECK(printed({{"ID"}}, {{{"a"}, true}, {{"b"}, false}}, 100, true) ==
        "\x1b[2mID\x1b[0m\n\x1b[1ma\x1b[0m\nb\n");
}
