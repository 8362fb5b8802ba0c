// Statements, rows and transactions. Opening stands in connection.cpp, the words of failures in failure.cpp.
#include "tracker/db/sqlite.h"

#include <limits>
#include <stdexcept>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/db/connection.h"

namespace tracker::db {
namespace {

int bind_one(sqlite3_stmt* statement, int place, const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value.any()))
    return sqlite3_bind_int64(statement, place, *number);
  if (const auto* text = std::get_if<std::string_view>(&value.any())) {
    const char* const bytes = text->data() ? text->data() : "";  // a null pointer would be bound as NULL
    return sqlite3_bind_text64(statement, place, bytes, text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  return sqlite3_bind_null(statement, place);
}

/// What the column holds is not what our own SQL can have put there.
[[noreturn]] void fail_column(const Prepared& prepared, int column, const char* wanted) {
  static constexpr const char* kNames[] = {"nothing", "an integer", "a real number", "text", "bytes", "NULL"};
  const int found = sqlite3_column_type(prepared.handle, column);
  const char* const sql = sqlite3_sql(prepared.handle);
  throw base::DataError("column " + std::to_string(column + 1) + " of \"" +
                            base::shorten(sql ? sql : "", 120) + "\" holds " + kNames[found] + " where " +
                            wanted + " is needed",
                        "delete " + prepared.connection->name + " and run `tracker rebuild`");
}

}  // namespace

Rows::~Rows() {
  sqlite3_reset(prepared_->handle);
  sqlite3_clear_bindings(prepared_->handle);
}

bool Rows::next() {
  const int code = sqlite3_step(prepared_->handle);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) fail(*prepared_->connection, code);
  return false;
}

std::optional<std::int64_t> Rows::maybe_integer(int column) const {
  const int type = sqlite3_column_type(prepared_->handle, column);
  if (type == SQLITE_NULL) return std::nullopt;
  if (type != SQLITE_INTEGER) fail_column(*prepared_, column, "an integer");
  return sqlite3_column_int64(prepared_->handle, column);
}

std::optional<std::string> Rows::maybe_text(int column) const {
  const int type = sqlite3_column_type(prepared_->handle, column);
  if (type == SQLITE_NULL) return std::nullopt;
  if (type != SQLITE_TEXT) fail_column(*prepared_, column, "text");
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(prepared_->handle, column));
  return std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(prepared_->handle, column)));
}

std::int64_t Rows::integer(int column) const {
  const auto value = maybe_integer(column);
  if (!value) fail_column(*prepared_, column, "an integer");
  return *value;
}

int Rows::small_integer(int column) const {
  const auto value = integer(column);
  if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max())
    fail_column(*prepared_, column, "a small integer");
  return static_cast<int>(value);
}

std::string Rows::text(int column) const {
  auto value = maybe_text(column);
  if (!value) fail_column(*prepared_, column, "text");
  return *std::move(value);
}

int Rows::column_count() const {
  return sqlite3_column_count(prepared_->handle);
}

std::string Rows::column_name(int column) const {
  const char* const name = sqlite3_column_name(prepared_->handle, column);
  return name ? name : "";
}

void Statement::bind(const Value* values, std::size_t count) {
  sqlite3_stmt* const statement = prepared_->handle;
  if (sqlite3_stmt_busy(statement)) throw std::logic_error("the statement is already being read");
  if (static_cast<std::size_t>(sqlite3_bind_parameter_count(statement)) != count)
    throw std::logic_error(std::string("wrong number of values for ") + sqlite3_sql(statement));
  for (std::size_t i = 0; i < count; ++i) {
    const int code = bind_one(statement, static_cast<int>(i) + 1, values[i]);
    if (code != SQLITE_OK) fail(*prepared_->connection, code);
  }
}

std::int64_t Statement::run_bound(const Value* values, std::size_t count) {
  bind(values, count);
  Rows rows(prepared_);
  while (rows.next()) {
  }
  return sqlite3_changes64(prepared_->connection->handle);
}

void Database::execute(const std::string& sql) {
  db::execute(*connection_, sql);
}

Statement Database::prepare(std::string_view sql) {
  auto prepared = std::make_shared<Prepared>(connection_);
  const int code = sqlite3_prepare_v3(connection_->handle, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &prepared->handle, nullptr);
  if (code != SQLITE_OK) fail(*connection_, code);
  return Statement(std::move(prepared));
}

std::int64_t Database::integer(std::string_view sql) {
  auto statement = prepare(sql);
  auto rows = statement.rows();
  if (!rows.next()) throw base::DataError("no row for " + std::string(sql));
  return rows.integer(0);
}

std::optional<std::string> Database::find_damage() {
  auto statement = prepare("PRAGMA quick_check(1)");
  auto rows = statement.rows();
  if (!rows.next()) return "the check gave no answer";
  const std::string answer = rows.text(0);
  if (answer == "ok") return std::nullopt;
  return answer;
}

const std::string& Database::name() const {
  return connection_->name;
}

Transaction::Transaction(Database& database) : connection_(database.connection_) {
  execute(*connection_, "BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!connection_) return;
  // SQLite has already rolled back by itself after some failures (disk full); a second time would be an
  // error.
  if (!sqlite3_get_autocommit(connection_->handle))
    sqlite3_exec(connection_->handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  execute(*connection_, "COMMIT");
  connection_.reset();
}

}  // namespace tracker::db
