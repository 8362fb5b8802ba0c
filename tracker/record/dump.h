// A database as text, to compare two of them. Private to tracker/record.
#pragma once

#include <string>

#include "tracker/db/sqlite.h"

namespace tracker::record {

/// Every row of every table, a line each: the table, then its columns as SQL literals; tables by name, rows
/// by value.
std::string dump(db::Database& database);

/// The SQL of every table, index and view, by name: what the golden file of the schema holds.
std::string dump_schema(db::Database& database);

}  // namespace tracker::record
