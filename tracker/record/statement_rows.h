// Rows of what was read and proposed. Private to tracker/record.
#pragma once

#include <vector>

#include "tracker/db/sqlite.h"
#include "tracker/record/store.h"

namespace tracker::record {

std::vector<PageKey> read_page_keys(db::Database& database);
std::vector<propose::Told> read_told(db::Database& database);
/// One transaction each.
void write_pages(db::Database& database, const PageSync& sync);
void write_proposals(db::Database& database, const std::vector<propose::Proposal>& proposals);

}  // namespace tracker::record
