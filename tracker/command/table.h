// A table for people: columns as wide as they need to be, one that gives way when the terminal is narrow.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace tracker::command {

struct Column {
  std::string title;
  bool gives_way = false;  // shortened first when the row is too wide
};

struct Row {
  std::vector<std::string> cells;
  bool strong = false;  // bold, where there is colour
};

/// Cells are made visible (control characters, bidirectional overrides) and padded by display width.
void print_table(std::ostream& to, const std::vector<Column>& columns, const std::vector<Row>& rows, int width,
                 bool colour);

}  // namespace tracker::command
