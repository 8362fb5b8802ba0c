#include "sitegen/view/over_time.h"

#include <algorithm>

#include "sitegen/view/view.h"

#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

using namespace sitegen::view;

namespace {

Month month(const std::vector<Month>& months, const std::string& code) {
  const auto found =
      std::find_if(months.begin(), months.end(), [&](const Month& one) { return one.code == code; });
  REQUIRE(found != months.end());
  return *found;
}

}  // namespace

TEST_CASE("the last month has the headlines of the newest version") {
  const View view = tests::sample_view();
  const auto months = view.months();
  REQUIRE_FALSE(months.empty());
  CHECK(months.back().code == "2024-04");
  CHECK(months.back().deprived == static_cast<int>(view.totals.deprived.size()));
  CHECK(months.back().prosecuted == static_cast<int>(view.totals.prosecuted.size()));
}

TEST_CASE("months follow each other without a gap from the first thing that happened") {
  const auto months = tests::sample_view().months();
  CHECK(months.front().code == "2019-10");
  CHECK(months.size() == 3 + 4 * 12 + 4);
  CHECK(month(months, "2019-12").deprived == 1);
}

TEST_CASE("who was held for part of a month and free at its end does not count in it") {
  const auto months = tests::sample_view().months();
  // Six was under arrest for fifteen days of November 2022; only Four, held since that month, was added.
  CHECK(month(months, "2022-11").deprived == month(months, "2022-10").deprived + 1);
}

TEST_CASE("what nobody confirmed for a year is counted as unconfirmed from then on") {
  const auto months = tests::sample_view().months();
  CHECK(month(months, "2023-01").unconfirmed == 0);
  CHECK(months.back().unconfirmed == 2);
}

TEST_CASE("months in which the scope of the list changed are those that have words for it") {
  CHECK(scope_changes(tests::sample_record()) == std::vector<std::string>{"2023-03"});
}

TEST_CASE("an empty list has one month, and nobody in it") {
  auto record = tests::sample_record();
  record.people.clear();
  record.cases.clear();
  const auto months = make_view(record, tests::versions_of({record}), {}).months();
  REQUIRE(months.size() == 1);
  CHECK(months.front().deprived == 0);
}
