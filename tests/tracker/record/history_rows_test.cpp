#include "tracker/record/history_rows.h"

#include "tests/tracker/db/support.h"
#include "tests/tracker/record/support.h"

using namespace tracker;

namespace {

std::vector<version::Version> three_versions(const std::string& name = "Test Person One") {
  std::vector<version::Version> versions;
  version::State before;
  for (int i = 0; i < 3; ++i) {
    version::State after = before;
    after["person/kz-1"]["name.en"] = '"' + name + ' ' + std::to_string(i) + '"';
    if (i == 1) after["person/kz-2"]["sex"] = "\"male\"";
    if (i == 2) after.erase("person/kz-2");
    const auto previous = versions.empty() ? std::nullopt : std::optional(versions.back());
    versions.push_back(*version::make_version(previous, before, after, {}, {},
                                              {base::Instant(std::chrono::seconds(1000 * (i + 1))), "", {}},
                                              [] { return std::string(32, 'a'); }));
    before = after;
  }
  return versions;
}

model::Receipt receipt(const std::string& url) {
  model::Receipt made{.source = "news", .url = url, .outcome = model::FetchOutcome::Refused, .status = 404};
  made.headers["date"] = "today";
  return made;
}

/// Rows of changes go with their version.
db::Database tables_with_references() {
  auto database = tests::tables();
  database.execute("PRAGMA foreign_keys = ON");
  return database;
}

std::string json_of(const std::vector<version::Version>& versions) {
  std::string text;
  for (const auto& version : versions) text += version::to_json(version);
  return text;
}

}  // namespace

TEST_CASE("versions come back whole") {
  auto database = tests::tables();
  const auto versions = three_versions();
  record::write_versions(database, versions);
  CHECK(json_of(record::read_versions(database)) == json_of(versions));
  CHECK(tests::rows_of(database,
                       "SELECT number, recorded, previous IS NULL, note FROM version ORDER BY number") ==
        "1|1000|1|NULL\n2|2000|0|NULL\n3|3000|0|NULL\n");
  CHECK(tests::rows_of(
            database,
            "SELECT position, operation, entity, field, value, withheld FROM change WHERE version = 3 "
            "ORDER BY position") == "0|" + std::string(model::code_of(model::Operation::Modify)) +
                                        "|person/kz-1|name.en|\"Test Person One 2\"|0\n1|" +
                                        std::string(model::code_of(model::Operation::Delete)) +
                                        "|person/kz-2|sex|NULL|0\n");
}

TEST_CASE("a value that was withheld leaves the rows of its version and no other") {
  auto database = tables_with_references();
  auto versions = three_versions();
  record::write_versions(database, versions);
  database.execute("UPDATE version SET note = 'mark'");
  versions[0].changes[0].value.reset();
  versions[0].changes[0].salt.clear();
  record::write_versions(database, versions);
  CHECK(tests::rows_of(database, "SELECT number, note FROM version ORDER BY number") ==
        "1|NULL\n2|mark\n3|mark\n");
  CHECK(tests::rows_of(database, "SELECT value, withheld FROM change WHERE version = 1") == "NULL|1\n");
  CHECK(json_of(record::read_versions(database)) == json_of(versions));
}

TEST_CASE("versions that are gone from the folder are gone from the index") {
  auto database = tables_with_references();
  record::write_versions(database, three_versions());
  auto versions = three_versions("Another Test Person");
  versions.pop_back();
  record::write_versions(database, versions);
  CHECK(json_of(record::read_versions(database)) == json_of(versions));
  record::write_versions(database, {});
  CHECK(record::read_versions(database).empty());
}

TEST_CASE("a version whose file has not changed is not looked at, unless its row is missing") {
  auto database = tables_with_references();
  const auto versions = three_versions();
  record::write_versions(database, versions);
  database.execute("UPDATE version SET json = 'mark' WHERE number < 3; DELETE FROM version WHERE number = 2");
  record::write_versions(database, versions, {1, 2});
  CHECK(tests::rows_of(database, "SELECT number, json = 'mark' FROM version ORDER BY number") ==
        "1|1\n2|0\n3|0\n");
}

TEST_CASE("receipts come back in their order, with all that was said") {
  auto database = tests::tables();
  auto full = receipt("https://example.org/a");
  full.final_url = "https://example.org/b";
  full.started = base::Instant(std::chrono::seconds(1'700'000'000));
  full.milliseconds = 12;
  full.outcome = model::FetchOutcome::Fetched;
  full.detail = "x";
  full.digest = base::sha256("bytes");
  full.bytes = 5'000'000'000;
  full.parent = "https://example.org/list";
  full.address = "192.0.2.1";
  full.wire_bytes = 6'000'000'000;
  full.attempts = 3;
  full.robots = model::RobotsDecision{false, "Disallow: /", base::sha256("rules"), full.started};
  full.chain = base::sha256("chain");
  record::write_receipts(database, {full, receipt("u2"), receipt("u2")});
  const auto read = record::read_receipts(database);
  REQUIRE(read.size() == 3);
  CHECK(read[0].final_url == full.final_url);
  CHECK(read[0].started == full.started);
  CHECK(read[0].milliseconds == 12);
  CHECK(read[0].outcome == full.outcome);
  CHECK(read[0].status == 404);
  CHECK(read[0].detail == "x");
  CHECK(read[0].digest == full.digest);
  CHECK(read[0].bytes == full.bytes);
  CHECK(read[0].headers == full.headers);
  CHECK(read[0].parent == full.parent);
  CHECK(read[0].address == full.address);
  CHECK(read[0].wire_bytes == full.wire_bytes);
  CHECK(read[0].attempts == 3);
  CHECK(read[0].robots == full.robots);
  CHECK(read[0].chain == full.chain);
  CHECK_FALSE(read[1].robots);
  CHECK(read[1].url == "u2");
  CHECK_FALSE(read[1].digest.has_value());
}

TEST_CASE("receipts are appended, and written again from the first that differs") {
  auto database = tests::tables();
  record::write_receipts(database, {receipt("a"), receipt("b")});
  database.execute("UPDATE receipt SET headers = '{\"date\":\"today\"}'");
  record::write_receipts(database, {receipt("a"), receipt("b"), receipt("c")});
  CHECK(tests::rows_of(database, "SELECT position, url FROM receipt ORDER BY position") == "0|a\n1|b\n2|c\n");
  record::write_receipts(database, {receipt("a"), receipt("x")});
  CHECK(tests::rows_of(database, "SELECT position, url FROM receipt ORDER BY position") == "0|a\n1|x\n");
}

TEST_CASE("a receipt that no program of ours wrote is damage") {
  auto database = tests::tables();
  record::write_receipts(database, {receipt("a")});
  const std::string damage =
      GENERATE("outcome = 'lost'", "digest = 'short'", "headers = '[]'", "milliseconds = 99999999999", "chain = 'short'",
               "robots_why = 'x', robots_asked = 1, robots_digest = 'short'");
  database.execute("UPDATE receipt SET " + damage);
  CHECK_THROWS_AS(record::read_receipts(database), base::DataError);
}

TEST_CASE("a history can be listed by its heads and entities, and the changes of one entity fetched with the values before") {
  auto database = tests::tables();
  const auto versions = three_versions();
  record::write_versions(database, versions);
  const auto heads = record::read_heads(database);
  REQUIRE(heads.size() == 3);
  CHECK(heads[1].changes.empty());
  CHECK(heads[1].hash == versions[1].hash);
  CHECK(heads[1].headline.persons.current == versions[1].headline.persons.current);
  CHECK(record::read_version_file(database, 2) == version::to_json(versions[1]));

  std::vector<std::string> told;
  for (const auto& [number, summary] : record::read_entities(database))
    told.push_back(std::to_string(number) + " " + summary.entity + " " +
                   std::string(model::code_of(summary.operation)) + " " + std::to_string(summary.changes));
  CHECK(told == std::vector<std::string>{"1 person/kz-1 ADD 1", "2 person/kz-1 MOD 1", "2 person/kz-2 ADD 1",
                                         "3 person/kz-1 MOD 1", "3 person/kz-2 DEL 1"});

  auto query = record::changes_query(database);
  const auto changes = record::read_changes(query, 3, "person/kz-1");
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].field == "name.en");
  CHECK(changes[0].before == "\"Test Person One 1\"");
  CHECK(changes[0].after == "\"Test Person One 2\"");
  const auto gone = record::read_changes(query, 3, "person/kz-2");
  REQUIRE(gone.size() == 1);
  CHECK(gone[0].operation == model::Operation::Delete);
  CHECK(gone[0].before == "\"male\"");
  CHECK_FALSE(gone[0].after);
  CHECK(record::read_changes(query, 9, "person/kz-1").empty());
  CHECK_THROWS_AS(record::read_version_file(database, 9), base::Error);
}
