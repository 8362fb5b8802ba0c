// A table of a page as a grid, by the model of HTML (4.9.12 "Forming a table"): a cell that spans columns or rows stands
// in every place that it covers. A private header of this folder.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tracker/markup/html.h"

namespace tracker::parse {

struct Cell {
  std::string text;          // on one line
  bool is_head = false;      // <th>
  std::size_t origin = 0;    // equal in all places of one cell, and in those alone
  bool is_continued = false; // from a row above
};

using TableRow = std::vector<Cell>;

struct Grid {
  std::vector<TableRow> rows;  // each as wide as it has cells
  bool is_cut = false;         // there were more rows, or wider ones, than are read
};

/// Tables inside of cells are not part of the grid.
Grid grid_of(markup::Node table, std::size_t most_rows);

}  // namespace tracker::parse
