// Opening our database: identity, version, and the damage that a look at every page can find. Private to
// tracker/record.
#pragma once

#include <chrono>
#include <filesystem>

#include "tracker/db/migrate.h"
#include "tracker/db/sqlite.h"
#include "tracker/record/store.h"

namespace tracker::record {

/// "TZIM" in ASCII. It stands at offset 68 of the file, where `file` and SQLite's own tools look for it.
inline constexpr std::int32_t kApplicationId = 0x545A494D;

/// What this program knows of the tables: schema/*.sql, compiled in.
db::Schema schema();

db::Database open_to_read(const std::filesystem::path& file,
                          std::chrono::milliseconds busy_timeout = db::kBusyTimeout, Look look = Look::All);
/// Makes the file and its folder where they are missing, and brings the tables up to date.
db::Database open_to_write(const std::filesystem::path& file,
                           std::chrono::milliseconds busy_timeout = db::kBusyTimeout);

}  // namespace tracker::record
