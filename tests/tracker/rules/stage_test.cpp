#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"

namespace tests {

const Rows& stage_rows() {
  static const Rows kRows = {
      {"charged", "2022-01 charged case=c1 charges=272.1",
       "at_liberty_charged at_liberty_charged investigation since 2022-01 by e1"},
      {"charged without a case", "2022-01 charged charges=272.1",
       "at_liberty_charged at_liberty_charged investigation since 2022-01 by e1"},
      {"reclassified", "2022-01 charges_reclassified case=c1 charges=400",
       "at_liberty_charged at_liberty_charged investigation since 2022-01 by e1"},
      {"dropped charges leave the case open",
       "2022-01 charged case=c1 charges=272.1; 2022-02 charges_dropped case=c1",
       "at_liberty_charged at_liberty_charged investigation since 2022-01 by e1"},
      {"sent to court", "2022-01 charged case=c1; 2022-06 sent_to_court case=c1",
       "at_liberty_charged at_liberty_charged in_court since 2022-01 by e1"},
      {"on trial under house arrest",
       "2022-11-02 house_arrest case=c1; 2022-11-07 trial_started case=c1; 2022-12 hearing case=c1; 2023-01 "
       "charges_reclassified case=c1 charges=272.1",
       "house_arrest house_arrest in_court since 2022-11-02 by e1"},
      {"a hearing is in court", "2022-11-07 hearing case=c1",
       "at_liberty_charged at_liberty_charged in_court since 2022-11-07 by e1"},
      {"on appeal", "2022-07 sentenced case=c1 kind=suspended; 2022-08 appeal_filed case=c1",
       "suspended suspended appeal since 2022-07 by e1"},
      {"an appeal before a verdict is against something else",
       "2022-07 arrested_pretrial case=c1; 2022-08 appeal_filed case=c1; 2022-09 appeal_upheld case=c1",
       "pretrial_detention pretrial_detention investigation since 2022-07 by e1"},
      {"upheld",
       "2022-07 sentenced case=c1 kind=suspended; 2022-08 appeal_filed case=c1; 2022-09 appeal_upheld "
       "case=c1",
       "suspended suspended in_force since 2022-07 by e1"},
      {"in cassation",
       "2022-07 sentenced case=c1 kind=suspended; 2022-09 entered_into_force case=c1; 2022-10 "
       "cassation_filed case=c1",
       "suspended suspended cassation since 2022-07 by e1"},
      {"cassation refused",
       "2022-07 sentenced case=c1 kind=suspended; 2022-10 cassation_filed case=c1; 2022-11 cassation_upheld "
       "case=c1",
       "suspended suspended in_force since 2022-07 by e1"},
      {"changed in cassation",
       "2022-07 sentenced case=c1 kind=imprisonment; 2022-10 cassation_filed case=c1; 2022-11 "
       "cassation_changed case=c1 kind=restricted_freedom",
       "restricted_freedom restricted_freedom in_force since 2022-11 by e3"},
      {"retrial goes on until a verdict",
       "2022-07 sentenced case=c1 kind=suspended; 2022-10 retrial_ordered case=c1; 2022-11 trial_started "
       "case=c1",
       "at_liberty_charged at_liberty_charged retrial since 2022-10 by e2"},
      {"sentenced again",
       "2022-07 sentenced case=c1 kind=suspended; 2022-10 retrial_ordered case=c1; 2022-12 sentenced case=c1 "
       "kind=suspended",
       "suspended suspended verdict_not_in_force since 2022-12 by e3"},
      {"an acquittal under appeal is an open case", "2022-07 acquitted case=c1; 2022-08 appeal_filed case=c1",
       "at_liberty_charged at_liberty_charged appeal since 2022-08 by e2"},
      {"an acquittal upheld",
       "2022-07 acquitted case=c1; 2022-08 appeal_filed case=c1; 2022-09 appeal_upheld case=c1",
       "acquitted released acquitted since 2022-07 by e1"},
      {"acquitted in part",
       "2022-01 charged case=c1 charges=272.1,274.4; 2022-07 acquitted case=c1 charges=272.1",
       "at_liberty_charged at_liberty_charged investigation since 2022-01 by e1"},
      {"taken up again", "2022-07 case_closed case=c1; 2022-09 case_opened case=c1",
       "at_liberty_charged at_liberty_charged investigation since 2022-09 by e2"},
      {"posthumous",
       "2022-01-06 detained; 2022-01-07 died; 2022-06 charged case=c1; 2023-02-07 convicted case=c1",
       "died_in_custody unknown verdict_not_in_force since 2022-01-07 by e2, died_in_custody"},
  };
  return kRows;
}

TEST_CASE("a case goes from stage to stage as the table says") {
  check_rows(stage_rows());
}

TEST_CASE("each case has its own stage and the heaviest is the person's") {
  const auto told = status(
      "2019-05 sentenced case=c1 kind=restricted_freedom; 2019-07 entered_into_force case=c1;"
      "2022-10 arrested_pretrial case=c2");
  REQUIRE(told.cases.size() == 2);
  CHECK(told.cases[0].stage == tracker::model::Stage::InForce);
  CHECK(told.cases[0].stage_since->edtf() == "2019-07");
  CHECK(told.cases[1].stage == tracker::model::Stage::Investigation);
  CHECK(told.stage == tracker::model::Stage::InForce);
}

TEST_CASE("a sentence that is served weighs less than an open case") {
  CHECK(status("2019-05 sentenced case=c1 kind=restricted_freedom; 2019-07 entered_into_force case=c1;"
               "2020-05 sentence_served case=c1; 2022-10 arrested_pretrial case=c2")
            .stage == tracker::model::Stage::Investigation);
}

TEST_CASE("an administrative case has a stage, but is no prosecution") {
  const auto told = status("2022-10-06 detained case=a1 charges=488.1; 2022-10-07 fined case=a1");
  REQUIRE(told.cases.size() == 1);
  CHECK(told.cases[0].stage == tracker::model::Stage::InForce);
  CHECK(told.cases[0].charges.at(0).convicted);
  CHECK(told.stage == tracker::model::Stage::None);
  CHECK_FALSE(told.prosecuted);
  CHECK_FALSE(told.open_prosecution);
}

}  // namespace tests
