#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"

namespace tests {

const Rows& amnesty_rows() {
  static const Rows kRows = {
      {"requested", "2022-07 sentenced case=c1 kind=imprisonment; 2022-11 amnesty_requested case=c1 act=act",
       "imprisoned imprisoned verdict_not_in_force since 2022-07 by e1, amnesty pending"},
      {"refused",
       "2022-07 sentenced case=c1 kind=imprisonment; 2022-11 amnesty_requested case=c1 act=act; 2022-12 "
       "amnesty_refused case=c1 act=act",
       "imprisoned imprisoned verdict_not_in_force since 2022-07 by e1, amnesty refused"},
      {"freed",
       "2022-07 sentenced case=c1 kind=imprisonment; 2022-11 amnesty_granted case=c1 act=act effect=freed",
       "amnestied released verdict_not_in_force since 2022-11 by e2, amnesty granted freed"},
      {"a reduced term goes on",
       "2022-07 sentenced case=c1 kind=imprisonment; 2022-11 amnesty_granted case=c1 act=act effect=reduced",
       "imprisoned imprisoned verdict_not_in_force since 2022-07 by e1, amnesty granted reduced"},
      {"released after a reduced term",
       "2022-07 sentenced case=c1 kind=imprisonment; 2022-11 amnesty_granted case=c1 act=act effect=reduced; "
       "2022-11 released",
       "amnestied released verdict_not_in_force since 2022-11 by e3, amnesty granted reduced"},
      {"the doors open a week later",
       "2022-07 sentenced case=c1 kind=imprisonment; 2022-11-03 amnesty_granted case=c1 act=act "
       "effect=freed; 2022-11-10 released",
       "amnestied released verdict_not_in_force since 2022-11-10 by e3, amnesty granted freed"},
      {"the case is closed under the act",
       "2022-01 house_arrest case=c1; 2022-11 amnesty_granted act=act effect=case_closed",
       "amnestied released closed since 2022-11 by e2, amnesty granted case_closed"},
      {"the conviction is lifted",
       "2022-07 sentenced case=c1 kind=restricted_freedom; 2022-11 amnesty_granted act=act "
       "effect=conviction_lifted",
       "amnestied released expunged since 2022-11 by e2, amnesty granted conviction_lifted"},
      {"a later detention is no amnesty",
       "2022-07 sentenced case=c1 kind=imprisonment; 2022-11 amnesty_granted case=c1 act=act effect=freed; "
       "2023-01 detained; 2023-01 released",
       "released released verdict_not_in_force since 2023-01 by e4, amnesty granted freed"},
      {"held in another case",
       "2022-07 sentenced case=c1 kind=imprisonment; 2022-08 arrested_pretrial case=c2; 2022-11 "
       "amnesty_granted case=c1 act=act effect=freed",
       "pretrial_detention pretrial_detention verdict_not_in_force since 2022-08 by e2, amnesty granted "
       "freed"},
  };
  return kRows;
}

TEST_CASE("what was said of an amnesty, and what it did") {
  check_rows(amnesty_rows());
}

TEST_CASE("each act has its own decision") {
  const auto told = status(
      "2022-07 sentenced case=c1 kind=imprisonment; 2021-12 amnesty_refused act=older; "
      "2022-11 amnesty_requested act=act");
  REQUIRE(told.amnesties.size() == 2);
  CHECK(told.amnesties[0].act == "older");
  CHECK(told.amnesties[0].decision == tracker::model::Decision::Refused);
  CHECK(told.amnesties[1].date->edtf() == "2022-11");
}

}  // namespace tests
