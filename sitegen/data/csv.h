// One row of CSV as RFC 4180 has it: CRLF, quotes where a field has a quote, comma, CR, LF or outer space; and its twin
// for people who open tables in a spreadsheet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sitegen/data/table.h"

namespace sitegen::data {

/// The row with its line end. Exact: what a CSV reader reads back are the same bytes. (Text that a spreadsheet would
/// take for a formula is not touched here; that is what the spreadsheet-safe twin is for.)
std::string csv_row(const std::vector<std::string>& fields);

/// The row as no spreadsheet can run it: every field in quotes, and an apostrophe before what a spreadsheet could take for
/// a formula (= + - @, their full-width forms, a tab or a line end, also after spaces, and after a semicolon or a line end
/// inside, where some spreadsheets begin a new cell).
std::string spreadsheet_row(const std::vector<std::string>& fields);
std::string spreadsheet_text(std::string_view text);

/// The table with its header.
std::string to_csv(const Table& table);
/// The same rows; begins with a byte order mark, without which spreadsheets misread other alphabets.
std::string to_spreadsheet_csv(const Table& table);

}  // namespace sitegen::data
