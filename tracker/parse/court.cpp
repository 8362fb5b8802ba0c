// Tables of courts, by the column rules of the source's file.
#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <memory>

#include "tracker/base/text.h"
#include "tracker/markup/selector.h"
#include "tracker/parse/case_number.h"
#include "tracker/parse/court_fields.h"
#include "tracker/parse/folded.h"
#include "tracker/parse/kinds.h"
#include "tracker/parse/table.h"

namespace tracker::parse {
namespace {

using markup::Node;
using model::ColumnRule;

constexpr std::size_t kHeadRows = 10;  // where a head is looked for

/// All places of a row are one cell: a heading between rows.
bool is_heading(const TableRow& row) {
  return !row.empty() && std::all_of(row.begin(), row.end(), [&](const Cell& cell) { return cell.origin == row[0].origin; });
}

/// Which column each rule reads, and the row behind the head.
struct Layout {
  std::vector<std::size_t> columns;  // one a rule
  std::size_t first_row = 0;
};

std::optional<Layout> layout_of(const Grid& grid, const std::vector<ColumnRule>& rules) {
  Layout layout;
  bool by_header = false;
  for (const auto& rule : rules) by_header = by_header || !rule.header.empty();
  if (!by_header) {
    for (const auto& rule : rules) layout.columns.push_back(static_cast<std::size_t>(std::max(rule.number.value_or(1), 1) - 1));
    while (layout.first_row < grid.rows.size() && !grid.rows[layout.first_row].empty() &&
           std::all_of(grid.rows[layout.first_row].begin(), grid.rows[layout.first_row].end(), [](const Cell& c) { return c.is_head; }))
      ++layout.first_row;
    return layout;
  }
  // A head may take several rows: the words of a column are those of all of them.
  std::vector<std::string> heads;
  std::vector<std::size_t> last_origin;
  for (std::size_t r = 0; r < std::min(kHeadRows, grid.rows.size()); ++r) {
    const auto& row = grid.rows[r];
    if (is_heading(row)) continue;
    if (heads.size() < row.size()) heads.resize(row.size());
    last_origin.resize(heads.size());
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (last_origin[c] == row[c].origin) continue;
      last_origin[c] = row[c].origin;
      heads[c] += ' ' + folded(row[c].text);
    }
    layout.columns.clear();
    for (const auto& rule : rules) {
      const std::string wanted = folded(rule.header);
      const auto found = std::find_if(heads.begin(), heads.end(),
                                      [&](const std::string& head) { return head.find(wanted) != std::string::npos; });
      if (rule.header.empty()) layout.columns.push_back(static_cast<std::size_t>(std::max(rule.number.value_or(1), 1) - 1));
      else if (found != heads.end()) layout.columns.push_back(static_cast<std::size_t>(found - heads.begin()));
    }
    if (layout.columns.size() == rules.size()) {
      layout.first_row = r + 1;
      // Cells of the head that reach further down belong to it.
      while (layout.first_row < grid.rows.size() &&
             std::any_of(grid.rows[layout.first_row].begin(), grid.rows[layout.first_row].end(),
                         [](const Cell& cell) { return cell.is_head && cell.is_continued; }))
        ++layout.first_row;
      return layout;
    }
  }
  return std::nullopt;
}

/// What a rule takes from the words of its cell.
std::string value_of(const ColumnRule& rule, const std::string& cell, std::map<std::string, std::unique_ptr<re2::RE2>>& compiled) {
  if (rule.pattern.empty()) return cell;
  auto& pattern = compiled[rule.pattern.text];
  if (!pattern) pattern = std::make_unique<re2::RE2>(rule.pattern.text, re2::RE2::Quiet);
  if (!pattern->ok()) return {};
  re2::StringPiece part[2];
  const int groups = std::min(pattern->NumberOfCapturingGroups(), 1);
  if (!pattern->Match(re2::StringPiece(cell.data(), cell.size()), 0, cell.size(), re2::RE2::UNANCHORED, part, groups + 1)) return {};
  const auto& taken = part[groups];
  return std::string(base::trim(std::string_view(taken.data() ? taken.data() : "", taken.size())));
}

class TableReader {
 public:
  TableReader(const Input& input, Parsed& parsed) : input_(input), parsed_(parsed) {}

  void read(const Grid& grid, const Layout& layout, int table) {
    std::string heading;
    for (std::size_t r = layout.first_row; r < grid.rows.size(); ++r) {
      const auto& row = grid.rows[r];
      if (row.empty()) continue;
      if (is_heading(row) && input_.source.columns.size() > 1) {
        heading = row[0].text;  // often the court that the rows below are of
        continue;
      }
      if (parsed_.rows.size() == kMostRows) return leave_out("more than " + std::to_string(kMostRows) + " rows: the rest is left out", parsed_);
      FieldWords words;
      for (std::size_t i = 0; i < input_.source.columns.size(); ++i) {
        const auto& rule = input_.source.columns[i];
        if (layout.columns[i] >= row.size()) continue;
        const std::string value = value_of(rule, row[layout.columns[i]].text, compiled_);
        auto& field = words[rule.field];
        if (!value.empty()) field += (field.empty() ? "" : " ") + value;
      }
      if (!words.contains(model::CourtField::Court) && !heading.empty()) words[model::CourtField::Court] = heading;
      CourtRow made = court_row(words, input_.zone);
      made.table = table;
      made.row = static_cast<int>(r) + 1;
      for (std::size_t c = 0; c < row.size(); ++c)
        if (c == 0 || row[c].origin != row[c - 1].origin) made.cells.push_back(row[c].text);
      if (std::all_of(made.cells.begin(), made.cells.end(), [](const auto& cell) { return cell.empty(); })) continue;
      parsed_.rows.push_back(std::move(made));
    }
    if (grid.is_cut) leave_out("a table is longer or wider than what is read", parsed_);
  }

 private:
  const Input& input_;
  Parsed& parsed_;
  std::map<std::string, std::unique_ptr<re2::RE2>> compiled_;
};

std::vector<Node> tables_in(const std::vector<Node>& parts) {
  std::string why;
  static const auto selector = markup::Selector::parse("table", why);
  std::vector<Node> tables;
  for (const auto& part : parts) {
    if (part.is("table")) tables.push_back(part);
    for (const auto table : selector->select(part))
      if (std::find(tables.begin(), tables.end(), table) == tables.end() && tables.size() < 200) tables.push_back(table);
  }
  return tables;
}

}  // namespace

void read_court(const Input& input, Parsed& parsed) {
  const std::string text = decode_into(input, markup::Syntax::Html, parsed);
  const auto document = tree_of(text, parsed);
  if (!document) return;
  const auto parts = parts_of(input, *document, parsed);
  add_words(input, *document, parts, parsed);
  if (parsed.outcome != model::ReadingOutcome::Read) return;
  TableReader reader(input, parsed);
  int number = 0;
  bool any = false;
  for (const auto table : tables_in(parts)) {
    ++number;
    const Grid grid = grid_of(table, kMostRows);
    const auto layout = layout_of(grid, input.source.columns);
    if (!layout) continue;
    any = true;
    reader.read(grid, *layout, number);
  }
  if (any) return;
  parsed.outcome = model::ReadingOutcome::PartMissing;
  parsed.detail = number == 0 ? "there is no table" : "no table has the columns that the source's file names";
}

}  // namespace tracker::parse
