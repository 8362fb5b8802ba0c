// From the words of a line to its fields: for tables and for CSV files alike. A private header of this folder.
#pragma once

#include <map>
#include <string>

#include "tracker/model/enums.h"
#include "tracker/parse/court_row.h"
#include "tracker/parse/zone.h"

namespace tracker::parse {

using FieldWords = std::map<model::CourtField, std::string>;

/// What cannot be read is a fault of the row, never a guess; the words stay in its cells.
CourtRow court_row(const FieldWords& words, const Zone* zone);

/// "272 ч. 2, 405" or "ст.ст. 272 (2), 380": article and part as "272.2". Only figures that stand as an article does.
std::vector<std::string> articles_in(const std::string& text);

}  // namespace tracker::parse
