#include "sitegen/data/sqlite_file.h"

#include <sqlite3.h>

#include <memory>

#include "tracker/base/error.h"

namespace sitegen::data {
namespace {

struct Close {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

/// "TIZM": tells the file from other databases (PRAGMA application_id).
constexpr int kApplication = 0x54495A4D;

[[noreturn]] void fail(sqlite3* handle) {
  throw tracker::base::Error(std::string("data: cannot make the SQLite file: ") + sqlite3_errmsg(handle));
}

void check(sqlite3* handle, int result) {
  if (result != SQLITE_OK && result != SQLITE_DONE) fail(handle);
}

void execute(sqlite3* handle, const std::string& sql) {
  check(handle, sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr));
}

Statement prepare(sqlite3* handle, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  check(handle, sqlite3_prepare_v2(handle, sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr));
  return Statement(statement);
}

/// Names of tables and columns are ours; quoted all the same, because "case" is a word of SQL.
std::string name(const std::string& text) { return '"' + text + '"'; }

std::string create(const Table& table) {
  std::string sql = "CREATE TABLE " + name(table.name) + " (";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto& column = table.columns[i];
    const bool is_number = column.type == Type::Integer || column.type == Type::Boolean;
    sql += (i ? ", " : "") + name(column.name) + (is_number ? " INTEGER" : " TEXT") + (column.required ? " NOT NULL" : "");
  }
  for (std::size_t i = 0; i < table.key.size(); ++i) sql += (i ? ", " : ", PRIMARY KEY (") + name(table.key[i]);
  return sql + (table.key.empty() ? ")" : "))") + " STRICT";
}

void bind(sqlite3* handle, sqlite3_stmt* statement, int index, const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    check(handle, sqlite3_bind_text64(statement, index, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8));
  } else if (const auto* number = std::get_if<long long>(&cell)) {
    check(handle, sqlite3_bind_int64(statement, index, *number));
  } else if (const auto* flag = std::get_if<bool>(&cell)) {
    check(handle, sqlite3_bind_int64(statement, index, *flag ? 1 : 0));
  } else {
    check(handle, sqlite3_bind_null(statement, index));
  }
}

void insert_row(sqlite3* handle, sqlite3_stmt* statement, const Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) bind(handle, statement, static_cast<int>(i) + 1, row[i]);
  check(handle, sqlite3_step(statement));
  check(handle, sqlite3_reset(statement));
}

std::string insert_into(const std::string& table, std::size_t columns) {
  std::string sql = "INSERT INTO " + name(table) + " VALUES (";
  for (std::size_t i = 0; i < columns; ++i) sql += i ? ",?" : "?";
  return sql + ")";
}

}  // namespace

std::string sqlite_file(const std::vector<Table>& tables, const std::vector<std::pair<std::string, std::string>>& about,
                        int version) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  const Database database(opened);
  sqlite3* const handle = database.get();
  check(handle, result);
  execute(handle, "PRAGMA page_size=4096; PRAGMA encoding='UTF-8'; PRAGMA application_id=" + std::to_string(kApplication) +
                      "; PRAGMA user_version=" + std::to_string(version) + "; BEGIN");
  execute(handle, "CREATE TABLE about (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT");
  {
    const auto insert = prepare(handle, insert_into("about", 2));
    for (const auto& [key, value] : about) insert_row(handle, insert.get(), {Cell(key), Cell(value)});
  }
  for (const auto& table : tables) {
    execute(handle, create(table));
    const auto insert = prepare(handle, insert_into(table.name, table.columns.size()));
    table.each([&](const Row& row) { insert_row(handle, insert.get(), row); });
  }
  execute(handle, "COMMIT");

  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> bytes(sqlite3_serialize(handle, "main", &size, 0), &sqlite3_free);
  if (!bytes) fail(handle);
  std::string file(reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size));
  // Bytes 96 to 99 name the version of SQLite that wrote the file (sqlite.org/fileformat2.html, 1.3.14) and mean nothing to
  // readers; with them zero, the bytes are those of the record alone.
  if (file.size() >= 100) file.replace(96, 4, 4, '\0');
  return file;
}

}  // namespace sitegen::data
