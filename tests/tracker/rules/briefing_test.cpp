// The kinds of fate that a first list is made of, told of made-up people: whatever the record says of real
// ones comes out of the same rows.
#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"

namespace tests {

const Rows& briefing_rows() {
  static const Rows kRows = {
      {"arrest for days, kept on a criminal charge, house arrest, trial",
       "2022-02-25 admin_arrest days=15; 2022-03 charged case=c1 charges=274.4,378.1; 2022-03-12 "
       "arrested_pretrial case=c1; "
       "2022-06 charges_reclassified case=c1 charges=272.1,274.4; 2022-10 charges_reclassified case=c1 "
       "charges=400; "
       "2022-11-02 house_arrest case=c1; 2022-11-07 trial_started case=c1; 2023-01 charges_reclassified "
       "case=c1 charges=272.1",
       "house_arrest house_arrest in_court since 2022-11-02 by e6"},
      {"three years, upheld, deferred, amnesty refused",
       "2022-07-15 convicted in=c1 charges=272.2; 2022-07-15 sentenced in=c1 kind=imprisonment months=36; "
       "2022-09 appeal_upheld in=c1; 2022-09 sentence_deferred case=c1; 2022-11 amnesty_refused case=c1 "
       "act=act",
       "deferred deferred in_force since 2022-09 by e4, amnesty refused"},
      {"the same, not deferred",
       "2022-07-15 sentenced in=c1 kind=imprisonment months=36; 2022-09 appeal_upheld in=c1; 2022-11 "
       "amnesty_refused case=c1 act=act",
       "imprisoned imprisoned in_force since 2022-07-15 by c1/e1, amnesty refused"},
      {"the same, released under the amnesty",
       "2022-07-15 sentenced in=c1 kind=imprisonment months=36; 2022-09 appeal_upheld in=c1; "
       "2022-11 amnesty_granted case=c1 act=act effect=reduced; 2022-11 released case=c1",
       "amnestied released in_force since 2022-11 by e4, amnesty granted reduced"},
      {"detained, two months in detention, house arrest, case closed",
       "2022-01-12 detained case=c1; 2022-01-12 charged case=c1 charges=272.1,269.1; 2022-01-14 "
       "arrested_pretrial case=c1; "
       "2022-03-15~ house_arrest case=c1; 2022-12-02 case_closed case=c1",
       "case_closed released closed since 2022-12-02 by e5"},
      {"detention, then an undertaking not to leave",
       "2022-01-07 arrested_pretrial case=c1; 2022-01 charged case=c1 charges=272.1,269.1; 2022-12 "
       "travel_restriction case=c1",
       "travel_restriction travel_restriction investigation since 2022-12 by e3"},
      {"an old restricted freedom and a new arrest",
       "2019 sentenced case=c1 kind=restricted_freedom months=12; 2022-01-04/2022-10 charged case=c2 "
       "charges=380.1; "
       "2022-10 arrested_pretrial case=c2 charges=405.2",
       "pretrial_detention pretrial_detention verdict_not_in_force since 2022-10 by e3"},
      {"learned of a case", "2022-12 case_opened in=c2 charges=380.1",
       "at_liberty_charged at_liberty_charged investigation since 2022-12 by c2/e1"},
      {"restricted freedom and released from custody after the verdict",
       "2022-01 arrested_pretrial case=c1; 2022-08-12 sentenced case=c1 kind=restricted_freedom months=36; "
       "2022-08-12 released case=c1",
       "restricted_freedom restricted_freedom verdict_not_in_force since 2022-08-12 by e2"},
      {"restricted freedom, upheld, freed from the rest",
       "2022-06-24 sentenced case=c1 kind=restricted_freedom months=12; 2022-08 appeal_upheld case=c1; "
       "2022-10 parole_granted case=c1",
       "parole parole in_force since 2022-10 by e3"},
      {"restricted freedom with a ban, appeal rejected",
       "2022-03-24 sentenced case=c1 kind=restricted_freedom months=36 ban=60; 2022-05 appeal_upheld case=c1",
       "restricted_freedom restricted_freedom in_force since 2022-03-24 by e1, activity_ban 60"},
      {"restricted freedom a second time",
       "2020-11-20 sentenced case=c1 kind=restricted_freedom months=12 labour=100; "
       "2023-01-24 sentenced case=c2 kind=restricted_freedom months=12 labour=100 ban=36",
       "restricted_freedom restricted_freedom verdict_not_in_force since 2023-01-24 by e2, activity_ban 36"},
      {"held before an election",
       "2022-11 detained in=c1; 2022-11 charged in=c1 charges=179.1,272.1; 2022-11 arrested_pretrial in=c1",
       "pretrial_detention pretrial_detention investigation since 2022-11 by c1/e3"},
      {"sentenced, left, arrested on return, parole refused twice",
       "2016 sentenced case=c1 kind=imprisonment months=36; 2016 entered_into_force case=c1; 2016-02 "
       "left_country; "
       "2022-02 returned; 2022-02 detained case=c1; 2022-12 parole_refused case=c1; 2023-02-08 "
       "parole_refused case=c1",
       "imprisoned imprisoned in_force since 2022-02 by e5"},
      {"five years and seven more, moved",
       "2019-10 sentenced case=c1 kind=imprisonment months=60; 2019-12 entered_into_force case=c1; "
       "2022-09 sentence_added case=c2 kind=imprisonment months=84; 2022-11 appeal_upheld case=c2; 2022-12 "
       "transferred",
       "imprisoned imprisoned in_force since 2019-10 by e1"},
      {"fifteen days", "2022-11-14 detained; 2022-11-14 admin_arrest days=15",
       "released released none since 2022-11-29 (computed) by e2"},
      {"fifteen days, replaced by a fine",
       "2022-11-14 detained; 2022-11-14 admin_arrest days=15; 2022-11-14/2022-11-29 fined",
       "fined released none since 2022-11-14/2022-11-29 by e3"},
      {"fined on a later day", "2022-10-06 detained; 2022-10-06/2022-10 fined",
       "fined released none since 2022-10-06/2022-10 by e2"},
      {"fined once, held for some hours later",
       "2022-10-06 detained; 2022-10-06/2022-10 fined; 2023-01-05 detained; 2023-01-05 released",
       "released released none since 2023-01-05 by e4"},
      {"held twice on one day",
       "2023-02 detained order=1; 2023-02 released order=2; 2023-02 detained order=3; 2023-02 released "
       "order=4",
       "released released none since 2023-02 by e4"},
  };
  return kRows;
}

TEST_CASE("the fates of a first list come out as they were") {
  check_rows(briefing_rows());
}

}  // namespace tests
