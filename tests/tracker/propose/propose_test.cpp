#include "tracker/propose/propose.h"

#include <algorithm>

#include "tests/support/catch.h"
#include "tests/tracker/propose/told.h"

using namespace tracker;
using model::EventType;
using propose::Caution;
using propose::Kind;
using tests::proposed;
using tests::Says;
using tests::small_record;

namespace {

bool has(const propose::Proposal& proposal, Caution caution) {
  return std::find(proposal.cautions.begin(), proposal.cautions.end(), caution) != proposal.cautions.end();
}

const Says kVerdict{.date = "2023-04-10", .articles = {"272.1"}, .months = 36, .place = "Testgrad"};

Says from(std::string source, Says says = kVerdict) {
  says.source = std::move(source);
  return says;
}

}  // namespace

TEST_CASE("one event that several outlets tell of is one proposal with all of them") {
  const auto proposals = proposed(small_record(), {from("daily"), from("weekly"), from("mirror"), from("report")});
  REQUIRE(proposals.size() == 1);
  const auto& proposal = proposals[0];
  CHECK(proposal.kind == Kind::Event);
  CHECK(proposal.person_id == "xx-0001");
  CHECK(proposal.told.size() == 4);
  CHECK(proposal.independent == 3);  // the mirror repeats the daily
  CHECK(proposal.event.sources.size() == 4);
  CHECK(proposal.event.case_id.id == "c");
  CHECK(proposal.event.charges[0].id == "xx-cc:272.1");
  CHECK(proposal.event.place.id == "testgrad");
  CHECK(proposal.may_go_in_bulk());
}

TEST_CASE("a vague telling joins the exact one, and the exact day is proposed") {
  auto vague = from("weekly");
  vague.date = "2023-04";
  const auto proposals = proposed(small_record(), {vague, from("daily")});
  REQUIRE(proposals.size() == 1);
  CHECK(proposals[0].event.date->edtf() == "2023-04-10");
  CHECK(proposals[0].told.size() == 2);
}

TEST_CASE("outlets that differ by a day are one proposal that says so and needs a look") {
  auto next_day = from("weekly");
  next_day.date = "2023-04-11";
  const auto proposals = proposed(small_record(), {from("daily"), from("report"), next_day});
  REQUIRE(proposals.size() == 1);
  CHECK(proposals[0].event.date->edtf() == "2023-04-10");
  CHECK(proposals[0].differs == std::vector<std::string>{"2023-04-11, elsewhere 2023-04-10"});
  CHECK(has(proposals[0], Caution::Contradiction));
}

TEST_CASE("two verdicts of different years stay two") {
  auto earlier = from("daily");
  earlier.date = "2019-10";
  earlier.articles = {"405.2"};
  CHECK(proposed(small_record(), {from("daily"), earlier}).size() == 2);
}

TEST_CASE("what is in the record with the source asks nothing, and another source is added to it") {
  const Says charged{.source = "report", .event = EventType::Charged, .date = "2022-06", .articles = {"272.1"}, .place = "Testgrad"};
  CHECK(proposed(small_record(), {charged}).empty());
  const auto proposals = proposed(small_record(), {charged, from("daily", charged)});
  REQUIRE(proposals.size() == 1);
  CHECK(proposals[0].kind == Kind::Source);
  CHECK(proposals[0].known_event == "c/c1");
  CHECK(proposals[0].told.size() == 1);
  CHECK(proposals[0].event.sources[0].source.id == "daily");
}

TEST_CASE("what contradicts the record is shown as that, with both") {
  auto record = small_record();
  auto& events = record.cases[0].events;
  events.push_back(events[0]);
  events[1].id = "c2";
  events[1].type = EventType::Sentenced;
  events[1].date = base::PartialDate::parse("2023-04-10");
  events[1].sentence = model::Sentence{.kind = model::SentenceKind::Imprisonment, .months = 60};
  const auto proposals = proposed(record, {from("daily")});
  REQUIRE(proposals.size() == 1);
  CHECK(proposals[0].kind == Kind::Contradiction);
  CHECK(proposals[0].known_event == "c/c2");
  CHECK(proposals[0].differs ==
        std::vector<std::string>{"36 months of imprisonment, the record says 60 months of imprisonment"});
  CHECK_FALSE(proposals[0].may_go_in_bulk());
}

TEST_CASE("somebody who is not on the list is proposed with a role, and as one person over several pages") {
  const Says detained{.person = "Marat Newov", .event = EventType::Detained, .date = "2023-05-02", .place = "Testgrad"};
  auto later = from("weekly", detained);
  later.person = "Newov Marat";
  const auto proposals = proposed(small_record(), {detained, later});
  REQUIRE(proposals.size() == 1);
  CHECK(proposals[0].person_id.empty());
  CHECK(proposals[0].identity.verdict == match::Verdict::Nobody);
  CHECK(proposals[0].told.size() == 2);
}

TEST_CASE("two pages with one name and nothing else in common stay two people") {
  const Says here{.person = "Marat Newov", .event = EventType::Detained, .date = "2023-05-02"};
  Says there{.source = "weekly", .person = "Marat Newov", .event = EventType::Fined, .date = "2021-01-02"};
  const auto proposals = proposed(small_record(), {here, there});
  REQUIRE(proposals.size() == 2);
  CHECK(proposals[0].key != proposals[1].key);
}

TEST_CASE("a name alone asks who it is, and is never accepted in bulk") {
  const auto proposals = proposed(small_record(), {{.event = EventType::Detained, .date = "2024-01-05"}});
  REQUIRE(proposals.size() == 1);
  CHECK(proposals[0].identity.verdict == match::Verdict::Ask);
  CHECK(proposals[0].identity.candidates[0].id == "xx-0001");
  CHECK(has(proposals[0], Caution::Identity));
}

TEST_CASE("a surname on a page belongs to the one person of the page who has it") {
  auto short_form = from("daily");
  short_form.person = "Examplova";
  short_form.event = EventType::Released;
  short_form.date = "2023-04-11";
  short_form.articles = {};
  short_form.months = 0;
  const auto proposals = proposed(small_record(), {from("daily"), short_form});
  REQUIRE(proposals.size() == 2);
  CHECK(proposals[1].person_id == "xx-0001");
}

TEST_CASE("days in a cell are an administrative arrest, whatever the source calls it, and no step of the case") {
  const auto proposals = proposed(small_record(), {{.person = "Aidos Probayuly", .date = "2022-11-14", .days = 15},
                                                   {.person = "Aidos Probayuly", .event = EventType::Detained, .date = "2022-11-14"}});
  REQUIRE(proposals.size() == 2);
  const auto& arrest = proposals[1].event.type == EventType::AdminArrest ? proposals[1] : proposals[0];
  CHECK(arrest.event.type == EventType::AdminArrest);
  CHECK(arrest.event.days == 15);
  CHECK_FALSE(arrest.new_case);
}

TEST_CASE("new articles after a verdict open another case, and articles of a case stay in it") {
  auto record = small_record();
  auto verdict = record.cases[0].events[0];
  verdict.id = "c2";
  verdict.type = EventType::Sentenced;
  verdict.date = base::PartialDate::parse("2022-09");
  verdict.sentence = model::Sentence{.kind = model::SentenceKind::Imprisonment, .months = 24};
  record.cases[0].events.push_back(verdict);
  const auto proposals = proposed(record, {{.event = EventType::Charged, .date = "2023-05-17", .articles = {"405.2"}, .place = "Testgrad"},
                                           {.event = EventType::AppealUpheld, .date = "2022-11-08", .articles = {"272.1"}}});
  REQUIRE(proposals.size() == 2);
  CHECK(proposals[0].event.type == EventType::AppealUpheld);
  CHECK(proposals[0].event.case_id.id == "c");
  CHECK(proposals[1].new_case);
}

TEST_CASE("an article that no law has is left out and said") {
  auto odd = from("daily");
  odd.articles = {"272.1", "999.3"};
  const auto proposals = proposed(small_record(), {odd});
  REQUIRE(proposals.size() == 1);
  CHECK(proposals[0].event.charges.size() == 1);
  CHECK(proposals[0].unknown == std::vector<std::string>{"article 999.3 is in no law of content/laws"});
}

TEST_CASE("death, torture, minors, health and designation are never for many at once") {
  const auto cautions = [](EventType type, std::vector<std::string> delicate) {
    auto says = from("daily");
    says.event = type;
    says.months = 0;
    says.delicate = std::move(delicate);
    const auto proposals = proposed(small_record(), {says});
    REQUIRE(proposals.size() == 1);
    CHECK(proposals[0].may_go_in_bulk() == proposals[0].cautions.empty());
    return proposals[0];
  };
  CHECK(has(cautions(EventType::Died, {}), Caution::Death));
  CHECK(has(cautions(EventType::Released, {"death"}), Caution::Death));
  CHECK(has(cautions(EventType::Released, {"torture"}), Caution::Torture));
  CHECK(has(cautions(EventType::Detained, {"minor"}), Caution::Minor));
  CHECK(has(cautions(EventType::Transferred, {"health"}), Caution::Health));
  CHECK(has(cautions(EventType::Released, {"designation", "health"}), Caution::Designation));
  CHECK(cautions(EventType::Released, {}).may_go_in_bulk());
}

TEST_CASE("a rejected proposal is never asked again, whoever tells of it and however exactly") {
  auto record = small_record();
  const auto proposal = proposed(record, {from("daily")}).at(0);
  record.rulings = {{.id = "r", .kind = model::RulingKind::RejectedProposal, .subject = "proposal/" + proposal.id,
                     .field = propose::rejection_field(proposal)}};
  CHECK(proposed(record, {from("daily")}).empty());
  CHECK(proposed(record, {from("daily"), from("weekly")}).empty());
  auto vague = from("weekly");
  vague.date = "2023-04";
  CHECK(proposed(record, {vague}).empty());
  auto other_term = from("weekly");
  other_term.months = 60;
  CHECK(proposed(record, {other_term}).size() == 1);
  auto other_year = from("weekly");
  other_year.date = "2024-04-10";
  CHECK(proposed(record, {other_year}).size() == 1);
}

TEST_CASE("no name of a rejected person is written down") {
  const auto proposal = proposed(small_record(), {{.person = "Marat Newov", .event = EventType::Detained, .date = "2023-05-02"}}).at(0);
  CHECK(propose::rejection_field(proposal).find("ewov") == std::string::npos);
  CHECK(propose::rejection_field(proposal).find("detained@2023-05-02 of ") == 0);
}

TEST_CASE("an id stays when a person is put on the list, and when another outlet tells the same") {
  const Says detained{.person = "Marat Newov", .event = EventType::Detained, .date = "2023-05-02", .place = "Testgrad"};
  const auto id = proposed(small_record(), {detained}).at(0).id;
  CHECK(proposed(small_record(), {detained, from("weekly", detained)}).at(0).id == id);
  auto record = small_record();
  model::Person fresh{.id = "xx-0003", .name = {{{"en", "Marat Newov"}}}};
  fresh.region.id = "testgrad";
  record.people.push_back(fresh);
  CHECK(proposed(record, {detained}).at(0).id == id);
}

TEST_CASE("what a source tells that the record cannot cite proposes nothing, and so does nothing at all") {
  auto gone = from("daily");
  gone.source = "no-longer-followed";
  CHECK(proposed(small_record(), {gone}).empty());
  CHECK(proposed(small_record(), {}).empty());
}

TEST_CASE("the order in which pages are read changes nothing") {
  std::vector<Says> says = {from("daily"), from("weekly"), {.person = "Marat Newov", .event = EventType::Detained, .date = "2023-05-02"},
                            {.source = "weekly", .person = "Aidos Probayuly", .event = EventType::Released, .date = "2022-11-29"}};
  const auto ids = [&] {
    std::vector<std::string> found;
    for (const auto& proposal : proposed(small_record(), says)) found.push_back(proposal.id);
    return found;
  };
  const auto first = ids();
  std::reverse(says.begin(), says.end());
  CHECK(ids() == first);
}

TEST_CASE("years without another word are proposed as years in prison, and whoever reviews is told") {
  auto one = tests::told(kVerdict);
  one.said.sentence->kind.reset();
  const auto proposals = propose::propose(small_record(), {one});
  REQUIRE(proposals.size() == 1);
  CHECK(proposals[0].event.sentence->kind == model::SentenceKind::Imprisonment);
  CHECK(proposals[0].unknown == std::vector<std::string>{"the kind of punishment is not said; imprisonment is taken"});
  CHECK(has(proposals[0], Caution::Assumption));  // so somebody looks at it by itself
  // Where another source says the kind, nothing is taken.
  auto other = tests::told(from("weekly"));
  other.said.sentence->kind = model::SentenceKind::RestrictedFreedom;
  const auto joined = propose::propose(small_record(), {one, other});
  REQUIRE(joined.size() == 1);
  CHECK(joined[0].event.sentence->kind == model::SentenceKind::RestrictedFreedom);
  CHECK(joined[0].unknown.empty());
  // A shortened term is of the kind that the first one was.
  one.said.event = EventType::AppealChanged;
  CHECK_FALSE(propose::propose(small_record(), {one}).at(0).event.sentence->kind);
}
