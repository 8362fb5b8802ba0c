#include <fstream>

#include "tests/support/catch.h"
#include "tests/tracker/parse/support.h"

using namespace tracker;
using model::CourtField;
using tests::read;

namespace {

model::ColumnRule by_header(CourtField field, const char* header, const char* pattern = "") {
  model::ColumnRule rule;
  rule.field = field;
  rule.header = header;
  rule.pattern = {pattern, {}};
  return rule;
}

model::ColumnRule by_number(CourtField field, int number, const char* pattern = "") {
  auto rule = by_header(field, "", pattern);
  rule.number = number;
  return rule;
}

model::Source schedule() {
  auto source = tests::source_of(model::SourceKind::CourtSchedule);
  source.zone = "Asia/Almaty";
  source.columns = {by_header(CourtField::CaseNumber, "номер дела"), by_header(CourtField::Date, "дата"), by_header(CourtField::Time, "время"),
                    by_header(CourtField::Judge, "судья"), by_header(CourtField::Parties, "стороны"), by_header(CourtField::Articles, "статья")};
  return source;
}

parse::Zone almaty() {
  std::ifstream in("/usr/share/zoneinfo/Asia/Almaty", std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  std::string why;
  return *parse::Zone::parse("Asia/Almaty", bytes, why);
}

const char* const kSchedule = R"(<h1>Дела</h1><table class=menu><tr><td>Главная<td>Поиск</table>
<table><thead>
<tr><th rowspan=2>№<th rowspan=2>Номер  дела<th colspan=2>Заседание<th rowspan=2>СУДЬЯ<th rowspan=2>Стороны<th rowspan=2>Статья
<tr><th>Дата<th>Время</thead><tbody>
<tr><td colspan=7>Выдуманный районный суд
<tr><td>1<td>7594-24-00-1k/12<td rowspan=2>29.02.2024<td>10:30<td>Судьин С.<td>Ответчиков О.<td>405 ч. 2
<tr><td>2<td>7594-24-00-1/13<td>12.00<td>Судьин С.<td>Другой Д.<td>272 (2), 380
<tr><td>3<td>7594-24-00-1/14<td>01.03.2024<td>10:30<td><td><td>
</table>)";

}  // namespace

TEST_CASE("a court's table becomes rows by the heads of its columns") {
  const auto zone = almaty();
  const auto parsed = read(schedule(), {kSchedule}, &zone);
  REQUIRE(parsed.outcome == model::ReadingOutcome::Read);
  REQUIRE(parsed.rows.size() == 3);
  const auto& first = parsed.rows[0];
  CHECK(first.case_number == "7594-24-00-1к/12");
  CHECK(first.written_number == "7594-24-00-1k/12");
  CHECK(first.court == "Выдуманный районный суд");
  CHECK(first.judge == "Судьин С.");
  CHECK(first.parties == "Ответчиков О.");
  CHECK(first.articles == std::vector<std::string>{"405.2"});
  CHECK(first.date->edtf() == "2024-02-29");
  CHECK(first.time == "10:30");
  CHECK(base::to_rfc3339(first.moment.value()) == "2024-02-29T04:30:00Z");
  CHECK(first.zone == "Asia/Almaty");
  CHECK(first.table == 2);
  CHECK(first.row == 4);
  CHECK(first.faults.empty());
}

TEST_CASE("a day that spans two rows is that of both, and the zone's change of March 2024 counts") {
  const auto zone = almaty();
  const auto parsed = read(schedule(), {kSchedule}, &zone);
  REQUIRE(parsed.rows.size() == 3);
  CHECK(base::to_rfc3339(parsed.rows[1].moment.value()) == "2024-02-29T06:00:00Z");
  CHECK(parsed.rows[1].articles == std::vector<std::string>{"272.2", "380"});
  CHECK(base::to_rfc3339(parsed.rows[2].moment.value()) == "2024-03-01T05:30:00Z");
}

TEST_CASE("one cell may hold several fields, told apart by patterns") {
  auto source = tests::source_of(model::SourceKind::CourtCases);
  source.columns = {by_number(CourtField::CaseNumber, 1, "^\\S+"), by_number(CourtField::Date, 1, "от ([\\d.]+)"),
                    by_number(CourtField::Parties, 2), by_number(CourtField::Judge, 3), by_number(CourtField::Outcome, 4)};
  const auto parsed = read(source, {"<table><tr><td>7594-25-00-4/5229 от 15.01.2025<td>Истцов И.; Ответчиков О.<td>Судьин С."
                                    "<td>15.01.2025 - Дело принято к производству</table>"});
  REQUIRE(parsed.rows.size() == 1);
  CHECK(parsed.rows[0].case_number == "7594-25-00-4/5229");
  CHECK(parsed.rows[0].date->edtf() == "2025-01-15");
  CHECK_FALSE(parsed.rows[0].moment);
  CHECK(parsed.rows[0].outcome == "15.01.2025 - Дело принято к производству");
  CHECK(parsed.rows[0].faults.empty());
}

TEST_CASE("a page whose table has other columns is not read, and says so") {
  CHECK(read(schedule(), {"<table><tr><th>Номер дела<th>Дата</table>"}).detail == "no table has the columns that the source's file names");
  const auto none = read(schedule(), {"<p>По указанным данным ничего не найдено"});
  CHECK(none.outcome == model::ReadingOutcome::PartMissing);
  CHECK(none.detail == "there is no table");
}

TEST_CASE("a line without a case number is kept with its fault and its words") {
  auto source = tests::source_of(model::SourceKind::CourtCases);
  source.columns = {by_number(CourtField::CaseNumber, 1), by_number(CourtField::Judge, 2)};
  const auto parsed = read(source, {"<table><tr><td>без номера<td>Судьин С.<tr><td><td></table>"});
  REQUIRE(parsed.rows.size() == 1);
  CHECK(parsed.rows[0].cells == std::vector<std::string>{"без номера", "Судьин С."});
  CHECK(parsed.rows[0].faults.size() == 1);
}

TEST_CASE("a table with more rows than are read says so") {
  auto source = tests::source_of(model::SourceKind::CourtCases);
  source.columns = {by_number(CourtField::CaseNumber, 1), by_number(CourtField::Judge, 2)};
  std::string html = "<table>";
  for (int i = 0; i < 20'010; ++i) html += "<tr><td>7594-25-00-4/" + std::to_string(i) + "<td>x";
  const auto parsed = read(source, {html});
  CHECK(parsed.rows.size() == parse::kMostRows);
  CHECK(parsed.left_out == std::vector<std::string>{"a table is longer or wider than what is read"});
}

TEST_CASE("a court that says that it finds nothing needs no table") {
  auto source = schedule();
  source.expect = model::Expectation{};
  source.expect->nothing = {"ничего не найдено"};
  const auto parsed = read(source, {"<p>По указанным данным ничего не найдено"});
  CHECK(parsed.outcome == model::ReadingOutcome::Read);
  CHECK(parsed.says_nothing);
  CHECK(parsed.rows.empty());
}

TEST_CASE("a saved page of an import with columns is a court's table") {
  auto source = tests::source_of(model::SourceKind::Import);
  source.columns = {by_number(CourtField::CaseNumber, 1), by_number(CourtField::Judge, 2)};
  CHECK(read(source, {"<table><tr><td>7594-25-00-4/5<td>Судьин С.</table>", "text/html"}).rows.size() == 1);
}
