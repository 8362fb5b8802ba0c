// Private to tracker/db: the two handles of SQLite with owners that close them, and the one place where a
// result code becomes an exception.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <sqlite3.h>

namespace tracker::db {

struct Connection {
  explicit Connection(std::string shown) : name(std::move(shown)) {}
  ~Connection() { sqlite3_close_v2(handle); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  std::string name;
  sqlite3* handle = nullptr;
};

struct Prepared {
  explicit Prepared(std::shared_ptr<Connection> owner) : connection(std::move(owner)) {}
  ~Prepared() { sqlite3_finalize(handle); }
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;

  std::shared_ptr<Connection> connection;
  sqlite3_stmt* handle = nullptr;
};

/// Throws what the code means for the file, in words, with a hint. `detail` is SQLite's own message.
[[noreturn]] void fail(int code, const std::string& name, std::string_view detail);

/// Throws for the connection's last failure.
[[noreturn]] void fail(const Connection& connection, int code);

/// Runs SQL without parameters and results.
void execute(Connection& connection, const std::string& sql);

/// Opens `path`, of which nothing has been read yet; messages call it `name`.
std::shared_ptr<Connection> open_connection(const std::string& path, const std::string& name, int flags,
                                            int busy_milliseconds);

}  // namespace tracker::db
