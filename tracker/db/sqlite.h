// SQLite as C++: a connection, prepared statements, typed rows, transactions. Knows nothing of our tables.
// Every failure is one base::Error that says what was attempted and a hint that says what to do; bytes that
// are not what a database must be are a base::DataError.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace tracker::db {

struct Connection;  // connection.h, private to this folder
struct Prepared;

/// How long a call waits for another program that holds the file.
inline constexpr std::chrono::milliseconds kBusyTimeout{5000};

/// `Create` reads and writes, and makes the file where it is missing.
enum class Mode { ReadOnly, Create };

/// One parameter of a statement. Text is copied when it is bound.
class Value {
 public:
  using Any = std::variant<std::monostate, std::int64_t, std::string_view>;

  Value(std::nullopt_t) {}
  Value(std::string_view text) : any_(text) {}
  Value(const std::string& text) : any_(std::string_view(text)) {}
  Value(const char* text) : any_(std::string_view(text)) {}
  template <class Integer>
  requires std::is_integral_v<Integer> Value(Integer number) : any_(static_cast<std::int64_t>(number)) {}
  template <class T>
  Value(const std::optional<T>& value) {
    if (value) any_ = Value(*value).any_;
  }

  const Any& any() const { return any_; }

 private:
  Any any_;
};

/// The rows of one run of a statement. Columns count from 0. The statement is free again when this leaves
/// scope.
class Rows {
 public:
  explicit Rows(std::shared_ptr<Prepared> prepared) : prepared_(std::move(prepared)) {}
  ~Rows();
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;

  /// Goes to the next row, the first at first; false after the last.
  bool next();

  /// The plain getters throw base::DataError for NULL and for a value of another type.
  std::int64_t integer(int column) const;
  /// The same, and a value that no int can hold is an error.
  int small_integer(int column) const;
  std::string text(int column) const;
  /// These give nothing for NULL.
  std::optional<std::int64_t> maybe_integer(int column) const;
  std::optional<std::string> maybe_text(int column) const;

  int column_count() const;
  std::string column_name(int column) const;

 private:
  std::shared_ptr<Prepared> prepared_;
};

/// SQL that is compiled once and run often.
class Statement {
 public:
  explicit Statement(std::shared_ptr<Prepared> prepared) : prepared_(std::move(prepared)) {}

  /// Runs to the end and gives the number of rows it changed. As many values as the SQL has parameters.
  template <class... Values>
  std::int64_t run(const Values&... values) {
    const std::array<Value, sizeof...(values)> bound{Value(values)...};
    return run_bound(bound.data(), bound.size());
  }

  template <class... Values>
  Rows rows(const Values&... values) {
    const std::array<Value, sizeof...(values)> bound{Value(values)...};
    bind(bound.data(), bound.size());
    return Rows(prepared_);
  }

 private:
  void bind(const Value* values, std::size_t count);
  std::int64_t run_bound(const Value* values, std::size_t count);

  std::shared_ptr<Prepared> prepared_;
};

class Database {
 public:
  /// Opens the file and reads its first page, so that what is no database is found here. What a killed
  /// program left half written is taken back first. Throws base::Error where the file is missing (and may not
  /// be made), no regular file, locked longer than the timeout, not readable, or not writable though `mode`
  /// needs it; base::DataError where it is no database or damaged.
  Database(const std::filesystem::path& file, Mode mode,
           std::chrono::milliseconds busy_timeout = kBusyTimeout);
  /// An empty database that is gone with this value.
  static Database in_memory();

  /// One statement or several, without parameters and results.
  void execute(const std::string& sql);
  Statement prepare(std::string_view sql);
  /// The first column of the first row, which must be there.
  std::int64_t integer(std::string_view sql);
  /// Reads every page and says what does not fit; nothing where the file is whole.
  std::optional<std::string> find_damage();

  /// The file as messages name it.
  const std::string& name() const;

 private:
  friend class Transaction;
  explicit Database(std::shared_ptr<Connection> connection) : connection_(std::move(connection)) {}

  std::shared_ptr<Connection> connection_;
};

/// BEGIN IMMEDIATE now; rolled back when it leaves scope, unless committed. After a failed commit it is still
/// open.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  std::shared_ptr<Connection> connection_;
};

}  // namespace tracker::db
