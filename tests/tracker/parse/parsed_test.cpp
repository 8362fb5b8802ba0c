#include "tracker/parse/parsed.h"

#include "tests/support/catch.h"
#include "tests/support/thrown.h"
#include "tracker/base/error.h"

using namespace tracker;

namespace {

parse::Parsed full() {
  parse::Parsed parsed;
  parsed.outcome = model::ReadingOutcome::PartMissing;
  parsed.detail = "d";
  parsed.title = "t";
  parsed.encoding = "UTF-8";
  parsed.encoding_rule = "bom";
  parsed.pages = {"one two", "", "три"};
  parsed.entries = {{.url = "https://a.example/", .id = "i", .title = "t", .text = "x", .published = base::Instant(std::chrono::seconds(5))}, {}};
  parsed.next = {"https://a.example/2"};
  parse::CourtRow row;
  row.case_number = "7594-25-00-1/7";
  row.written_number = "w";
  row.court = "c";
  row.judge = "j";
  row.parties = "p";
  row.articles = {"405.2"};
  row.hearing = "h";
  row.outcome = "o";
  row.date = base::PartialDate::parse("2025-01-15");
  row.moment = base::Instant(std::chrono::seconds(7));
  row.time = "10:30";
  row.zone = "Asia/Almaty";
  row.table = 1;
  row.row = 2;
  row.cells = {"a", ""};
  row.faults = {"f"};
  parsed.rows = {row, {}};
  parsed.has_canary = false;
  parsed.says_nothing = true;
  parsed.fingerprint = "captcha";
  parsed.left_out = {"l"};
  return parsed;
}

}  // namespace

TEST_CASE("what was read is the same after it was handed over") {
  CHECK(parse::parsed_from_json(parse::to_json(full())) == full());
  CHECK(parse::parsed_from_json(parse::to_json({})) == parse::Parsed{});
  CHECK(full().words() == 3);
  CHECK(full().row_count() == 2);
}

TEST_CASE("what a parser cannot have written is refused") {
  for (const char* json : {"", "[]", "{}", "{\"outcome\":\"x\"}", "{\"outcome\":\"read\",\"pages\":1}", "{\"outcome\":\"read\",\"pages\":[1]}",
                           "{\"outcome\":\"read\",\"rows\":[[]]}", "{\"outcome\":\"read\",\"has_canary\":1}",
                           "{\"outcome\":\"read\",\"entries\":[{\"published\":\"x\"}]}", "{\"outcome\":\"read\",\"rows\":[{\"table\":-1}]}",
                           "{\"outcome\":\"read\",\"x\":[[[[[[[[[[1]]]]]]]]]]}"}) {
    INFO(json);
    CHECK_THROWS_AS(parse::parsed_from_json(json), base::DataError);
  }
}
