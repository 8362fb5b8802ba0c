#include "tracker/propose/plan.h"

#include <map>

#include "tests/support/catch.h"
#include "tests/tracker/propose/told.h"
#include "tracker/base/error.h"

using namespace tracker;
using model::EventType;
using tests::proposed;
using tests::Says;
using tests::small_record;

namespace {

std::map<std::string, std::string> kFiles = {
    {"people/xx-0001.md", "+++\nid = \"xx-0001\"\nname = { en = \"Testa Examplova\" } # first\n+++\n\nA life.\n"},
    {"people/xx-0002.md",
     "+++\nid = \"xx-0002\"\nname = { en = \"Aidos Probayuly\" }\n\n[[event]]\nid = \"e1\"\ntype = \"detained\"\n"
     "date = \"2022-11-14\"\nsources = [{ id = \"report\" }]\n+++\n"},
    {"cases/c.toml",
     "id = \"c\"\ntitle = { en = \"A case\" }\nkind = \"criminal\"\ndefendants = [\"xx-0001\"]\n\n# the first\n[[event]]\n"
     "id = \"c1\"\ntype = \"charged\"\ndate = \"2022-06\"\ncharges = [\"xx-cc:272.1\"]\nsources = [{ id = \"report\" }]\n"},
};

propose::Ground ground(const model::Record& record) {
  return {record,
          [](const std::string& path) -> std::optional<std::string> {
            const auto found = kFiles.find(path);
            return found == kFiles.end() ? std::nullopt : std::optional(found->second);
          },
          0};
}

propose::Choice choice() {
  propose::Choice made;
  made.by = "tester";
  made.today = base::PartialDate::parse("2024-02-01")->earliest();
  return made;
}

propose::Plan accepted(const Says& says, propose::Choice chosen = choice()) {
  const auto record = small_record();
  return plan_acceptance(ground(record), proposed(record, {says}).at(0), chosen);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const Says kVerdict{.date = "2023-04-10", .articles = {"272.1"}, .months = 36, .place = "Testgrad"};

}  // namespace

TEST_CASE("a step of a case is written into the file of the case, for the one it concerns") {
  const auto plan = accepted(kVerdict);
  REQUIRE(plan.files.size() == 1);
  CHECK(plan.files[0].path == "cases/c.toml");
  CHECK(plan.files[0].before == kFiles["cases/c.toml"]);
  CHECK(plan.files[0].after.find(kFiles["cases/c.toml"]) == 0);
  const auto added = plan.files[0].after.substr(kFiles["cases/c.toml"].size());
  CHECK(holds(added, "\n[[event]]\nid = \"c2\"\ntype = \"sentenced\"\ndate = \"2023-04-10\"\ndefendants = [\"xx-0001\"]\n"
                     "charges = [\"xx-cc:272.1\"]\nplace = \"testgrad\"\nsentence = { kind = \"imprisonment\", months = 36 }\n"
                     "sources = [{ id = \"daily\", quote = \"daily tells of"));
  CHECK_FALSE(holds(added, "case ="));
  CHECK(plan.event == "c/c2");
  CHECK(plan.person_id == "xx-0001");
}

TEST_CASE("what concerns no case is written with the person") {
  Says released{.person = "Aidos Probayuly", .event = EventType::Released, .date = "2022-11-29"};
  auto chosen = choice();
  chosen.person = "xx-0002";
  const auto plan = accepted(released, chosen);
  REQUIRE(plan.files.size() == 2);
  CHECK(plan.files[0].path == "people/xx-0002.md");
  CHECK(holds(plan.files[0].after, "[[event]]\nid = \"e2\"\ntype = \"released\"\n"));
  CHECK(plan.files[0].after.ends_with("+++\n"));
  CHECK(plan.files[1].path.starts_with("rulings/same-xx-0002-"));  // somebody said who it is
}

TEST_CASE("a new person gets the next number, a new prosecution a case of its own") {
  const auto plan = accepted({.person = "Marat Newov", .event = EventType::ArrestedPretrial, .date = "2023-05-04", .articles = {"405.2"}});
  REQUIRE(plan.files.size() == 2);
  CHECK(plan.files[0].path == "people/xx-0003.md");
  CHECK_FALSE(plan.files[0].before);
  CHECK(plan.files[0].after == "+++\nid = \"xx-0003\"\nname = { en = \"Marat Newov\" }\n+++\n");
  CHECK(plan.files[1].path == "cases/xx-case-0001.toml");
  CHECK(holds(plan.files[1].after, "id = \"xx-case-0001\"\ntitle = { en = \"Article 405.2 (2023)\" }\nkind = \"criminal\"\n"
                                   "defendants = [\"xx-0003\"]\n\n[[event]]\nid = \"c1\"\n"));
  CHECK(plan.event == "xx-case-0001/c1");
}

TEST_CASE("a number that anybody ever had is not given again") {
  const auto record = small_record();
  auto known = ground(record);
  known.last_person = 41;
  const auto proposal = proposed(record, {{.person = "Marat Newov", .event = EventType::Detained, .date = "2023-05-04"}}).at(0);
  CHECK(plan_acceptance(known, proposal, choice()).person_id == "xx-0042");
}

TEST_CASE("where it is not certain who it is, a person must say it") {
  const Says name_alone{.event = EventType::Detained, .date = "2024-01-05"};
  CHECK_THROWS_AS(accepted(name_alone), base::Error);
  auto chosen = choice();
  chosen.person = "new";
  const auto plan = accepted(name_alone, chosen);
  REQUIRE(plan.files.size() == 2);
  CHECK(plan.files[0].path == "people/xx-0003.md");
  CHECK(plan.files[1].path.starts_with("rulings/not-same-xx-0001-"));
  chosen.person = "xx-0099";
  CHECK_THROWS_AS(accepted(name_alone, chosen), base::UsageError);
}

TEST_CASE("another source is added to the event that the record has") {
  const auto plan = accepted({.event = EventType::Charged, .date = "2022-06", .articles = {"272.1"}, .place = "Testgrad"});
  REQUIRE(plan.files.size() == 1);
  CHECK(holds(plan.files[0].after, "sources = [{ id = \"report\" }, { id = \"daily\", quote = "));
  CHECK(plan.event == "c/c1");
}

TEST_CASE("a source that knows the day gives it to the event of the record") {
  const auto plan = accepted({.event = EventType::Charged, .date = "2022-06-15", .articles = {"272.1"}, .place = "Testgrad"});
  CHECK(holds(plan.files.at(0).after, "date = \"2022-06-15\"\n"));
  CHECK_FALSE(holds(plan.files.at(0).after, "date = \"2022-06\"\n"));
  CHECK(holds(plan.files.at(0).after, ", { id = \"daily\""));
}

TEST_CASE("what contradicts the record is written into it when it is accepted, and only that") {
  auto record = small_record();
  auto& known = record.cases[0].events[0];
  known.date = base::PartialDate::parse("2022-06-13");
  const auto proposal = proposed(record, {{.event = EventType::Charged, .date = "2022-06-15", .articles = {"272.1"}, .place = "Testgrad"}}).at(0);
  REQUIRE(proposal.kind == propose::Kind::Contradiction);
  const auto plan = plan_acceptance(ground(record), proposal, choice());
  CHECK(holds(plan.files.at(0).after, "date = \"2022-06-15\"\ncharges = [\"xx-cc:272.1\"]\nsources = [{ id = \"report\" }, { id = \"daily\""));
}

TEST_CASE("an edited event is written instead, into the case that was named") {
  auto chosen = choice();
  chosen.event = model::Event{.type = EventType::SentenceDeferred, .date = base::PartialDate::parse("2023-04-10")};
  chosen.event->sources = {{.source = {"daily", {}}}};
  chosen.case_id = "c";
  const auto plan = accepted(kVerdict, chosen);
  CHECK(holds(plan.files.at(0).after, "id = \"c2\"\ntype = \"sentence_deferred\"\ndate = \"2023-04-10\"\n"));
  chosen.case_id = "none";
  CHECK(accepted(kVerdict, chosen).files.at(0).path == "people/xx-0001.md");
  chosen.case_id = "no-such";
  CHECK_THROWS_AS(accepted(kVerdict, chosen), base::UsageError);
}

TEST_CASE("a rejection and a refusal are rulings, and nothing else") {
  const auto record = small_record();
  const auto proposal = proposed(record, {kVerdict}).at(0);
  const auto rejected = plan_rejection(ground(record), proposal, "Not \"this\" court", choice());
  REQUIRE(rejected.files.size() == 1);
  CHECK(rejected.files[0].path == "rulings/rejected-" + proposal.id + ".toml");
  CHECK(holds(rejected.files[0].after, "kind = \"rejected_proposal\"\nsubject = \"proposal/" + proposal.id + "\"\nfield = \"sentenced@2023-04-10 36m of "));
  CHECK(holds(rejected.files[0].after, "date = \"2024-02-01\"\nby = \"tester\"\nreason = \"Not \\\"this\\\" court\"\n"));
  const auto refused = plan_identity(ground(record), proposal, "xx-0001", false, "A namesake", choice());
  CHECK(holds(refused.files.at(0).after, "kind = \"not_same_person\"\nsubject = \"person/xx-0001\"\nother = \"namesake/"));
}

TEST_CASE("evidence is a comment that no text of a source can end") {
  auto says = kVerdict;
  says.quote = "One line\nid = \"evil\"\r\n[[event]]\x1b[31m";
  const auto record = small_record();
  const auto comment = propose::evidence_comment(proposed(record, {says}).at(0));
  for (std::size_t at = 0; at < comment.size(); at = comment.find('\n', at) + 1) CHECK(comment[at] == '#');
  CHECK(comment.find('\x1b') == std::string::npos);
  CHECK(comment.find('\r') == std::string::npos);
}
