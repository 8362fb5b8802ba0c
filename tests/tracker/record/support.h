// What the tests of rows share.
#pragma once

#include <string>

#include "tracker/db/migrate.h"
#include "tracker/db/sqlite.h"
#include "tracker/record/open.h"

namespace tests {

/// An empty database with our tables. References need not hold: a test of one kind of row writes only that
/// kind.
inline tracker::db::Database tables() {
  auto database = tracker::db::Database::in_memory();
  tracker::db::migrate(database, tracker::record::schema());
  database.execute("PRAGMA foreign_keys = OFF");
  return database;
}

/// The rows of a query, "a|b" a line, with NULL written out.
inline std::string rows_of(tracker::db::Database& database, const std::string& sql) {
  auto select = database.prepare(sql);
  auto rows = select.rows();
  std::string text;
  while (rows.next()) {
    for (int column = 0; column < rows.column_count(); ++column) {
      if (column > 0) text += '|';
      try {
        text += rows.maybe_text(column).value_or("NULL");
      } catch (const std::exception&) {
        text += std::to_string(rows.integer(column));
      }
    }
    text += '\n';
  }
  return text;
}

}  // namespace tests
