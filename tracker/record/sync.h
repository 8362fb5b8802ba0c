// The one transaction that changes the index. Apart from Writer, so that a test can give it a database that
// runs full. Private to tracker/record.
#pragma once

#include <vector>

#include "tracker/db/sqlite.h"
#include "tracker/record/store.h"

namespace tracker::record {

/// See Writer::sync.
void write_sync(db::Database& database, const Sync& sync);

/// Every indexed file, by path.
std::vector<IndexedFile> read_files(db::Database& database);

}  // namespace tracker::record
