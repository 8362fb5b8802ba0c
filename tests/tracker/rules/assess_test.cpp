// Assessments in a country that does not exist: every step alone, then together.
#include "tests/support/catch.h"
#include "tests/tracker/rules/lawland.h"
#include "tests/tracker/rules/story.h"

using namespace tracker;
using Lines = std::vector<std::string>;
using tests::lawland;
using tests::outcomes;
using tests::steps_of;

namespace {

model::Offence offence(std::string_view on, std::vector<std::string> holds = {"carnival"},
                       std::vector<std::string> fails = {}) {
  return {.id = "o1",
          .date = tests::date(on),
          .holds = std::move(holds),
          .fails = std::move(fails),
          .sources = {{.source = {"s1", {}}}}};
}

const model::Offence kIn = offence("2020-05-10");

struct Case {
  const char* name;
  const char* story;
  model::Offence offence;
  Lines expected;
};

}  // namespace

TEST_CASE("what an act says for a charge, by the day, the list, the exclusions, the grade and where the case stood") {
  const std::vector<Case> cases = {
      {"a petty crime still in court", "2020-06 charged case=c1 charges=10.2", kIn, {"10.2: case_closed medium"}},
      {"a trifle", "2020-06 charged case=c1 charges=10.1", kIn, {"10.1: case_closed medium"}},
      {"a petty crime, sentenced", "2020-06 sentenced case=c1 charges=10.2 kind=restricted_freedom months=36", kIn,
       {"10.2: freed medium"}},
      {"a petty crime, served", "2020-06 sentenced case=c1 charges=10.2 kind=arrest days=15; 2020-08 sentence_served case=c1",
       kIn, {"10.2: conviction_lifted medium"}},
      {"a grave crime", "2020-06 sentenced case=c1 charges=10.3 kind=imprisonment months=60", kIn,
       {"10.3: reduced 1/2 medium"}},
      {"an extreme crime that the list leaves out", "2020-06 charged case=c1 charges=10.4", kIn, {"10.4: outside high"}},
      {"an article of a list that is not complete", "2020-06 charged case=c1 charges=40", kIn,
       {"40: unknown not_verified, else case_closed"}},
      {"before the window", "2020-06 charged case=c1 charges=10.2", offence("2020-04-30"), {"10.2: outside high"}},
      {"on its first day", "2020-06 charged case=c1 charges=10.2", offence("2020-05-01"), {"10.2: case_closed medium"}},
      {"after it", "2020-06 charged case=c1 charges=10.2", offence("2020-06-01"), {"10.2: outside high"}},
      {"perhaps in it", "2020-06 charged case=c1 charges=10.2", offence("2020-05-20/2020-06"),
       {"10.2: unknown not_verified, else case_closed"}},
      {"not at the carnival", "2020-06 charged case=c1 charges=10.2", offence("2020-05-10", {}, {"carnival"}),
       {"10.2: outside high"}},
      {"perhaps at the carnival", "2020-06 charged case=c1 charges=10.2", offence("2020-05-10", {}),
       {"10.2: unknown not_verified, else case_closed"}},
      {"an excluded class", "2020-06 charged case=c1 charges=20.1", kIn, {"20.1: excluded high"}},
      {"a class of one clause, and that clause", "2020-06 charged case=c1 charges=20.2.7", kIn,
       {"20.2.7: excluded medium"}},
      {"… and another clause", "2020-06 charged case=c1 charges=20.2.1", kIn, {"20.2.1: reduced 1/2 low"}},
      {"… and no clause told", "2020-06 charged case=c1 charges=20.2", kIn,
       {"20.2: unknown not_verified, else reduced 1/2"}},
      {"the part is not told", "2020-06 charged case=c1 charges=10", kIn, {"10: unknown not_verified, else unknown"}},
      {"negligence is lighter", "2020-06 charged case=c1 charges=50", kIn, {"50: case_closed medium"}},
      {"an edition that came later", "2020-07 charged case=c1 charges=50", offence("2020-06-02"), {"50: outside high"}},
      {"gone before the act", "2020-06 charged case=c1 charges=10.2; 2020-08 case_closed case=c1", kIn,
       {"10.2: outside medium"}},
      {"charged after the act", "2021-06 charged case=c1 charges=10.2", kIn, {"10.2: case_closed medium"}},
  };
  for (const auto& one : cases) {
    INFO(one.name);
    CHECK(outcomes(lawland(one.story, {one.offence})) == one.expected);
  }
}

TEST_CASE("every step is told, with what it is about") {
  const auto record = lawland("2020-06 sentenced case=c1 charges=10.3 kind=imprisonment months=60", {kIn});
  CHECK(steps_of(record, "10.3") ==
        "window yes (window), condition yes (carnival), listed yes, exclusion no, recidivism no (again), "
        "gravity yes (grave), situation yes, remainder no, effect yes (half)");
}

TEST_CASE("a leader is excluded, a child that leads is not, and where the age is not told it stays open") {
  auto child = kIn, adult = kIn;
  child.age = model::Age::Minor;
  adult.age = model::Age::Adult;
  const char* story = "2020-06 charged case=c1 charges=30";
  CHECK(outcomes(lawland(story, {adult})) == Lines{"30: excluded high"});
  CHECK(outcomes(lawland(story, {child})) == Lines{"30: reduced 1/2 medium"});
  CHECK(outcomes(lawland(story, {kIn})) == Lines{"30: unknown not_verified, else reduced 1/2"});
  auto born = lawland(story, {kIn});
  born.people.front().born = tests::date("1990");
  CHECK(outcomes(born) == Lines{"30: excluded high"});
  born.people.front().born = tests::date("2004");
  CHECK(outcomes(born) == Lines{"30: reduced 1/2 medium"});
  born.people.front().born = tests::date("2002");  // eighteen in that very year
  CHECK(outcomes(born) == Lines{"30: unknown not_verified, else reduced 1/2"});
}

TEST_CASE("an earlier conviction makes a repeat offender only by its grade, its punishment and its time") {
  const auto with = [](const std::string& earlier) {
    auto record = lawland(earlier + "; 2020-06 charged case=c2 charges=10.3");
    for (auto& of_case : record.cases)
      if (of_case.id == "c2") of_case.offences = {kIn};
    return outcomes(record).back();
  };
  CHECK(with("2015 sentenced case=c1 charges=10.3 kind=imprisonment months=24") == "10.3: excluded high");
  CHECK(with("2015 sentenced case=c1 charges=10.2 kind=imprisonment months=12") == "10.3: reduced 1/2 medium");
  CHECK(with("2015 sentenced case=c1 charges=10.3 kind=restricted_freedom months=24") == "10.3: reduced 1/2 medium");
  CHECK(with("2015 sentenced case=c1 charges=10 kind=imprisonment months=24") ==
        "10.3: unknown not_verified, else reduced 1/2");
  CHECK(with("2021-03 sentenced case=c1 charges=10.3 kind=imprisonment months=24") == "10.3: reduced 1/2 medium");
  CHECK(with("2020/2020 sentenced case=c1 charges=10.3 kind=imprisonment months=24") ==
        "10.3: unknown not_verified, else reduced 1/2");
}

TEST_CASE("an earlier conviction that was lifted, or is so old that it is extinguished, makes nobody a repeat offender") {
  const auto with = [](const std::string& earlier, std::optional<int> years) {
    auto record = lawland(earlier + "; 2020-06 charged case=c2 charges=10.3");
    if (years)
      tests::rules_of(record).expiry = {{.id = "e", .grades = {"grave"}, .years = years, .kinds = {model::SentenceKind::Imprisonment}}};
    for (auto& of_case : record.cases)
      if (of_case.id == "c2") of_case.offences = {kIn};  // 10 May 2020
    return outcomes(record).back();
  };
  const std::string counts = "10.3: excluded high", does_not = "10.3: reduced 1/2 medium";
  const std::string open = "10.3: unknown not_verified, else reduced 1/2";
  const std::string prison = "2015-01-01 sentenced case=c1 charges=10.3 kind=imprisonment months=24";
  const std::string in_force = "; 2015-01-01 entered_into_force case=c1";
  const std::string served = "; 2016-05-01 sentence_served case=c1";
  CHECK(with(prison + in_force + "; 2019-05 conviction_expunged case=c1", {}) == does_not);
  CHECK(with(prison + in_force + "; 2020-06 conviction_expunged case=c1", {}) == counts);
  CHECK(with(prison + in_force + "; 2018 amnesty_granted case=c1 effect=conviction_lifted", {}) == does_not);
  CHECK(with(prison + in_force, 3) == does_not);           // computed: to 1 January 2020
  CHECK(with(prison + in_force, 4) == counts);                // … to 1 January 2021
  CHECK(with(prison + in_force + served, 4) == does_not);     // told: to 1 May 2020
  CHECK(with(prison + " ban=60" + in_force, 3) == open);      // a ban puts it off, from a day that is not certain
  CHECK(with(prison, 3) == open);                             // nobody told when it took effect
  CHECK(with(prison, 6) == counts);                           // … but it cannot be gone so soon
}

TEST_CASE("two readings part where the person was convicted of something excluded before") {
  auto record = lawland("2018 sentenced case=c1 charges=20.1 kind=restricted_freedom months=6; "
                        "2020-06 sentenced case=c2 charges=10.3 kind=imprisonment months=60");
  record.cases[1].offences = {kIn};
  CHECK(outcomes(record) == Lines{"20.1: outside medium", "10.3: reduced 1/2 medium (deed: reduced 1/2; doer: excluded)"});
  // A charge that no court has decided leaves the second reading open; one that is gone leaves nothing.
  auto pending = lawland("2020-06 charged case=c1 charges=20.1,10.3", {kIn});
  CHECK(outcomes(pending) == Lines{"20.1: excluded high", "10.3: reduced 1/2 medium (deed: reduced 1/2; doer: unknown)"});
  auto gone = lawland("2020-06 charged case=c1 charges=20.1,10.3; 2020-07 charges_dropped case=c1 charges=20.1", {kIn});
  CHECK(outcomes(gone).back() == "10.3: reduced 1/2 medium");
}

TEST_CASE("who has little left to serve goes free, however grave the crime") {
  const auto of = [](const char* months) {
    return outcomes(lawland("2020-06-01 sentenced case=c1 charges=10.3 kind=imprisonment months=" + std::string(months) +
                                "; 2020-06-01 entered_into_force case=c1",
                            {kIn}));
  };
  CHECK(of("13") == Lines{"10.3: freed medium"});  // until 1 July 2021, the last day that fits
  CHECK(of("14") == Lines{"10.3: reduced 1/2 medium"});
}

TEST_CASE("preparation is judged by what was prepared, beside which it is charged") {
  const auto record = lawland("2020-06 charged case=c1 charges=1,10.3", {kIn});
  CHECK(outcomes(record) == Lines{"1: reduced 1/2 medium", "10.3: reduced 1/2 medium"});
  CHECK(steps_of(record, "1") == "window yes (window), condition yes (carnival), form yes (10.3)");
  CHECK(steps_of(record, "10.3").find("form unknown (1)") != std::string::npos);
  CHECK(steps_of(lawland("2020-06 charged case=c1 charges=1,10.2", {kIn}), "10.2").find("form no (1)") != std::string::npos);
  CHECK(outcomes(lawland("2020-06 charged case=c1 charges=1,10.3", {offence("2020-09-01")})).front() == "1: outside high");
}

TEST_CASE("every charge that was live is assessed, also one that another took the place of") {
  const auto record = lawland(
      "2020-06 charged case=c1 charges=30; 2020-10 charges_reclassified case=c1 charges=10.1 replaces=30; "
      "2021-03 charges_reclassified case=c1 charges=30 replaces=10.1",
      {kIn});
  CHECK(outcomes(record) == Lines{"30: unknown not_verified, else reduced 1/2", "10.1: case_closed medium"});
}

TEST_CASE("an offence under another code is outside the act") {
  auto record = lawland("2020-06 charged case=c1 charges=10.2", {kIn});
  auto other = record.laws[1];
  other.id = "other";
  record.laws.insert(record.laws.begin() + 2, other);
  record.people.front().events.front().charges = {{"other:10.2", {}}};
  CHECK(outcomes(record) == Lines{"10.2: outside high"});
  CHECK(steps_of(record, "10.2") == "code no");
}

TEST_CASE("an act without a window reaches what was done before it came into force") {
  auto record = lawland("2020-06 charged case=c1 charges=10.2", {offence("2019")});
  record.laws[0].scope->window.reset();
  CHECK(outcomes(record) == Lines{"10.2: case_closed medium"});
  record.cases[0].offences = {offence("2022")};
  CHECK(outcomes(record) == Lines{"10.2: outside high"});
  record.cases[0].offences.clear();  // charged in June 2020, so done before the act; the carnival is not told
  CHECK(outcomes(record) == Lines{"10.2: unknown not_verified, else case_closed"});
}

TEST_CASE("an effect that asks for a fact which is not told is open, and is named") {
  auto record = lawland("2020-06 charged case=c1 charges=10.2", {kIn});
  record.laws[0].conditions.push_back({.id = "sorry", .text = {{{"", "is sorry"}}}, .missing = {{{"", "whether sorry"}}}});
  record.laws[0].effects[0].requires_facts = {"sorry"};
  CHECK(outcomes(record) == Lines{"10.2: unknown not_verified, else case_closed"});
  record.cases[0].offences[0].holds.push_back("sorry");
  CHECK(outcomes(record) == Lines{"10.2: case_closed medium"});
}

TEST_CASE("the court's decision is set beside the assessment") {
  const auto of = [](const std::string& charge, const std::string& decision) {
    auto record = lawland("2020-06-01 sentenced case=c1 charges=" + charge + " kind=imprisonment months=60; 2021-02 " +
                              decision + " case=c1 act=act" + (decision == "amnesty_granted" ? " effect=reduced" : ""),
                          {kIn});
    const rules::LawBook book(record);
    const auto status = tests::day("2030-01-01");
    const auto law = rules::law_of(record, record.people.front(), book, status);
    model::AmnestyState decided{.act = "act",
                                .decision = decision == "amnesty_granted" ? model::Decision::Granted
                                            : decision == "amnesty_refused" ? model::Decision::Refused
                                                                            : model::Decision::Pending};
    return std::string(model::code_of(rules::agreement(decided, rules::decided_on(law, "act"))));
  };
  CHECK(of("10.3", "amnesty_granted") == "agrees");
  CHECK(of("10.3", "amnesty_refused") == "disagrees");
  CHECK(of("20.1", "amnesty_granted") == "disagrees");
  CHECK(of("20.1", "amnesty_refused") == "agrees");
  CHECK(of("40", "amnesty_refused") == "cannot_say");
  CHECK(of("10.3", "amnesty_requested") == "no_decision");
}

TEST_CASE("months after a reduction are rounded up") {
  CHECK(rules::months_after(36, {3, 4}) == 9);
  CHECK(rules::months_after(7, {1, 2}) == 4);
  CHECK(rules::months_after(10, {1, 3}) == 7);
}

TEST_CASE("the grade of a part follows from its heaviest punishment and the form of guilt") {
  const auto code = lawland("").laws[1];
  const auto grade = [&](const model::ArticlePart& part) {
    const int found = rules::grade_of(code, part);
    return found == rules::kNoGrade ? "none" : code.grades[static_cast<std::size_t>(found)].id;
  };
  using model::Fault;
  CHECK(grade({.infraction = true}) == "trifle");
  CHECK(grade({.max_months = 1}) == "petty");
  CHECK(grade({.max_months = 12}) == "petty");
  CHECK(grade({.max_months = 13}) == "grave");
  CHECK(grade({.max_months = 120}) == "grave");
  CHECK(grade({.max_months = 121}) == "extreme");
  CHECK(grade({.life_term = true}) == "extreme");
  CHECK(grade({.max_months = 36, .fault = Fault::Negligent}) == "petty");
  CHECK(grade({.max_months = 240, .fault = Fault::Negligent}) == "grave");
  CHECK(grade({}) == "none");
}
