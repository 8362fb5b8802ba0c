// Opening a file: what is checked before SQLite sees it, the settings every connection has, and the taking
// back of what a killed program left half written.
#include "tracker/db/connection.h"

#include "tracker/base/error.h"
#include "tracker/db/sqlite.h"

namespace tracker::db {
namespace {

namespace fs = std::filesystem;

// All pragmas of the project. The record must survive a power cut (synchronous FULL); one file with nothing
// beside it opens read-only anywhere (rollback journal, not WAL); what is deleted may have been withheld, so
// it is overwritten (secure_delete); what a file says about itself is not trusted, because anybody may have
// sent it (trusted_schema, cell_size_check).
const char* const kSettings =
    "PRAGMA foreign_keys = ON;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA secure_delete = ON;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA cell_size_check = ON;";

void look_at(const fs::path& file, Mode mode) {
  std::error_code error;
  const auto status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found) {
    if (mode == Mode::ReadOnly) throw base::Error("no database at " + file.string(), "run `tracker update`");
    return;
  }
  if (error) throw base::Error(file.string() + " cannot be looked at: " + error.message());
  if (status.type() == fs::file_type::directory)
    throw base::Error(file.string() + " is a folder, not a database", "give the path of a file");
  // Opening a pipe or a device would wait for ever.
  if (status.type() != fs::file_type::regular)
    throw base::Error(file.string() + " is not an ordinary file", "give the path of a file");
}

void apply_settings(Connection& connection) {
  sqlite3_db_config(connection.handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  execute(connection, kSettings);
}

int read_first_page(Connection& connection) {
  return sqlite3_exec(connection.handle, "PRAGMA schema_version", nullptr, nullptr, nullptr);
}

// A journal that a killed writer left is undone by the first connection that may write; a reading one may
// not.
void take_back(const std::string& path, const std::string& name, int busy_milliseconds) {
  const auto writer = open_connection(path, name, SQLITE_OPEN_READWRITE, busy_milliseconds);
  if (const int code = read_first_page(*writer); code != SQLITE_OK) fail(*writer, code);
}

}  // namespace

void execute(Connection& connection, const std::string& sql) {
  const int code = sqlite3_exec(connection.handle, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(connection, code);
}

std::shared_ptr<Connection> open_connection(const std::string& path, const std::string& name, int flags,
                                            int busy_milliseconds) {
  auto connection = std::make_shared<Connection>(name);
  const int code = sqlite3_open_v2(path.c_str(), &connection->handle,
                                   flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  if (code != SQLITE_OK) fail(*connection, code);
  sqlite3_busy_timeout(connection->handle, busy_milliseconds);
  return connection;
}

Database::Database(const fs::path& file, Mode mode, std::chrono::milliseconds busy_timeout) {
  look_at(file, mode);
  // An absolute path: "file:…" and ":memory:" would mean something else to SQLite.
  const std::string path = fs::absolute(file).string();
  const int flags =
      mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int wait = static_cast<int>(busy_timeout.count());
  connection_ = open_connection(path, file.string(), flags, wait);
  int code = read_first_page(*connection_);
  if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY) {
    take_back(path, file.string(), wait);
    code = read_first_page(*connection_);
  }
  if (code != SQLITE_OK) fail(*connection_, code);
  apply_settings(*connection_);
  if (mode == Mode::ReadOnly) return;
  // SQLite opens a file that it may not write as read-only and says so only at the first write.
  if (sqlite3_db_readonly(connection_->handle, "main") == 1) fail(SQLITE_READONLY, file.string(), "");
  execute("PRAGMA journal_mode = DELETE");
}

Database Database::in_memory() {
  const auto connection =
      open_connection(":memory:", "in memory", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, 0);
  apply_settings(*connection);
  return Database(connection);
}

}  // namespace tracker::db
