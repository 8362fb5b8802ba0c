#include "tracker/command/table.h"

#include <algorithm>

#include "tracker/base/text.h"

namespace tracker::command {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 12;

std::string pad(const std::string& text, std::size_t width) {
  const std::size_t taken = base::display_width(text);
  return taken >= width ? text : text + std::string(width - taken, ' ');
}

std::string fit(const std::string& text, std::size_t width) {
  if (base::display_width(text) <= width) return text;
  std::size_t keep = width;
  std::string cut = base::shorten(text, keep);
  while (base::display_width(cut) > width && keep > 1) cut = base::shorten(text, --keep);
  return cut;
}

std::vector<std::size_t> widths_of(const std::vector<Column>& columns, const std::vector<Row>& rows, std::size_t width) {
  std::vector<std::size_t> widths;
  for (const auto& column : columns) widths.push_back(base::display_width(column.title));
  for (const auto& row : rows)
    for (std::size_t i = 0; i < columns.size(); ++i)
      widths[i] = std::max(widths[i], base::display_width(row.cells[i]));
  std::size_t total = kGap * (columns.size() - 1);
  for (const auto taken : widths) total += taken;
  while (total > width) {
    // The widest column that gives way loses one; when none can, the lines are as long as they are.
    std::size_t widest = columns.size();
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i].gives_way && widths[i] > kNarrowest && (widest == columns.size() || widths[i] > widths[widest]))
        widest = i;
    if (widest == columns.size()) break;
    --widths[widest];
    --total;
  }
  return widths;
}

}  // namespace

void print_table(std::ostream& to, const std::vector<Column>& columns, const std::vector<Row>& given, int width,
                 bool colour) {
  std::vector<Row> rows = given;
  for (auto& row : rows)
    for (auto& cell : row.cells) {
      std::replace_if(cell.begin(), cell.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
      cell = base::visible(cell);
    }
  const auto widths = widths_of(columns, rows, static_cast<std::size_t>(std::max(width, 40)));

  const auto line = [&](const auto& cell_of) {
    std::string text;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i) text += std::string(kGap, ' ');
      text += pad(fit(cell_of(i), widths[i]), widths[i]);
    }
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
  };
  const char* const dim = colour ? "\x1b[2m" : "";
  const char* const bold = colour ? "\x1b[1m" : "";
  const char* const plain = colour ? "\x1b[0m" : "";
  to << dim << line([&](std::size_t i) { return columns[i].title; }) << plain << '\n';
  for (const auto& row : rows)
    to << (row.strong ? bold : "") << line([&](std::size_t i) { return row.cells[i]; }) << (row.strong ? plain : "")
       << '\n';
}

}  // namespace tracker::command
