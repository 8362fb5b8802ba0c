#include "tracker/parse/table.h"

#include <algorithm>
#include <charconv>

#include "tracker/markup/plain.h"

namespace tracker::parse {
namespace {

using markup::Node;

constexpr std::size_t kWidest = 100;      // columns
constexpr std::size_t kTallest = 65'534;  // rows that one cell may span, as HTML has it

/// A span as HTML reads it: digits at the beginning, 1 where there are none.
std::size_t span_of(Node cell, const char* name, std::size_t most, bool zero_is_all) {
  const auto written = cell.attribute(name);
  if (!written) return 1;
  const auto digits = written->find_first_not_of(" \t\n");
  if (digits == std::string_view::npos) return 1;
  std::size_t value = 0;
  const auto text = written->substr(digits);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) return most;
  if (error != std::errc()) return 1;
  if (value == 0) return zero_is_all ? most : 1;
  return std::min(value, most);
}

class Builder {
 public:
  explicit Builder(std::size_t most_rows) : most_rows_(most_rows) {}

  /// Cells never span beyond the group of rows that they stand in.
  void group(Node group) {
    hanging_.clear();
    for (auto node = group.first_child(); node; node = node.next())
      if (node.is("tr")) row(node);
    hanging_.clear();
  }

  void table(Node table) {
    for (auto node = table.first_child(); node; node = node.next())
      if (node.is("thead") || node.is("tbody") || node.is("tfoot")) group(node);
  }

  Grid take() { return std::move(grid_); }

 private:
  struct Hanging {  // a cell that reaches down
    Cell cell;
    std::size_t rows_left = 0;
  };

  void row(Node tr) {
    if (grid_.rows.size() == most_rows_) {
      grid_.is_cut = true;
      return;
    }
    TableRow row;
    auto node = tr.first_child();
    while (true) {
      while (row.size() < hanging_.size() && hanging_[row.size()].rows_left > 0) {
        auto& above = hanging_[row.size()];
        --above.rows_left;
        row.push_back(above.cell);
        row.back().is_continued = true;
      }
      while (node && !node.is("td") && !node.is("th")) node = node.next();
      if (!node) {
        // A cell from above may stand further right, behind places that this row leaves empty.
        const bool more = std::any_of(hanging_.begin() + static_cast<std::ptrdiff_t>(std::min(row.size(), hanging_.size())),
                                      hanging_.end(), [](const Hanging& one) { return one.rows_left > 0; });
        if (!more) break;
        row.push_back({"", false, ++origins_, false});
        continue;
      }
      place(node, row);
      node = node.next();
    }
    grid_.rows.push_back(std::move(row));
  }

  void place(Node node, TableRow& row) {
    const std::size_t columns = span_of(node, "colspan", kWidest, false);
    const std::size_t rows = span_of(node, "rowspan", kTallest, true);
    const Cell cell{markup::plain_line(node), node.is("th"), ++origins_, false};
    for (std::size_t i = 0; i < columns; ++i) {
      if (row.size() == kWidest) {
        grid_.is_cut = true;
        return;
      }
      // Where a cell from above stands in the way, the two overlap: the later one counts, as in a browser.
      if (hanging_.size() <= row.size()) hanging_.resize(row.size() + 1);
      hanging_[row.size()] = {cell, rows - 1};
      row.push_back(cell);
    }
  }

  std::size_t most_rows_;
  Grid grid_;
  std::vector<Hanging> hanging_;
  std::size_t origins_ = 0;
};

}  // namespace

Grid grid_of(Node table, std::size_t most_rows) {
  Builder builder(most_rows);
  builder.table(table);
  return builder.take();
}

}  // namespace tracker::parse
