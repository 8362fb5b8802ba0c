// A file's identity and its way from one shape of the tables to the next: numbered SQL steps, forward only,
// each in one transaction together with the number it leads to.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "tracker/db/sqlite.h"

namespace tracker::db {

/// What the program knows of its tables. Step i leads from version i to version i + 1.
struct Schema {
  std::int32_t application_id = 0;  // in the header of every file of ours; not 0
  std::span<const std::pair<std::string_view, std::string_view>> steps;  // name of the file, its SQL

  int newest() const { return static_cast<int>(steps.size()); }
};

/// Brings the file to the newest version; an empty one gets all of the steps. Throws base::Error, and leaves
/// the file as it is, where it belongs to another program, is newer than the program, or a step fails (the
/// steps before it stay).
void migrate(Database& database, const Schema& schema);

/// Throws base::Error unless the file is ours and of the newest version: what a reader needs, who may not
/// migrate.
void require_current(Database& database, const Schema& schema);

}  // namespace tracker::db
