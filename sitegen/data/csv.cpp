#include "sitegen/data/csv.h"

namespace sitegen::data {
namespace {

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string csv_field(const std::string& text) {
  const bool outer_space = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (!outer_space && text.find_first_of(",\"\r\n") == std::string::npos) return text;
  return in_quotes(text);
}

bool begins_formula(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n\"'");
  if (first == std::string_view::npos) return false;
  text.remove_prefix(first);
  // U+FF1D, U+FF0B, U+FF0D, U+FF20: spreadsheets of East Asia take them for the plain signs.
  for (const std::string_view sign : {"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"})
    if (text.starts_with(sign)) return true;
  return false;
}

template <class Make>
std::string table_text(const Table& table, Make make) {
  std::vector<std::string> fields;
  for (const auto& column : table.columns) fields.push_back(column.name);
  std::string out = make(fields);
  table.each([&](const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i) fields[i] = cell_text(row[i]);
    out += make(fields);
  });
  return out;
}

}  // namespace

std::string csv_row(const std::vector<std::string>& fields) {
  std::string row;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i) row += ',';
    row += csv_field(fields[i]);
  }
  return row + "\r\n";
}

std::string spreadsheet_text(std::string_view text) {
  std::string out;
  if (begins_formula(text) || (!text.empty() && (text.front() == '\t' || text.front() == '\r' || text.front() == '\n')))
    out = "'";
  while (!text.empty()) {
    const auto cut = text.find_first_of(";\t\r\n");
    if (cut == std::string_view::npos) break;
    out += text.substr(0, cut + 1);
    text.remove_prefix(cut + 1);
    if (begins_formula(text)) out += '\'';
  }
  return out += text;
}

std::string spreadsheet_row(const std::vector<std::string>& fields) {
  std::string row;
  for (std::size_t i = 0; i < fields.size(); ++i) row += (i ? "," : "") + in_quotes(spreadsheet_text(fields[i]));
  return row + "\r\n";
}

std::string to_csv(const Table& table) { return table_text(table, csv_row); }

std::string to_spreadsheet_csv(const Table& table) { return "\xEF\xBB\xBF" + table_text(table, spreadsheet_row); }

}  // namespace sitegen::data
