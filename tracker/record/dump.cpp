#include "tracker/record/dump.h"

#include <vector>

namespace tracker::record {
namespace {

std::string quoted(const std::string& name) {
  std::string text = "\"";
  for (const char c : name) {
    text += c;
    if (c == '"') text += c;
  }
  return text + '"';
}

std::vector<std::string> tables_of(db::Database& database) {
  std::vector<std::string> names;
  auto select = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  auto rows = select.rows();
  while (rows.next()) names.push_back(rows.text(0));
  return names;
}

std::string literals_of(db::Database& database, const std::string& table) {
  auto select = database.prepare("SELECT * FROM " + quoted(table) + " LIMIT 0");
  const auto rows = select.rows();
  std::string literals;
  for (int column = 0; column < rows.column_count(); ++column) {
    if (column > 0) literals += " || ' ' || ";
    const std::string name = rows.column_name(column);
    literals += "'" + name + "=' || quote(" + quoted(name) + ")";
  }
  return literals;
}

}  // namespace

std::string dump(db::Database& database) {
  std::string text;
  for (const auto& table : tables_of(database)) {
    auto select =
        database.prepare("SELECT " + literals_of(database, table) + " FROM " + quoted(table) + " ORDER BY 1");
    auto rows = select.rows();
    while (rows.next()) text += table + ' ' + rows.text(0) + '\n';
  }
  return text;
}

std::string dump_schema(db::Database& database) {
  std::string text;
  auto select = database.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name");
  auto rows = select.rows();
  while (rows.next()) text += rows.text(0) + ";\n";
  return text;
}

}  // namespace tracker::record
