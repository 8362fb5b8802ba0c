// The tables as one SQLite database.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sitegen/data/table.h"

namespace sitegen::data {

/// The bytes of a database with these tables, and a table `about` of names and values. The same tables give the same
/// bytes, whichever version of SQLite writes them. `version` stands in PRAGMA user_version.
/// Throws base::Error where SQLite cannot hold it (no memory).
std::string sqlite_file(const std::vector<Table>& tables, const std::vector<std::pair<std::string, std::string>>& about,
                        int version);

}  // namespace sitegen::data
