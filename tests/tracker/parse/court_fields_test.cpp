#include "tracker/parse/court_fields.h"

#include "tests/support/catch.h"

using namespace tracker::parse;
using tracker::model::CourtField;

TEST_CASE("articles of a cell are number and part") {
  using Articles = std::vector<std::string>;
  CHECK(articles_in("ст. 272 ч. 2, 405 ч.2 УК РК") == Articles{"272.2", "405.2"});
  CHECK(articles_in("272 (2); 380(1)") == Articles{"272.2", "380.1"});
  CHECK(articles_in("174.1") == Articles{"174.1"});
  CHECK(articles_in("269-1 ч.1") == Articles{"269-1.1"});
  CHECK(articles_in("405-бап 2-бөлік").size() <= 2);
  CHECK(articles_in("488 488").size() == 1);
  CHECK(articles_in("15.01.2025 7594-25-00-4/215").empty());
  CHECK(articles_in("").empty());
}

TEST_CASE("what a line does not say is empty, and what cannot be read is a fault with its words") {
  const auto row = court_row({{CourtField::CaseNumber, "дело без номера"}, {CourtField::Date, "завтра"}, {CourtField::Time, "утром"}}, nullptr);
  CHECK(row.case_number.empty());
  CHECK(row.written_number == "дело без номера");
  CHECK(row.faults == std::vector<std::string>{"\"дело без номера\" holds no case number", "\"завтра\" holds no day in figures",
                                               "\"утром\" holds no time"});
  CHECK(court_row({}, nullptr).faults.empty());
}
