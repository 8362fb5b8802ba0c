#include "tracker/rules/totals.h"

#include <numeric>

#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"
#include "tracker/rules/status.h"

namespace tests {

using namespace tracker;

TEST_CASE("persons, cases and prosecutions are counted apart") {
  auto record = tell("2022-01 arrested_pretrial in=c1; 2022-02 charged case=c2");
  add_person(record, "kz-2", "2022-01 charged case=c1");
  add_person(record, "kz-10", "2022-10-06 fined case=a1");
  add_person(record, "kz-3", "2022-10-06 detained; 2022-10-06 released");
  const auto as_of = day(kToday);
  const auto totals = rules::totals_of(record, rules::statuses_of(record, as_of), as_of);
  CHECK(totals.as_of == as_of);
  CHECK(totals.persons == std::vector<std::string>{"kz-1", "kz-2", "kz-3", "kz-10"});
  CHECK(totals.deprived == std::vector<std::string>{"kz-1", "kz-2"});
  CHECK(totals.prosecuted == std::vector<std::string>{"kz-1", "kz-2"});
  CHECK(totals.cases == 3);
  CHECK(totals.prosecutions == 3);
  CHECK(totals.by_display ==
        std::map<std::string, int>{{"pretrial_detention", 2}, {"fined", 1}, {"released", 1}});
}

TEST_CASE("somebody who died is not counted as deprived of liberty") {
  const auto record = tell("2022-01-05 detained; 2022-01-06 died");
  const auto totals = rules::totals_of(record, rules::statuses_of(record, day(kToday)), day(kToday));
  CHECK(totals.deprived.empty());
  CHECK(totals.by_display.at("died_in_custody") == 1);
}

TEST_CASE("a case that has not begun is not counted") {
  const auto record = tell("2023-05 charged case=c1");
  const auto totals = rules::totals_of(record, rules::statuses_of(record, day(kToday)), day(kToday));
  CHECK(totals.cases == 0);
  CHECK(totals.prosecutions == 0);
  CHECK(totals.prosecuted.empty());
}

TEST_CASE("the display states add up to the persons") {
  const auto record = tell("");
  const auto totals = rules::totals_of(record, rules::statuses_of(record, day(kToday)), day(kToday));
  CHECK(std::accumulate(totals.by_display.begin(), totals.by_display.end(), 0,
                        [](int sum, const auto& entry) { return sum + entry.second; }) == 1);
}

}  // namespace tests
