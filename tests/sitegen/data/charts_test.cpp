#include "sitegen/data/charts.h"

#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

TEST_CASE("the charts' numbers are files too, with the same numbers") {
  const auto view = tests::sample_view();
  const auto files = sitegen::data::chart_files(view);
  REQUIRE(files.size() == 2);
  CHECK(files[0].path == "data/charts/over-time.csv");
  CHECK(files[0].bytes.starts_with("month,deprived,deprived_unconfirmed,prosecuted,scope_change\r\n"));
  const auto last = view.months().back();
  CHECK(files[0].bytes.ends_with("2024-04,3," + std::to_string(last.unconfirmed) + "," +
                                 std::to_string(last.prosecuted) + ",\r\n"));
  CHECK(files[0].bytes.find("2023-03,") != std::string::npos);
  CHECK(files[0].bytes.find(",yes\r\n") != std::string::npos);
  CHECK(files[1].bytes.find("article,xx-cc:12,4\r\n") != std::string::npos);
  CHECK(files[1].bytes.find("status,wanted,1\r\n") != std::string::npos);
}
