// Rows that follow from the content as a whole. They are always all written anew: what one file says can
// change what is true of any person. Private to tracker/record.
#pragma once

#include "tracker/db/sqlite.h"
#include "tracker/record/store.h"

namespace tracker::record {

void delete_derived(db::Database& database);

/// `sync` has a record and one status for each of its people.
void write_derived(db::Database& database, const Sync& sync);

}  // namespace tracker::record
