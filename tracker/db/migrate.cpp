// Versions are SQLite's `user_version`, identity is its `application_id`: both stand in the file's header and
// take part in transactions.
#include "tracker/db/migrate.h"

#include "tracker/base/error.h"

namespace tracker::db {
namespace {

std::int64_t version_of(Database& database) {
  return database.integer("PRAGMA user_version");
}

bool is_empty(Database& database) {
  return version_of(database) == 0 && database.integer("PRAGMA application_id") == 0 &&
         database.integer("SELECT count(*) FROM sqlite_schema") == 0;
}

void require_ours(Database& database, const Schema& schema) {
  if (database.integer("PRAGMA application_id") != schema.application_id)
    throw base::DataError(database.name() + " is a database, but not a Tizim database",
                          "it belongs to another program: choose another file");
  const auto found = version_of(database);
  if (found > schema.newest())
    throw base::Error("the database " + database.name() + " was written by a newer program (its version is " +
                          std::to_string(found) + ", this program knows " + std::to_string(schema.newest()) +
                          ")",
                      "use the newer program, or delete the file and run `tracker rebuild`");
  if (found < 0)
    throw base::DataError("the database " + database.name() + " has version " + std::to_string(found),
                          "delete it and run `tracker rebuild`");
}

void take_step(Database& database, const Schema& schema, std::size_t index) {
  const auto& [name, sql] = schema.steps[index];
  try {
    Transaction transaction(database);
    // Another program may have been faster while this one waited for the lock.
    if (version_of(database) != static_cast<std::int64_t>(index)) return;
    database.execute(std::string(sql));
    database.execute("PRAGMA application_id = " + std::to_string(schema.application_id));
    database.execute("PRAGMA user_version = " + std::to_string(index + 1));
    transaction.commit();
  } catch (const base::Error& error) {
    throw base::Error("cannot bring " + database.name() + " to version " + std::to_string(index + 1) + " (" +
                          std::string(name) + "): " + error.what(),
                      error.hint());
  }
}

}  // namespace

void migrate(Database& database, const Schema& schema) {
  if (!is_empty(database)) require_ours(database, schema);
  for (auto version = version_of(database); version < schema.newest(); ++version)
    take_step(database, schema, static_cast<std::size_t>(version));
}

void require_current(Database& database, const Schema& schema) {
  if (is_empty(database))
    throw base::Error("the database " + database.name() + " is empty", "run `tracker update`");
  require_ours(database, schema);
  if (version_of(database) < schema.newest())
    throw base::Error("the database " + database.name() + " was written by an older program",
                      "run `tracker update`, which brings it up to date");
}

}  // namespace tracker::db
