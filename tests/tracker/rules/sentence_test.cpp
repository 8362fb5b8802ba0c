#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"

namespace tests {

const Rows& sentence_rows() {
  static const Rows kRows = {
      {"imprisoned from the sentence",
       "2022-01-14 arrested_pretrial case=c1; 2022-07-15 sentenced case=c1 kind=imprisonment months=36",
       "imprisoned imprisoned verdict_not_in_force since 2022-07-15 by e2"},
      {"restricted freedom ends custody",
       "2022-01-14 arrested_pretrial case=c1; 2022-08-12 sentenced case=c1 kind=restricted_freedom months=36",
       "restricted_freedom restricted_freedom verdict_not_in_force since 2022-08-12 by e2"},
      {"a release after restricted freedom leaves it",
       "2022-01-14 arrested_pretrial case=c1; 2022-08-12 sentenced case=c1 kind=restricted_freedom "
       "months=36; 2022-08-12 released case=c1",
       "restricted_freedom restricted_freedom verdict_not_in_force since 2022-08-12 by e2"},
      {"the calendar ends no sentence",
       "2019-05-05 sentenced case=c1 kind=restricted_freedom months=12; 2019-06-05 entered_into_force "
       "case=c1",
       "restricted_freedom restricted_freedom in_force since 2019-05-05 by e1"},
      {"the newer of two sentences at liberty",
       "2020-11-20 sentenced case=c1 kind=restricted_freedom months=12 labour=100; 2023-01-24 sentenced "
       "case=c2 kind=restricted_freedom months=12 labour=100 ban=36",
       "restricted_freedom restricted_freedom verdict_not_in_force since 2023-01-24 by e2, activity_ban 36"},
      {"the older of two prison terms",
       "2019-10 sentenced case=c1 kind=imprisonment months=60; 2022-09 sentenced case=c2 kind=imprisonment "
       "months=84",
       "imprisoned imprisoned verdict_not_in_force since 2019-10 by e1"},
      {"suspended", "2022-04-10 sentenced case=c1 kind=suspended months=72 ban=72",
       "suspended suspended verdict_not_in_force since 2022-04-10 by e1, activity_ban 72"},
      {"a fine in a criminal case", "2022-04-10 detained; 2022-05-10 sentenced case=c1 kind=fine fine=600000",
       "non_custodial non_custodial verdict_not_in_force since 2022-05-10 by e2"},
      {"community service", "2022-05-10 sentenced case=c1 kind=community_service labour=100",
       "non_custodial non_custodial verdict_not_in_force since 2022-05-10 by e1"},
      {"correctional work", "2022-05-10 sentenced case=c1 kind=correctional_work months=6",
       "non_custodial non_custodial verdict_not_in_force since 2022-05-10 by e1"},
      {"a ban alone", "2022-05-10 sentenced case=c1 kind=activity_ban ban=12",
       "non_custodial non_custodial verdict_not_in_force since 2022-05-10 by e1, activity_ban 12"},
      {"arrest as a punishment", "2022-05-10 sentenced case=c1 kind=arrest",
       "imprisoned imprisoned verdict_not_in_force since 2022-05-10 by e1"},
      {"a sentence of which only the labour is known", "2022-05-10 sentenced case=c1 labour=100",
       "non_custodial non_custodial verdict_not_in_force since 2022-05-10 by e1"},
      {"convicted, sentence not known, still held",
       "2022-01-14 arrested_pretrial case=c1; 2022-07-15 convicted case=c1",
       "pretrial_detention pretrial_detention verdict_not_in_force since 2022-01-14 by e1"},
      {"conviction and sentence told twice",
       "2022-07-15 convicted case=c1 kind=imprisonment months=36; 2022-07-15 sentenced case=c1 "
       "kind=imprisonment months=36",
       "imprisoned imprisoned verdict_not_in_force since 2022-07-15 by e1"},
      {"deferred",
       "2022-07-15 sentenced case=c1 kind=imprisonment months=36; 2022-09 appeal_upheld case=c1; 2022-09 "
       "sentence_deferred case=c1",
       "deferred deferred in_force since 2022-09 by e3"},
      {"the deferral is over",
       "2022-07-15 sentenced case=c1 kind=imprisonment months=36; 2022-09 sentence_deferred case=c1; 2023-01 "
       "deferral_ended case=c1",
       "imprisoned imprisoned verdict_not_in_force since 2023-01 by e3"},
      {"parole from prison",
       "2020 sentenced case=c1 kind=imprisonment months=60; 2022-06 parole_requested case=c1; 2022-07 "
       "parole_granted case=c1",
       "parole parole verdict_not_in_force since 2022-07 by e3"},
      {"parole refused", "2016-01 sentenced case=c1 kind=imprisonment months=36; 2022-12 parole_refused",
       "imprisoned imprisoned verdict_not_in_force since 2016-01 by e1"},
      {"parole from restricted freedom, told with the person",
       "2022-06-24 sentenced in=c1 kind=restricted_freedom months=12; 2022-08 appeal_upheld in=c1; 2022-10 "
       "parole_granted",
       "parole parole in_force since 2022-10 by e3"},
      {"parole taken back",
       "2020 sentenced case=c1 kind=restricted_freedom months=60; 2022-07 parole_granted case=c1; 2022-11 "
       "sentence_replaced case=c1 kind=imprisonment months=10",
       "imprisoned imprisoned verdict_not_in_force since 2022-11 by e3"},
      {"a replaced sentence without prison frees",
       "2020 sentenced case=c1 kind=imprisonment months=60; 2022-07 sentence_replaced case=c1 "
       "kind=restricted_freedom months=20",
       "restricted_freedom restricted_freedom verdict_not_in_force since 2022-07 by e2"},
      {"an appeal that shortens the term",
       "2022-01 sentenced case=c1 kind=imprisonment months=60; 2022-07 appeal_changed case=c1 "
       "kind=imprisonment months=48",
       "imprisoned imprisoned in_force since 2022-01 by e1"},
      {"an added term",
       "2019-10 sentenced case=c1 kind=imprisonment months=60; 2022-09 sentence_added case=c2 "
       "kind=imprisonment months=84; 2022-11 appeal_upheld case=c2; 2022-12 transferred",
       "imprisoned imprisoned in_force since 2019-10 by e1"},
      {"released from prison",
       "2019-10 sentenced case=c1 kind=imprisonment months=60; 2019-12 entered_into_force case=c1; 2022-10 "
       "released",
       "released released in_force since 2022-10 by e3"},
      {"served", "2019-10 sentenced case=c1 kind=restricted_freedom months=12; 2020-10 sentence_served",
       "released released verdict_not_in_force since 2020-10 by e2"},
      {"expunged", "2019-10 sentenced case=c1 kind=suspended months=12; 2022-10 conviction_expunged case=c1",
       "released released expunged since 2022-10 by e2"},
      {"sentenced in exile is no prison",
       "2021 left_country; 2022 sentenced case=c1 kind=imprisonment months=96",
       "exile exile verdict_not_in_force since 2021 by e1"},
      {"the prison term waits until the person is caught",
       "2016-01 sentenced case=c1 kind=imprisonment months=36; 2016-02 left_country; 2022-02 returned; "
       "2022-02 detained; 2022-12 parole_refused case=c1",
       "imprisoned imprisoned verdict_not_in_force since 2022-02 by e4"},
      {"back, and nothing told of an arrest",
       "2015-12 charged case=c1; 2016-01 sentenced case=c1 kind=imprisonment months=36; 2016-02 "
       "entered_into_force case=c1; 2016-02-20 left_country; 2022-02 returned",
       "unknown unknown in_force"},
      {"a quashed verdict frees nobody",
       "2022-01 sentenced case=c1 kind=imprisonment months=60 ban=12; 2022-07 retrial_ordered case=c1",
       "pretrial_detention pretrial_detention retrial since 2022-07 by e2"},
      {"acquitted on appeal",
       "2022-01 sentenced case=c1 kind=imprisonment months=60 ban=12; 2022-07 acquitted case=c1",
       "acquitted released acquitted since 2022-07 by e2"},
      {"acquitted, and let out on the next day",
       "2022-01 arrested_pretrial case=c1; 2022-07-01 acquitted case=c1; 2022-07-02 released case=c1",
       "acquitted released acquitted since 2022-07-01 by e2"},
      {"a later release is the last end",
       "2022-07-01 acquitted case=c1; 2023-01-05 detained; 2023-01-05 released",
       "released released acquitted since 2023-01-05 by e3"},
      {"case closed under house arrest",
       "2022-01-12 detained case=c1; 2022-03 house_arrest case=c1; 2022-12-02 case_closed case=c1",
       "case_closed released closed since 2022-12-02 by e3"},
      {"one case closed, the other open",
       "2022-01 house_arrest case=c1; 2022-02 charged case=c2; 2022-12 case_closed case=c1",
       "at_liberty_charged at_liberty_charged investigation since 2022-12 by e3"},
      {"a restriction beside the sentence",
       "2022-01 sentenced case=c1 kind=suspended months=12 ban=60; 2022-02 restriction_imposed case=c1",
       "suspended suspended verdict_not_in_force since 2022-01 by e1, activity_ban 60, restriction"},
      {"its end",
       "2022-01 sentenced case=c1 kind=suspended months=12 ban=60; 2022-02 restriction_imposed case=c1; "
       "2022-08 restriction_ended case=c1",
       "suspended suspended verdict_not_in_force since 2022-01 by e1, activity_ban 60"},
      {"a ban goes with the sentence that is replaced",
       "2022-01 sentenced case=c1 kind=suspended months=12 ban=60; 2022-03 appeal_changed case=c1 "
       "kind=suspended months=12 ban=24",
       "suspended suspended in_force since 2022-01 by e1, activity_ban 24"},
      {"the end of the ban",
       "2022-01 sentenced case=c1 kind=suspended months=12 ban=60; 2022-08 restriction_ended case=c1",
       "suspended suspended verdict_not_in_force since 2022-01 by e1"},
      {"sentences of an administrative case are told by its events",
       "2022-01 sentenced case=a1 kind=fine fine=100; 2022-02 detained; 2022-02 released",
       "released released none since 2022-02 by e3"},
  };
  return kRows;
}

TEST_CASE("sentences begin, change and end as the table says") {
  check_rows(sentence_rows());
}

TEST_CASE("every sentence of a case stays listed, with what became of it") {
  const auto cases =
      status(
          "2019-10 sentenced case=c1 kind=imprisonment months=60; 2019-12 entered_into_force case=c1;"
          "2022-09 sentence_added case=c1 kind=imprisonment months=84; 2022-12 appeal_changed case=c2 "
          "kind=suspended months=1")
          .cases;
  REQUIRE(cases.size() == 2);
  REQUIRE(cases[0].sentences.size() == 2);
  CHECK(cases[0].sentences[0].in_force);
  CHECK_FALSE(cases[0].sentences[0].ended);
  CHECK(cases[0].sentences[1].added);
  CHECK_FALSE(cases[0].sentences[1].in_force);
  REQUIRE(cases[1].sentences.size() == 1);
  CHECK(cases[1].sentences[0].in_force);
}

TEST_CASE("a sentence that another took the place of has ended") {
  const auto cases = status(
                         "2022-01 sentenced case=c1 kind=imprisonment months=60; "
                         "2022-07 appeal_changed case=c1 kind=imprisonment months=48")
                         .cases;
  REQUIRE(cases.front().sentences.size() == 2);
  CHECK(cases.front().sentences[0].ended);
  CHECK_FALSE(cases.front().sentences[1].ended);
  CHECK(cases.front().sentences[1].sentence.months == 48);
}

}  // namespace tests
