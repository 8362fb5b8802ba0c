#include "tracker/markup/html_depth.h"

#include <string>

#include "tests/support/catch.h"

using namespace tracker::markup;

namespace {

std::string repeat(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("the depth of a page is estimated from its tags") {
  struct Row {
    const char* what;
    std::string html;
    std::size_t depth;
  };
  const std::vector<Row> rows = {
      {"nothing", "", 0},
      {"words", "a < b > c", 0},
      {"closed elements do not add up", repeat("<div><b>x</b></div>", 1000), 2},
      {"open ones do", repeat("<div>", 1000), 1000},
      {"elements that close each other do not", repeat("<p>a<li>b<td>c<br>", 1000), 0},
      {"a self-closing sign closes nothing in HTML", repeat("<div/>", 1000), 1000},
      {"but in a picture it does", "<svg>" + repeat("<path/>", 1000) + "</svg>", 1},
      {"an element of HTML ends the picture", "<svg>" + repeat("<div/><path/>", 500), 1001},
      {"other end tags make up for nothing", repeat("<font color=red><i></b>", 600), 1200},
      {"comments hold no tags", "<!-- " + repeat("<div>", 1000) + " -->", 0},
      {"scripts hold no tags", "<script>" + repeat("<div>", 1000) + "</script><i>", 1},
      {"an open script holds the rest", "<title>" + repeat("<div>", 1000), 0},
      {"attributes hold no tags", "<i title='" + repeat("<div>", 1000) + "'>", 1},
      {"a tag that is cut off", "<div class=", 1},
  };
  for (const auto& row : rows) {
    INFO(row.what);
    CHECK(scan_tags(row.html).depth == row.depth);
  }
}

TEST_CASE("attributes are counted a tag") {
  CHECK(scan_tags("<p>").attributes == 0);
  CHECK(scan_tags("<p a b=1 c='x y z' d = e /><i f>").attributes == 4);
}
