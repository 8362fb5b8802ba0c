#include "tests/support/catch.h"
#include "tests/tracker/parse/support.h"

using namespace tracker;
using tests::read;

TEST_CASE("notices come in as CSV, by the codes of fields") {
  const auto source = tests::source_of(model::SourceKind::Import);
  const auto parsed = read(source, {"case_number;date;time;judge;remark\n7594-25-00-1/7;15.01.2025;10:30;Судьин С.;x\n\nбез номера;;;;\n", "text/csv"});
  REQUIRE(parsed.rows.size() == 2);
  CHECK(parsed.rows[0].case_number == "7594-25-00-1/7");
  CHECK(parsed.rows[0].date->edtf() == "2025-01-15");
  CHECK(parsed.rows[0].row == 2);
  CHECK(parsed.rows[1].row == 4);
  CHECK(parsed.rows[1].faults.size() == 1);
  CHECK(parsed.left_out == std::vector<std::string>{"the column \"remark\" is not known"});
}

TEST_CASE("… or by the heads that the source's rules name") {
  auto source = tests::source_of(model::SourceKind::Import);
  model::ColumnRule rule;
  rule.header = "Номер дела";
  source.columns = {rule};
  CHECK(read(source, {"НОМЕР  ДЕЛА,x\n7594-25-00-1/7,y\n", "text/csv"}).rows.size() == 1);
}

TEST_CASE("a CSV without case numbers is unreadable") {
  const auto parsed = read(tests::source_of(model::SourceKind::Import), {"a,b\n1,2\n", "text/csv"});
  CHECK(parsed.outcome == model::ReadingOutcome::Unreadable);
  CHECK(parsed.detail == "the first line of the CSV names no column case_number");
}
