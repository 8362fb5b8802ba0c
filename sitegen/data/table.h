// The record as tables, once for all formats: CSV, its spreadsheet-safe twin, JSON Lines, SQLite and the Data Package
// are written from the same rows and columns, so they cannot say different things.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sitegen/view/view.h"

namespace sitegen::data {

enum class Type {
  Text,
  Integer,
  Boolean,
  Edtf,    // a date that may be partial (ISO 8601-2): "2022-06~"
  Day,     // "2022-06-15"
  Moment,  // RFC 3339, UTC
  Address,
};

struct Column {
  std::string name;
  Type type = Type::Text;
  std::string description;  // one sentence in English, for the Data Package
  bool required = false;
  std::string refers_to;    // "people.id"; empty: to nothing
};

/// Nothing where it is not known.
using Cell = std::variant<std::monostate, std::string, long long, bool>;
using Row = std::vector<Cell>;
using RowSink = std::function<void(const Row&)>;

struct Table {
  std::string name;  // "people"; data/people.csv
  std::string title;
  std::string description;
  std::vector<Column> columns;
  std::vector<std::string> key;  // columns that name a row; empty where rows have no name
  std::function<void(const RowSink&)> each;  // every row, in the record's order; as many cells as columns
};

/// All tables of the newest version. Every one has a column `version`. The view must live as long.
std::vector<Table> tables(const view::View& view);

/// The cell as text for CSV: "yes" and "no" for booleans, nothing for what is not known.
std::string cell_text(const Cell& cell);

}  // namespace sitegen::data
