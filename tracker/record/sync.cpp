#include "tracker/record/sync.h"

#include <set>
#include <stdexcept>

#include "tracker/base/error.h"
#include "tracker/record/columns.h"
#include "tracker/record/content_rows.h"
#include "tracker/record/derived_rows.h"
#include "tracker/record/history_rows.h"
#include "tracker/record/reading_rows.h"
#include "tracker/rules/status.h"

namespace tracker::record {
namespace {

/// Versions whose file is indexed and not among those that changed.
std::set<int> settled_versions(db::Database& database, const Sync& sync) {
  std::set<std::string> indexed;
  auto select = database.prepare("SELECT path FROM file WHERE kind = 'version' ORDER BY path");
  auto rows = select.rows();
  while (rows.next()) indexed.insert(rows.text(0));
  for (const auto& file : sync.changed) indexed.erase(file.path);
  std::set<int> settled;
  for (const auto& version : *sync.versions)
    if (indexed.contains("versions/" + version::file_name(version.number))) settled.insert(version.number);
  return settled;
}

/// Whether the content is what the newest version says, as of that version's day.
bool is_recorded(const Sync& sync) try {
  if (sync.versions->empty()) return false;
  version::State recorded;
  for (const auto& version : *sync.versions) version::apply(recorded, version);
  version::State now = version::state_of(*sync.record);
  const auto day = base::day_of(sync.versions->back().recorded);
  version::add_derived(now, *sync.record,
                       day == sync.as_of ? *sync.statuses : rules::statuses_of(*sync.record, day));
  return now == recorded;
} catch (const base::DataError&) {
  return false;  // a chain that does not hold says nothing; `verify` tells where it breaks
}

void write_meta(db::Database& database, const Sync& sync) {
  auto write = database.prepare(
      "INSERT INTO meta (key, value) VALUES (?, ?) "
      "ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value");
  write.run("as_of", base::to_iso(sync.as_of));
  write.run("recorded", is_recorded(sync) ? "yes" : "no");
}

struct BrokenReference {
  std::string table;
  std::optional<std::int64_t> row;
  std::string parent;
  std::int64_t key = 0;
};

std::optional<BrokenReference> first_broken_reference(db::Database& database) {
  auto check =
      database.prepare("SELECT \"table\", rowid, parent, fkid FROM pragma_foreign_key_check LIMIT 1");
  auto rows = check.rows();
  if (!rows.next()) return std::nullopt;
  return BrokenReference{rows.text(0), rows.maybe_integer(1), rows.text(2), rows.integer(3)};
}

/// SQLite says only that a reference fails, not which; this finds out, while the transaction is still open.
[[noreturn]] void fail_reference(db::Database& database, const BrokenReference& broken) {
  auto columns =
      database.prepare("SELECT \"from\" FROM pragma_foreign_key_list(?) WHERE id = ? ORDER BY seq DESC");
  std::string column;
  {
    auto rows = columns.rows(broken.table, broken.key);
    if (rows.next()) column = rows.text(0);
  }
  std::string value;
  if (!column.empty() && broken.row) {
    auto select = database.prepare("SELECT \"" + column + "\" FROM \"" + broken.table + "\" WHERE rowid = ?");
    auto rows = select.rows(*broken.row);
    if (rows.next()) value = rows.maybe_text(0).value_or("");
  }
  throw base::DataError("the content names the " + broken.parent + " \"" + value + "\" (" + broken.table +
                            "." + column + "), which is not there",
                        "run `tracker check`; nothing was changed");
}

void commit(db::Database& database, db::Transaction& transaction) {
  try {
    transaction.commit();
  } catch (const base::Error&) {
    if (const auto broken = first_broken_reference(database)) fail_reference(database, *broken);
    throw;
  }
}

void require_whole(const Sync& sync) {
  if (!sync.record || !sync.statuses || !sync.versions || !sync.receipts)
    throw std::invalid_argument("a sync needs the whole record, its statuses, versions and receipts");
  if (sync.record->people.size() != sync.statuses->size())
    throw std::invalid_argument("a sync needs one status a person");
}

}  // namespace

void write_sync(db::Database& database, const Sync& sync) {
  require_whole(sync);
  db::Transaction transaction(database);
  // Files refer to each other and are written one after the other: what counts is how things stand at the
  // end.
  database.execute("PRAGMA defer_foreign_keys = ON");
  delete_derived(database);
  delete_health(database);
  ContentRows content(database, *sync.record);
  // All rows go before any comes: an id may have moved from one file to another.
  for (const auto& path : sync.removed) content.remove(path);
  for (const auto& file : sync.changed) content.remove(file.path);
  for (const auto& file : sync.changed) content.write(file);
  write_derived(database, sync);
  write_versions(database, *sync.versions, settled_versions(database, sync));
  write_receipts(database, *sync.receipts);
  write_readings(database, sync.readings ? *sync.readings : std::vector<model::Reading>{});
  write_health(database, sync);
  write_meta(database, sync);
  commit(database, transaction);
}

std::vector<IndexedFile> read_files(db::Database& database) {
  std::vector<IndexedFile> files;
  auto select = database.prepare("SELECT path, kind, digest, document FROM file ORDER BY path");
  auto rows = select.rows();
  while (rows.next()) {
    const auto digest = base::Digest::from_hex(rows.text(2));
    if (!digest)
      throw base::DataError("the index holds no digest for " + rows.text(0),
                            "delete it and run `tracker rebuild`");
    files.push_back({rows.text(0), rows.text(1), *digest, rows.text(3)});
  }
  return files;
}

}  // namespace tracker::record
