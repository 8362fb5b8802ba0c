// One row of CSV as RFC 4180 has it: CRLF, quotes where a field has a quote, comma, CR, LF or outer space.
#pragma once

#include <string>
#include <vector>

namespace sitegen::data {

/// The row with its line end. Exact: what a CSV reader reads back are the same bytes. (Text that a spreadsheet would
/// take for a formula is not touched here; that is what a spreadsheet-safe twin is for.)
std::string csv_row(const std::vector<std::string>& fields);

}  // namespace sitegen::data
