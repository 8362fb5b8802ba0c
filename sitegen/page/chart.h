// Charts as inline SVG, made at build: no script, no inline style, sharp at every width. Lines stretch with
// the page while their labels keep their size; what a line means is said by its shape and its label, not by
// its colour alone.
#pragma once

#include <string>
#include <vector>

#include "sitegen/page/context.h"

namespace sitegen::page {

/// One line of steps. `values` has a number for every point of the axis.
struct Series {
  std::string name;
  html::Literal css;  // "deprived": class of the line in the stylesheet
  std::vector<int> values;
};

/// A place on the axis.
struct Tick {
  std::size_t at = 0;  // index of the point
  std::string label;
};

struct LineChart {
  std::string id;  // on the page
  std::string
      title;  // what it shows, for everybody; `description` says what can be seen, for those who cannot
  std::string description;
  std::vector<Series> series;  // the first is drawn last, on top
  std::vector<Tick> ticks;     // few enough to stand side by side on a telephone
  std::vector<Tick> marks;     // numbered lines through the chart, explained below it
};

/// A figure with the drawing, a key to the lines and the explanations of the marks; `below` follows (a table,
/// links).
Html line_chart(const LineChart& chart, const Html& below);

/// A bar `share` of 0 to 1 wide; hidden from screen readers, because its number stands beside it.
Html bar(double share);

}  // namespace sitegen::page
