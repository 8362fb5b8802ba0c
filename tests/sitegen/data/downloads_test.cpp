// The downloads hold the same people, say one version, and can be read by any reader of CSV and JSON.
#include "sitegen/data/downloads.h"

#include <nlohmann/json.hpp>

#include <map>
#include <set>

#include "tests/sitegen/data/read_csv.h"
#include "tests/support/catch.h"
#include "tests/support/sample_record.h"
#include "tracker/base/text.h"
#include "tracker/report/person.h"

using namespace sitegen;
using Json = nlohmann::json;

namespace {

std::map<std::string, std::string> files_of(const view::View& view) {
  std::map<std::string, std::string> files;
  for (const auto& file : data::downloads(view)) files[file.path] = file.bytes;
  return files;
}

using Table = std::vector<std::map<std::string, std::string>>;

/// Rows by name of column; every row must be as long as the header.
Table table_of(const std::string& csv) {
  const auto rows = tests::read_csv(csv);
  REQUIRE_FALSE(rows.empty());
  Table table;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    REQUIRE(rows[i].size() == rows[0].size());
    auto& row = table.emplace_back();
    for (std::size_t column = 0; column < rows[0].size(); ++column) row[rows[0][column]] = rows[i][column];
    REQUIRE(row.size() == rows[0].size());
  }
  return table;
}

std::vector<Json> lines_of(const std::string& text) {
  std::vector<Json> lines;
  for (const auto line : tracker::base::split(text, '\n'))
    if (!line.empty()) lines.push_back(Json::parse(line));
  return lines;
}

std::string header_of(const std::string& csv) {
  return csv.substr(0, csv.find("\r\n"));
}

}  // namespace

TEST_CASE("the downloads are tables in all formats and every version, with the columns that outside tools know") {
  const auto files = files_of(tests::sample_view());
  for (const char* path : {"data/events.csv", "data/people.csv", "data/people.jsonl", "data/version.json",
                           "data/versions/000001.json", "data/versions/000002.json", "data/deltas/000002.jsonl",
                           "data/spreadsheet/people.csv", "data/events.jsonl", "data/list.sqlite", "data/list.jsonld",
                           "data/entities.ftm.json", "data/datapackage.json"}) {
    INFO(path);
    CHECK(files.contains(path));
  }
  CHECK_FALSE(files.contains("data/deltas/000001.jsonl"));
  CHECK(header_of(files.at("data/people.csv"))
            .rfind("id,name_en,name_ru,name_kk,also,sex,region,status,liberty,deprived_of_liberty,stage,since,last_"
                   "confirmed,last_confirmed_by,prosecuted,charges,cases,designations,version,",
                   0) == 0);
  CHECK(header_of(files.at("data/events.csv"))
            .rfind("owner,event,people,case,type,date,earliest,latest,charges,place,court,days,sentence,months,ban_months,"
                   "labour_hours,act,effect,certainty,source,locator,sources,version,",
                   0) == 0);
}

TEST_CASE("what the site does without is not made") {
  auto record = tests::sample_record();
  using tracker::model::Download;
  record.site.downloads = tracker::model::Downloads{{Download::Sqlite, Download::FollowTheMoney, Download::Deltas}};
  const auto files = files_of(view::make_view(record, tests::versions_of({tests::sample_record_before(), record}), {}));
  CHECK_FALSE(files.contains("data/list.sqlite"));
  CHECK_FALSE(files.contains("data/entities.ftm.json"));
  CHECK_FALSE(files.contains("data/deltas/000002.jsonl"));
  CHECK(files.contains("data/people.csv"));
}

TEST_CASE(
    "the same people stand in the table, in the lines and in the total, and no one else in the events") {
  const auto view = tests::sample_view();
  const auto files = files_of(view);
  const auto people = table_of(files.at("data/people.csv"));
  const auto lines = lines_of(files.at("data/people.jsonl"));
  const auto version = Json::parse(files.at("data/version.json"));
  REQUIRE(people.size() == view.record.people.size());
  REQUIRE(lines.size() == people.size());
  CHECK(version["persons"] == people.size());
  std::set<std::string> ids;
  int deprived = 0, prosecuted = 0;
  for (std::size_t i = 0; i < people.size(); ++i) {
    CHECK(people[i].at("id") == lines[i]["id"]);
    CHECK(people[i].at("status") == lines[i]["status"]);
    CHECK(people[i].at("since") == (lines[i]["since"].is_null() ? "" : lines[i]["since"].get<std::string>()));
    CHECK(people[i].at("version") == "2");
    ids.insert(people[i].at("id"));
    deprived += people[i].at("deprived_of_liberty") == "yes" ? 1 : 0;
    prosecuted += people[i].at("prosecuted") == "yes" ? 1 : 0;
  }
  CHECK(version["deprived_of_liberty"] == deprived);
  CHECK(version["prosecuted"] == prosecuted);
  for (const auto& event : table_of(files.at("data/events.csv")))
    for (const auto id : tracker::base::split(event.at("people"), ' ')) CHECK(ids.contains(std::string(id)));
}

TEST_CASE("a person's row says names, status, charges and cases") {
  const auto row = table_of(files_of(tests::sample_view()).at("data/people.csv"))[0];
  CHECK(row.at("id") == "xx-0001");
  CHECK(row.at("name_en") == "Test Person One");
  CHECK(row.at("name_ru") == "Проба Пробаев");
  CHECK(row.at("also") == "Proba Probayev");
  CHECK(row.at("region") == "north");
  CHECK(row.at("status") == "pretrial_detention");
  CHECK(row.at("deprived_of_liberty") == "yes");
  CHECK(row.at("charges") == "xx-cc:14.4 xx-cc:20");
  CHECK(row.at("cases") == "harbour");
  CHECK(row.at("designations") == "monitor-list");
}

TEST_CASE("events stand with their owner, their people and the days that their date allows") {
  const auto view = tests::sample_view();
  const auto events = table_of(files_of(view).at("data/events.csv"));
  std::size_t expected = 0;
  for (const auto& person : view.record.people) expected += person.events.size();
  for (const auto& of_case : view.record.cases) expected += of_case.events.size();
  CHECK(events.size() == expected);
  bool seen = false;
  for (const auto& event : events) {
    if (event.at("owner") != "case/harbour" || event.at("event") != "e2") continue;
    seen = true;
    CHECK(event.at("type") == "charges_reclassified");
    CHECK(event.at("people") == "xx-0001 xx-0003 xx-0006");
    CHECK(event.at("date") == "2023-12");
    CHECK(event.at("earliest") == "2023-12-01");
    CHECK(event.at("latest") == "2023-12-31");
    CHECK(event.at("charges") == "xx-cc:20");
    CHECK(event.at("source") == "report");
    CHECK(event.at("locator") == "ch. 3");
    CHECK(event.at("sources") == "1");
  }
  CHECK(seen);
}

TEST_CASE("the lines are those of `tracker list --json`, with the version") {
  const auto view = tests::sample_view();
  std::string expected;
  for (std::size_t i = 0; i < view.record.people.size(); ++i)
    {
      const auto law = view.law_of(view.record.people[i]);
      expected += tracker::report::list_entry(view.record, view.record.people[i], view.statuses[i], &law);
    }
  std::string lines = files_of(view).at("data/people.jsonl");
  const std::string version = ",\"version\":2}\n";
  for (auto at = lines.find(version); at != std::string::npos; at = lines.find(version, at)) lines.replace(at, version.size(), "}");
  CHECK(lines == expected);
}

TEST_CASE("the version file names the version that all of it is of") {
  const auto view = tests::sample_view();
  const auto version = Json::parse(files_of(view).at("data/version.json"));
  CHECK(version["version"] == 2);
  CHECK(version["hash"] == view.newest().hash.hex());
  CHECK(version["recorded"] == "2024-04-01T12:00:00Z");
  CHECK(version["as_of"] == "2024-04-01");
  CHECK(version["licence"] == "CC BY 4.0");
}

TEST_CASE("hostile names come through the downloads unchanged") {
  auto record = tests::sample_record();
  const std::string hostile = "=cmd|' /C calc'!A0, \"Test\"\n<script>";
  record.people[0].name.by_language["en"] = hostile;
  const auto view = view::make_view(record, tests::versions_of({record}), {});
  const auto files = files_of(view);
  CHECK(table_of(files.at("data/people.csv"))[0].at("name_en") == hostile);
  CHECK(lines_of(files.at("data/people.jsonl"))[0]["name"] == hostile);
}

TEST_CASE("an unknown name is an empty field, not a word") {
  const auto row = table_of(files_of(tests::sample_view()).at("data/people.csv"))[3];
  CHECK(row.at("id") == "xx-0004");
  CHECK(row.at("name_en").empty());
}

TEST_CASE("every version of the chain can be downloaded as the very file that was recorded") {
  const auto view = tests::sample_view();
  const auto files = files_of(view);
  for (const auto& version : view.versions) {
    const auto name = tracker::version::file_name(version.number);
    REQUIRE(files.contains("data/versions/" + name));
    const auto read = tracker::version::from_json(files.at("data/versions/" + name), name);
    CHECK(read.hash == version.hash);
    CHECK(tracker::version::hash_of(read) == version.hash);
  }
}
