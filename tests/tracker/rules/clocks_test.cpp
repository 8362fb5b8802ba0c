// Clocks in a country that does not exist.
#include "tests/support/catch.h"
#include "tests/tracker/rules/lawland.h"
#include "tests/tracker/rules/story.h"

using namespace tracker;
using Lines = std::vector<std::string>;
using tests::clocks;
using tests::lawland;

TEST_CASE("a term runs from the day it takes effect, less the credit for custody, by the institution") {
  // 2020-01-01 to 2020-04-10 are 100 days, and count for a day and a half each in a hard institution.
  CHECK(clocks(lawland("2020-01-01 arrested_pretrial case=c1 charges=10.3; 2020-03-01 sentenced case=c1 kind=imprisonment "
                       "months=60; 2020-04-10 appeal_upheld case=c1")) ==
        Lines{"earliest_parole 2022-05-13 medium", "end_of_term 2024-11-11 medium"});
  // … and for two in a soft one.
  CHECK(clocks(lawland("2020-01-01 arrested_pretrial case=c1 charges=10.2; 2020-03-01 sentenced case=c1 kind=imprisonment "
                       "months=12; 2020-04-10 appeal_upheld case=c1")) ==
        Lines{"earliest_parole 2020-04-01 medium", "end_of_term 2020-09-22 medium"});
}

TEST_CASE("house arrest counts by its own rate, and custody before it by its own") {
  // 10 days in custody (15), 100 days at home (50): 65 days of credit.
  CHECK(clocks(lawland("2020-01-01 arrested_pretrial case=c1 charges=10.3; 2020-01-11 house_arrest case=c1; 2020-04-20 "
                       "sentenced case=c1 kind=imprisonment months=36; 2020-04-20 entered_into_force case=c1")).back() ==
        "end_of_term 2023-02-14 medium");
}

TEST_CASE("partial dates give ranges, and what began where something else ended is one date") {
  CHECK(clocks(lawland("2020-01 sentenced case=c1 charges=10.3 kind=suspended months=12; 2020-02 appeal_upheld case=c1")) ==
        Lines{"end_of_probation 2021-02-01/2021-02-28 high"});
  // Held from the verdict to the appeal, whose month is all that is known: between 1 and 29 days, at a day and a half.
  CHECK(clocks(lawland("2020-01-31 sentenced case=c1 charges=10.3 kind=imprisonment months=36; 2020-02 appeal_upheld "
                       "case=c1")).back() == "end_of_term 2023-01-15/2023-01-30 medium");
}

TEST_CASE("a verdict of which it is not told when it took effect gives a first day and no last") {
  CHECK(clocks(lawland("2020-01-31 sentenced case=c1 charges=10.3 kind=suspended months=12 ban=24")) ==
        Lines{"end_of_probation 2021-01-31/.. low", "end_of_ban 2022-01-31/.. low"});
}

TEST_CASE("a ban beside prison begins at the end of the term, beside anything else with it") {
  CHECK(clocks(lawland("2020-01-01 sentenced case=c1 charges=10.3 kind=imprisonment months=24 ban=12; 2020-01-01 "
                       "entered_into_force case=c1")) ==
        Lines{"earliest_parole 2021-01-01 high", "end_of_term 2022-01-01 high", "end_of_ban 2023-01-01 high"});
}

TEST_CASE("a deferral ends on the day that a source gives, and nothing is served until then") {
  CHECK(clocks(lawland("2020-01-01 sentenced case=c1 charges=10.3 kind=imprisonment months=24; 2020-02-01 appeal_upheld "
                       "case=c1; 2020-02-01 sentence_deferred case=c1 until=2022-02-01")) ==
        Lines{"end_of_deferral 2022-02-01 told"});
}

TEST_CASE("a sentence that replaces what was left begins on its own day, without credit") {
  CHECK(clocks(lawland("2016 sentenced case=c1 charges=10.3 kind=restricted_freedom months=36; 2016 entered_into_force "
                       "case=c1; 2022-02-01 sentence_replaced case=c1 kind=imprisonment months=30")).back() ==
        "end_of_term 2024-08-01 high");
}

TEST_CASE("a further sentence begins where the earlier one ends") {
  const auto all = clocks(lawland("2020-01-01 sentenced case=c1 charges=10.3 kind=imprisonment months=60; 2020-01-01 "
                                  "entered_into_force case=c1; 2022-09-01 sentence_added case=c2 charges=10.3 "
                                  "kind=imprisonment months=84"));
  // From the further verdict to the end are 3409 days; half of them is 1705.
  CHECK(all == Lines{"earliest_parole 2027-05-03 high", "end_of_term 2032-01-01 high"});
}

TEST_CASE("two sentences together never come to more than the cap, which is longer with some crimes") {
  auto record = lawland("2020-01-01 sentenced case=c1 charges=10.3 kind=imprisonment months=60; 2020-01-01 "
                        "entered_into_force case=c1; 2022-09-01 sentence_added case=c2 charges=10.2 "
                        "kind=imprisonment months=228");
  CHECK(clocks(record) == Lines{"earliest_parole 2032-09-01 high", "end_of_term 2042-09-01 high"});  // 20 years from the verdict
  auto& cumulation = *tests::rules_of(record).cumulation;
  cumulation.longer_cap_months = 300;
  cumulation.longer_for = {"petty"};  // the further crime is one, the first is graver: either is enough
  CHECK(clocks(record).back() == "end_of_term 2044-01-01 high");
  cumulation.longer_for = {"trifle"};
  CHECK(clocks(record).back() == "end_of_term 2042-09-01 high");
}

TEST_CASE("what was left of an earlier sentence may be added in part: the range begins with the further term alone") {
  auto record = lawland("2020-01-01 sentenced case=c1 charges=10.3 kind=imprisonment months=60; 2020-01-01 "
                        "entered_into_force case=c1; 2022-09-01 sentence_added case=c2 charges=10.3 "
                        "kind=imprisonment months=24");
  tests::rules_of(record).cumulation->in_part = true;
  CHECK(clocks(record) == Lines{"earliest_parole 2023-09-02/2024-11-01 low", "end_of_term 2024-09-01/2027-01-01 low"});
}

TEST_CASE("parole is told as closed where the law closes it, and not before the shortest time") {
  auto record = lawland("2020-01-01 sentenced case=c1 charges=20.1 kind=imprisonment months=6; 2020-01-01 "
                        "entered_into_force case=c1");
  CHECK(clocks(record).front() == "earliest_parole 2020-04-01 high");  // a third would be 1 March
  const rules::LawBook book(record);
  const auto all = rules::clocks_of(record, record.people.front(), book, tests::day("2030-01-01"));
  std::string works;
  for (const auto& line : all.front().reckoning.lines) works += std::string(rules::code_of(line.work)) + ' ';
  CHECK(works == "effect term share floor sum bar_never ");
}

TEST_CASE("the time for prosecution runs from the act, for years by the grade, and never for some classes") {
  const auto of = [](const char* charge) {
    return clocks(lawland("2020-06 charged case=c1 charges=" + std::string(charge),
                          {{.id = "o1", .date = tests::date("2020-05-10"), .sources = {{.source = {"s1", {}}}}}}));
  };
  CHECK(of("10.1") == Lines{"limitation 2021-05-10 high"});
  CHECK(of("10.3") == Lines{"limitation 2025-05-10 high"});
  CHECK(of("10") == Lines{"limitation 2021-05-10/2025-05-10 high"});
  CHECK(of("20.1") == Lines{});
}

TEST_CASE("nothing runs for somebody who died, was acquitted or is out of reach") {
  const std::string story = "2020-01-01 sentenced case=c1 charges=10.3 kind=imprisonment months=24; 2020-01-01 "
                            "entered_into_force case=c1; ";
  CHECK(clocks(lawland(story + "2020-05 died")) == Lines{});
  CHECK(clocks(lawland("2020-01 charged case=c1 charges=10.3; 2020-03 acquitted case=c1")) == Lines{});
  CHECK(clocks(lawland("2019 wanted; 2020-01-01 sentenced case=c1 charges=10.3 kind=imprisonment months=24; 2020-01-01 "
                       "entered_into_force case=c1")) == Lines{});
}

TEST_CASE("what is not known yet on a day is not computed with") {
  const auto record = lawland("2020-01-01 sentenced case=c1 charges=10.3 kind=imprisonment months=24; 2020-03-01 "
                              "appeal_upheld case=c1");
  CHECK(clocks(record, "2020-02-01").back() == "end_of_term 2022-01-01/.. low");
  CHECK(clocks(record, "2019-01-01") == Lines{});
}
