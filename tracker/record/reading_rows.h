// Rows of readings, and of the health of sources that follows from them. Private to tracker/record.
#pragma once

#include <vector>

#include "tracker/db/sqlite.h"
#include "tracker/model/reading.h"
#include "tracker/record/store.h"

namespace tracker::record {

/// Makes the rows those of `readings`; the longest part at the beginning that is right already is not touched.
void write_readings(db::Database& database, const std::vector<model::Reading>& readings);
std::vector<model::Reading> read_readings(db::Database& database);

void delete_health(db::Database& database);
/// `sync` has a record and receipts.
void write_health(db::Database& database, const Sync& sync);

}  // namespace tracker::record
