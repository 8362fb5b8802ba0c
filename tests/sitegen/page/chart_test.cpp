#include "sitegen/page/chart.h"

#include "tests/sitegen/page/support.h"

using namespace sitegen::page;

namespace {

LineChart chart_of(std::vector<int> values) {
  LineChart chart;
  chart.id = "c";
  chart.title = "How many";
  chart.description = "One, then two.";
  chart.series = {{"Held", "line deprived", std::move(values)}};
  return chart;
}

}  // namespace

TEST_CASE("a chart says in words what it shows, and shows the last number") {
  const std::string svg = line_chart(chart_of({1, 1, 2, 2}), "below").bytes();
  CHECK(tests::has(svg, "role=\"img\" aria-labelledby=\"c-title c-desc\""));
  CHECK(tests::has(svg, "<title id=\"c-title\">How many</title>"));
  CHECK(tests::has(svg, "<desc id=\"c-desc\">One, then two.</desc>"));
  CHECK(tests::has(svg, "class=\"end\""));
  CHECK(tests::has(svg, ">2</text>"));
  CHECK(tests::has(svg, "below"));
}

TEST_CASE("lines go in steps: level until the month in which something changed") {
  const std::string svg = line_chart(chart_of({0, 0, 1, 1}), {}).bytes();
  CHECK(tests::has(svg, "d=\"M0 880H500V470H1000\""));
}

TEST_CASE("a chart without numbers, or with nothing but zero, is still a chart") {
  CHECK(tests::has(line_chart(chart_of({}), {}).bytes(), "</figure>"));
  CHECK(tests::has(line_chart(chart_of({0, 0}), {}).bytes(), ">0</text>"));
}

TEST_CASE("great numbers get few lines behind them") {
  CHECK(tests::count(line_chart(chart_of({123456}), {}).bytes(), "class=\"grid\"") <= 5);
  CHECK(tests::count(line_chart(chart_of({7}), {}).bytes(), "class=\"grid\"") <= 5);
}

TEST_CASE("a mark is numbered in the drawing and explained below it") {
  auto chart = chart_of({1, 2, 3, 4});
  chart.marks = {{2, "The scope <changed>"}};
  const std::string svg = line_chart(chart, {}).bytes();
  CHECK(tests::has(svg, "<line class=\"mark\" x1=\"50%\""));
  CHECK(tests::has(svg, "<ol class=\"marks\"><li>The scope &lt;changed&gt;</li>"));
}

TEST_CASE("a bar is as wide as its share and never wider than its place") {
  CHECK(tests::has(bar(0.255).bytes(), "width=\"25.5%\""));
  CHECK(tests::has(bar(7).bytes(), "width=\"100%\""));
  CHECK(tests::has(bar(-1).bytes(), "width=\"0%\""));
}
