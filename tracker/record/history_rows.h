// Rows of versions and receipts. Both lists only grow, save that a withheld value is taken out of versions
// that are already there. Private to tracker/record.
#pragma once

#include <set>
#include <vector>

#include "tracker/db/sqlite.h"
#include "tracker/model/receipt.h"
#include "tracker/record/store.h"
#include "tracker/version/version.h"

namespace tracker::record {

/// Makes the rows those of `versions`; rows that are right already are not touched. `settled` are numbers
/// whose file has not changed since it was indexed: they are not even looked at, so that an update does not
/// cost what a history weighs.
void write_versions(db::Database& database, const std::vector<version::Version>& versions,
                    const std::set<int>& settled = {});
/// Makes the rows those of `receipts`; the longest part at the beginning that is right already is not
/// touched.
void write_receipts(db::Database& database, const std::vector<model::Receipt>& receipts);

std::vector<version::Version> read_versions(db::Database& database);
/// Versions without their changes.
std::vector<version::Version> read_heads(db::Database& database);
/// What every version did to every entity, by version, in the order of its changes.
std::vector<EntityRow> read_entities(db::Database& database);
/// The query of `read_changes`, prepared once for many calls.
db::Statement changes_query(db::Database& database);
std::vector<ChangeRow> read_changes(db::Statement& query, int version, const std::string& entity);
/// The bytes of its file.
std::string read_version_file(db::Database& database, int number);
std::vector<model::Receipt> read_receipts(db::Database& database);

}  // namespace tracker::record
