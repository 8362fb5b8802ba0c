// Tables as JSON Lines: one object a row, keys in the order of the columns, null for what is not known.
#pragma once

#include <string>

#include "sitegen/data/table.h"

namespace sitegen::data {

std::string to_json_lines(const Table& table);

/// JSON text that is one line to every reader: U+0085, U+2028 and U+2029, which some take for line ends, are escaped. They
/// can only stand inside strings.
std::string one_line(std::string json);

}  // namespace sitegen::data
