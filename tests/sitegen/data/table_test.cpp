// One set of rows in every format.
#include "sitegen/data/table.h"

#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <set>

#include "sitegen/data/csv.h"
#include "sitegen/data/json_lines.h"
#include "sitegen/data/sqlite_file.h"
#include "tests/sitegen/data/read_csv.h"
#include "tests/sitegen/data/support.h"
#include "tests/sitegen/html/hostile.h"
#include "tests/support/catch.h"
#include "tracker/base/digest.h"
#include "tracker/base/text.h"

using namespace sitegen;
using Json = nlohmann::json;
using Rows = std::vector<std::vector<std::string>>;

namespace {

Rows rows_of(const data::Table& table) {
  Rows rows;
  table.each([&](const data::Row& row) {
    auto& texts = rows.emplace_back();
    for (const auto& cell : row) texts.push_back(data::cell_text(cell));
  });
  return rows;
}

std::string text_of(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  return value.is_string() ? value.get<std::string>() : value.dump();
}

Rows rows_of_lines(const data::Table& table, const std::string& lines) {
  Rows rows;
  for (const auto line : tracker::base::split(lines, '\n')) {
    if (line.empty()) continue;
    const auto object = Json::parse(line);
    REQUIRE(object.size() == table.columns.size());
    auto& row = rows.emplace_back();
    for (const auto& column : table.columns) row.push_back(text_of(object.at(column.name)));
  }
  return rows;
}

/// The bytes of a database, opened as they are.
struct Opened {
  explicit Opened(std::string file) : bytes(std::move(file)) {
    REQUIRE(sqlite3_open(":memory:", &handle) == SQLITE_OK);
    REQUIRE(sqlite3_deserialize(handle, "main", reinterpret_cast<unsigned char*>(bytes.data()),
                                static_cast<sqlite3_int64>(bytes.size()), static_cast<sqlite3_int64>(bytes.size()),
                                SQLITE_DESERIALIZE_READONLY) == SQLITE_OK);
  }
  ~Opened() { sqlite3_close(handle); }

  Rows query(const std::string& sql, const data::Table* table = nullptr) const {
    sqlite3_stmt* statement = nullptr;
    INFO(sqlite3_errmsg(handle));
    REQUIRE(sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    Rows rows;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      auto& row = rows.emplace_back();
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
        std::string value = text ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, i))) : "";
        if (table && text && table->columns[static_cast<std::size_t>(i)].type == data::Type::Boolean) value = value == "1" ? "yes" : "no";
        row.push_back(std::move(value));
      }
    }
    sqlite3_finalize(statement);
    return rows;
  }

  std::string bytes;
  sqlite3* handle = nullptr;
};

}  // namespace

TEST_CASE("CSV, JSON Lines and SQLite hold the same rows of every table, with one version") {
  const auto view = tests::sample_view();
  const auto files = tests::data_of(view);
  const Opened database(files.at("data/list.sqlite"));
  int tables = 0;
  for (const auto& table : data::tables(view)) {
    INFO(table.name);
    const auto rows = rows_of(table);
    auto csv = tests::read_csv(files.at("data/" + table.name + ".csv"));
    REQUIRE(csv.size() == rows.size() + 1);
    csv.erase(csv.begin());
    CHECK(csv == rows);
    if (table.name != "people") CHECK(rows_of_lines(table, files.at("data/" + table.name + ".jsonl")) == rows);
    CHECK(rows_of_lines(table, data::to_json_lines(table)) == rows);
    const auto stored = database.query("SELECT * FROM \"" + table.name + "\"", &table);
    CHECK(std::multiset<std::vector<std::string>>(stored.begin(), stored.end()) ==
          std::multiset<std::vector<std::string>>(rows.begin(), rows.end()));
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (table.columns[i].name == "version")
        for (const auto& row : rows) CHECK(row[i] == "2");
    ++tables;
  }
  CHECK(tables == 13);
  CHECK(database.query("SELECT value FROM about WHERE name = 'version'") == Rows{{"2"}});
  CHECK(database.query("PRAGMA user_version") == Rows{{"2"}});
  CHECK(database.query("PRAGMA integrity_check") == Rows{{"ok"}});
}

TEST_CASE("every row has a cell a column, what is required is there, and keys name one row each") {
  const auto view = tests::sample_view();
  for (const auto& table : data::tables(view)) {
    INFO(table.name);
    std::set<std::vector<std::string>> keys;
    std::size_t count = 0;
    table.each([&](const data::Row& row) {
      REQUIRE(row.size() == table.columns.size());
      std::vector<std::string> key;
      for (std::size_t i = 0; i < row.size(); ++i) {
        INFO(table.columns[i].name);
        if (table.columns[i].required) CHECK_FALSE(data::cell_text(row[i]).empty());
        if (std::find(table.key.begin(), table.key.end(), table.columns[i].name) != table.key.end())
          key.push_back(data::cell_text(row[i]));
      }
      keys.insert(key);
      ++count;
    });
    CHECK(count > 0);
    if (!table.key.empty()) CHECK(keys.size() == count);
  }
}

TEST_CASE("references lead to rows that exist") {
  const auto view = tests::sample_view();
  std::map<std::string, std::set<std::string>> values;  // "people.id" to its values
  const auto tables = data::tables(view);
  for (const auto& table : tables)
    table.each([&](const data::Row& row) {
      for (std::size_t i = 0; i < row.size(); ++i) values[table.name + "." + table.columns[i].name].insert(data::cell_text(row[i]));
    });
  int references = 0;
  for (const auto& table : tables)
    for (const auto& column : table.columns) {
      if (column.refers_to.empty()) continue;
      for (const auto& value : values.at(table.name + "." + column.name)) {
        INFO(table.name << "." << column.name << " = " << value);
        CHECK((value.empty() || values.at(column.refers_to).contains(value)));
        ++references;
      }
    }
  CHECK(references > 20);
}

TEST_CASE("the database has the same bytes for the same record, whichever SQLite wrote it") {
  const auto first = tests::data_of(tests::sample_view()).at("data/list.sqlite");
  CHECK(first == tests::data_of(tests::sample_view()).at("data/list.sqlite"));
  CHECK(first.substr(0, 15) == "SQLite format 3");
  CHECK(first.substr(96, 4) == std::string(4, '\0'));
}

TEST_CASE("the package names every table with its columns, its size and the digest of its bytes") {
  const auto view = tests::sample_view();
  const auto files = tests::data_of(view);
  const auto package = Json::parse(files.at("data/datapackage.json"));
  CHECK(package.at("$schema") == "https://datapackage.org/profiles/2.0/datapackage.json");
  CHECK(package.at("version") == "2");
  CHECK(package.at("resources").size() == 13);
  for (const auto& resource : package.at("resources")) {
    const auto& bytes = files.at("data/" + resource.at("path").get<std::string>());
    INFO(resource.at("path"));
    CHECK(resource.at("bytes") == bytes.size());
    CHECK(resource.at("hash") == "sha256:" + tracker::base::sha256(bytes).hex());
    const auto header = tests::read_csv(bytes).front();
    REQUIRE(resource.at("schema").at("fields").size() == header.size());
    for (std::size_t i = 0; i < header.size(); ++i) CHECK(resource["schema"]["fields"][i]["name"] == header[i]);
  }
}

TEST_CASE("hostile text is the same in every exact format") {
  for (const auto& text : tests::hostile_texts()) {
    if (tracker::base::first_invalid_utf8(text) || text.find('\0') != std::string::npos) continue;
    INFO(text);
    data::Table table;
    table.name = "people";
    table.columns = {{"id", data::Type::Text, "", true, ""}, {"case", data::Type::Text, "", false, ""}};
    table.key = {"id"};
    table.each = [&](const data::RowSink& sink) { sink({data::Cell(text), data::Cell()}); };
    const Rows expected = {{text, ""}};
    CHECK(tests::read_csv(data::to_csv(table)).back() == expected[0]);
    CHECK(rows_of_lines(table, data::to_json_lines(table)) == expected);
    CHECK(Opened(data::sqlite_file({table}, {}, 1)).query("SELECT * FROM people") == expected);
  }
}
