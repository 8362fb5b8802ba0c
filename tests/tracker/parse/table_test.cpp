#include "tracker/parse/table.h"

#include "tests/support/catch.h"
#include "tracker/markup/selector.h"

using namespace tracker;

namespace {

/// Rows as "a|b|c", with "^" before a cell that comes from above; rows end with "/".
std::string grid(std::string_view html, std::size_t most = 1000) {
  std::string why, out;
  const auto document = markup::Document::parse(html, why);
  const auto made = parse::grid_of(markup::Selector::parse("table", why)->first(document->root()), most);
  for (const auto& row : made.rows) {
    for (const auto& cell : row) out += (cell.is_continued ? "^" : "") + cell.text + "|";
    out += "/";
  }
  return out + (made.is_cut ? "cut" : "");
}

}  // namespace

TEST_CASE("cells that span stand in every place that they cover") {
  CHECK(grid("<table><tr><td>1<td>2<tr><td>3<td>4</table>") == "1|2|/3|4|/");
  CHECK(grid("<table><tr><td colspan=2>1<td>2<tr><td>3<td>4<td>5</table>") == "1|1|2|/3|4|5|/");
  CHECK(grid("<table><tr><td rowspan=2>1<td>2<tr><td>3<tr><td>4</table>") == "1|2|/^1|3|/4|/");
  CHECK(grid("<table><tr><td>1<td rowspan=2>2<tr><td>3</table>") == "1|2|/3|^2|/");
  CHECK(grid("<table><tr><td>1<td>2<td rowspan=2>3<tr><td>4</table>") == "1|2|3|/4||^3|/");
  CHECK(grid("<table><tr><td rowspan=2 colspan=2>1<td>2<tr><td>3</table>") == "1|1|2|/^1|^1|3|/");
  CHECK(grid("<table><tr><td rowspan=0>1<td>2<tr><td>3<tr><td>4</table>") == "1|2|/^1|3|/^1|4|/");
}

TEST_CASE("a cell never reaches out of its group of rows") {
  CHECK(grid("<table><thead><tr><th rowspan=9>a<th>b</thead><tbody><tr><td>1<td>2</tbody></table>") == "a|b|/1|2|/");
}

TEST_CASE("a table inside of a cell is no part of the grid") {
  CHECK(grid("<table><tr><td>1<table><tr><td>2</table><td>3</table>") == "1 2|3|/");
}

TEST_CASE("hostile spans are bounded") {
  CHECK(grid("<table><tr><td colspan=999999999>1</table>").size() == 2 * 100 + 1);
  CHECK(grid("<table><tr><td colspan=99>1<td colspan=99>2</table>").ends_with("cut"));
  CHECK(grid("<table><tr><td rowspan=99999999999999999999>1<tr><td>2</table>") == "1|/^1|2|/");
  CHECK(grid("<table><tr><td colspan=-1>1<td colspan=x>2<td colspan=0>3</table>") == "1|2|3|/");
  CHECK(grid("<table><tr><td>1<tr><td>2<tr><td>3</table>", 2) == "1|/2|/cut");
}
