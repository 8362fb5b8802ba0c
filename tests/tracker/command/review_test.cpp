// Decisions on what waits, as a script makes them, with real files, a real index and real git.
#include <nlohmann/json.hpp>

#include <fstream>

#include "tests/support/catch.h"
#include "tests/tracker/command/waiting.h"

namespace model = tracker::model;
using model::EventType;
using tests::Project;
using tests::Says;
using Json = nlohmann::json;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const Says kVerdict{.person = "Proba Probayev", .date = "2024-01-20", .articles = {"12.1"}, .months = 36, .place = "Port",
                    .quote = "Proba Probayev got three years."};
const Says kDetained{.source = "weekly", .person = "Marat Newov", .event = EventType::Detained, .date = "2024-01-25", .place = "Port"};

Says from(std::string source, Says says) {
  says.source = std::move(source);
  return says;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("what waits is listed for people and for programs") {
  Project project;
  tests::let_wait(project, {kVerdict, from("mirror", kVerdict), from("weekly", kVerdict), kDetained});
  const auto list = project.done({"review", "--list"});
  CHECK(holds(list.out, "Test Person One (xx-0001)"));
  CHECK(holds(list.out, "new: Marat Newov"));
  CHECK(holds(list.err, "review: 2 proposals wait\n"));
  const auto json = Json::parse(project.done({"review", "--list", "--json"}).out);
  REQUIRE(json.size() == 2);
  const auto& verdict = json[0]["person_id"] == "xx-0001" ? json[0] : json[1];
  CHECK(verdict["independent"] == 2);
  CHECK(verdict["sources"].size() == 3);
  CHECK(verdict["event"]["sentence"]["months"] == 36);
  CHECK(verdict["identity"]["candidates"][0]["why"] ==
        "surname equal after folding, given name equal after folding, same article 12.1, same place");
  CHECK(project.tracker({"--strict", "review", "--list"}).code == 3);
}

TEST_CASE("accepting writes one clean hunk into the right file, and the list says so") {
  Project project;
  tests::let_wait(project, {kVerdict});
  tests::commit_all(project);
  const auto id = tests::id_of(project, "Proba Probayev", "sentenced");
  const auto shown = project.done({"review", "--show", id}).out;
  INFO(shown);
  CHECK(holds(shown, " → "));
  CHECK(holds(shown, ", 36 months of imprisonment\n"));
  const auto accepted = project.done({"review", "--accept", id});
  CHECK(holds(accepted.err, "review: accepted " + id + ": xx-0001 harbour/c2 in "));
  const auto diff = tests::git(project, "diff content");
  INFO(diff);
  CHECK(count(diff, "\n@@ ") == 1);
  CHECK(count(diff, "\n-") == 1);  // the --- line
  CHECK(holds(diff, "+[[event]]\n+id = \"c2\"\n+type = \"sentenced\"\n+date = \"2024-01-20\"\n+defendants = [\"xx-0001\"]\n"));
  CHECK(tests::git(project, "status --porcelain content") == " M content/cases/harbour.toml\n");
  CHECK(project.done({"check"}).code == 0);
  project.done({"record"});
  CHECK(Json::parse(project.done({"show", "xx-0001", "--json"}).out)["status"] == "imprisoned");
  CHECK(holds(project.done({"review", "--list"}).err, "0 proposals wait"));
}

TEST_CASE("a new person is put on the list with the next number") {
  Project project;
  tests::let_wait(project, {kDetained});
  const auto id = tests::id_of(project, "Marat Newov", "detained");
  project.done({"review", "--accept", id});
  CHECK(project.read("people/xx-0003.md").find("+++\nid = \"xx-0003\"\nname = { en = \"Marat Newov\" }\n\n[[event]]\nid = \"e1\"\ntype = \"detained\"\n") == 0);
}

TEST_CASE("what a check refuses is not written, and the findings are shown") {
  Project project;
  auto future = kVerdict;
  future.date = "2030-01-01";
  tests::let_wait(project, {future});
  const auto before = tests::read_tree(project.content());
  const auto refused = project.tracker({"review", "--accept", tests::id_of(project, "Proba Probayev", "sentenced")});
  CHECK(refused.code == 1);
  CHECK(holds(refused.err, "the checks fail, and nothing was written"));
  CHECK(holds(refused.err, "[future-event]"));
  CHECK(tests::read_tree(project.content()) == before);
}

TEST_CASE("an event from a file is written in place of the proposed one, and a broken one is refused with its line") {
  Project project;
  tests::let_wait(project, {kVerdict});
  const auto id = tests::id_of(project, "Proba Probayev", "sentenced");
  const auto file = project.root() / "event.toml";
  std::ofstream(file) << "[[event]]\ntype = \"sentensed\"\nsources = [{ id = \"daily\" }]\n";
  const auto broken = project.tracker({"review", "--accept", id, "--event", file.string()});
  CHECK(broken.code == 2);
  CHECK(holds(broken.err, "line 2: "));
  CHECK(holds(broken.err, "sentenced"));
  std::ofstream(file) << "# changed\n[[event]]\ntype = \"sentenced\"\ndate = \"2024-01-20\"\ncase = \"harbour\"\n"
                         "sentence = { kind = \"suspended\", months = 30 }\nsources = [{ id = \"daily\" }]\n";
  project.done({"review", "--accept", id, "--event", file.string()});
  CHECK(holds(project.read("cases/harbour.toml"), "sentence = { kind = \"suspended\", months = 30 }\n"));
}

TEST_CASE("several are accepted together only where none needs care, and then none is written") {
  Project project;
  auto died = kVerdict;
  died.event = EventType::Died;
  died.months = 0;
  died.quote = "Proba Probayev died.";
  tests::let_wait(project, {kVerdict, died, kDetained});
  const auto before = tests::read_tree(project.content());
  const auto verdict = tests::id_of(project, "Proba Probayev", "sentenced"), death = tests::id_of(project, "Proba Probayev", "died");
  const auto refused = project.tracker({"review", "--accept", verdict, "--accept", death});
  CHECK(refused.code == 2);
  CHECK(holds(refused.err, "(death) is not accepted together with others; nothing was written"));
  CHECK(tests::read_tree(project.content()) == before);
  project.done({"review", "--accept", verdict, "--accept", tests::id_of(project, "Marat Newov", "detained")});
  CHECK(holds(project.read("cases/harbour.toml"), "sentenced"));
  CHECK(project.tracker({"review", "--accept", death}).code == 0);
}

TEST_CASE("a rejection needs a reason, is a ruling, and is never asked again") {
  Project project;
  tests::let_wait(project, {kVerdict});
  const auto id = tests::id_of(project, "Proba Probayev", "sentenced");
  CHECK(project.tracker({"review", "--reject", id}).code == 2);
  project.done({"review", "--reject", id, "--reason", "A court denied it", "--by", "A. Tester"});
  const auto ruling = project.read("rulings/rejected-" + id + ".toml");
  CHECK(holds(ruling, "by = \"A. Tester\"\nreason = \"A court denied it\"\n"));
  CHECK(project.done({"check"}).code == 0);
  CHECK(holds(project.done({"review", "--list"}).err, "0 proposals wait"));
  tests::let_wait(project, {kVerdict});  // recording forgets what no archive holds, so it is told again
  CHECK(holds(project.done({"review", "--list"}).err, "0 proposals wait"));
}

TEST_CASE("a namesake is told apart for good") {
  Project project;
  tests::let_wait(project, {{.person = "Proba Probayev", .event = EventType::Fined, .date = "2023-01-05"}});
  const auto id = tests::id_of(project, "Proba Probayev", "fined");
  CHECK(project.tracker({"review", "--accept", id}).code == 1);  // who is it?
  project.done({"review", "--not-person", id, "--reason", "A wrestler of that name"});
  CHECK(project.done({"check"}).code == 0);
  const auto after = Json::parse(project.done({"review", "--list", "--json"}).out);
  REQUIRE(after.size() == 1);
  CHECK(after[0]["identity"]["verdict"] == "nobody");
  CHECK(after[0]["identity"]["candidates"][0]["refused"] == true);
}

TEST_CASE("what is written in an unknown way is left to a person, untouched") {
  Project project;
  const std::string odd = "id = \"harbour\"\ntitle = { en = \"The Harbour case\" }\nkind = \"criminal\"\ndefendants = [\"xx-0001\"]\n"
                          "event = [{ id = \"c1\", type = \"charged\", date = \"2023-10-14\", charges = [\"xx-cc:12.1\"], sources = [{ id = \"report\" }] }]\n";
  project.write("cases/harbour.toml", odd);
  tests::let_wait(project, {{.person = "Proba Probayev", .event = EventType::Charged, .date = "2023-10-14", .articles = {"12.1"}, .place = "Port"}});
  const auto failed = project.tracker({"review", "--accept", tests::id_of(project, "Proba Probayev", "charged")});
  CHECK(failed.code == 1);
  CHECK(holds(failed.err, "edit this one by hand"));
  CHECK(project.read("cases/harbour.toml") == odd);
}

TEST_CASE("a patch has a hunk a proposal, and git takes all of it, and any part of it") {
  Project project;
  auto hearing = kVerdict;
  hearing.event = EventType::Hearing;
  hearing.date = "2024-01-18";
  hearing.months = 0;
  const std::vector<tests::Says> says = {kVerdict, hearing, kDetained,
                                         {.source = "weekly", .person = "Proba Probayev", .event = EventType::Charged,
                                          .date = "2023-10-14", .articles = {"12.1"}, .place = "Port"}};
  tests::let_wait(project, says);
  tests::commit_all(project);
  const auto before = tests::read_tree(project.content());
  const auto patch = project.done({"review", "--patch"});
  INFO(patch.out << patch.err);
  CHECK(tests::read_tree(project.content()) == before);
  CHECK(count(patch.out, "\n@@ ") >= 4);
  CHECK(count(patch.out, "+# proposal ") == 4);
  std::ofstream(project.root() / "all.patch") << patch.out;
  tests::git(project, "apply --check all.patch");
  tests::git(project, "apply all.patch");
  CHECK(project.done({"check"}).code == 0);
  tests::let_wait(project, says);
  CHECK(holds(project.done({"review", "--list"}).err, "0 proposals wait"));

  // Without any one of its sections the rest still goes in, and what was dropped is known.
  std::vector<std::string> sections;
  for (auto at = patch.out.find("diff --git "); at != std::string::npos;) {
    const auto next = patch.out.find("diff --git ", at + 1);
    sections.push_back(patch.out.substr(at, next == std::string::npos ? next : next - at));
    at = next;
  }
  for (std::size_t dropped = 0; dropped < sections.size(); ++dropped) {
    if (holds(sections[dropped], "new file mode")) continue;  // nothing can be added to a file that is not made
    tests::git(project, "checkout --quiet -- content");
    tests::git(project, "clean -qfd -e versions content");
    std::string rest;
    for (std::size_t i = 0; i < sections.size(); ++i)
      if (i != dropped) rest += sections[i];
    std::ofstream(project.root() / "rest.patch") << rest;
    INFO("without " << sections[dropped]);
    tests::git(project, "apply rest.patch");
    CHECK(project.done({"check"}).code == 0);
    tests::let_wait(project, says);
    const auto told = project.done({"review", "--dropped", (project.root() / "all.patch").string()});
    INFO(told.out << told.err);
    CHECK(holds(told.err, "review: 1 of the 4 proposals of the patch were not merged\n"));
  }
}

TEST_CASE("of two defendants of one event, git takes both, either and none from a patch") {
  Project project;
  auto together = kVerdict;
  together.quote = "Proba Probayev and Marat Newov got three years.";
  auto other = together;
  other.person = "Marat Newov";
  auto third = together;
  third.person = "Asan Madeupov";
  tests::let_wait(project, {together, other, third});
  tests::commit_all(project);
  const auto patch = project.done({"review", "--patch"}).out;
  CHECK(count(patch, "+# proposal ") == 3);
  // What belongs to one proposal: sections that name the person, or, for who is on the list already, the one that is left.
  std::vector<std::string> hunks(3);
  for (auto at = patch.find("diff --git "); at != std::string::npos;) {
    const auto next = patch.find("diff --git ", at + 1);
    const auto section = patch.substr(at, next == std::string::npos ? next : next - at);
    hunks[holds(section, "xx-0003") ? 1 : holds(section, "xx-0004") ? 2 : 0] += section;
    at = next;
  }
  for (unsigned taken = 1; taken < 8; ++taken) {
    tests::git(project, "checkout --quiet -- content");
    tests::git(project, "clean -qfd content");
    std::string some;
    for (unsigned i = 0; i < 3; ++i)
      if ((taken >> i) & 1) some += hunks[i];
    REQUIRE_FALSE(some.empty());
    std::ofstream(project.root() / "some.patch") << some;
    INFO("hunks " << taken << '\n' << some);
    tests::git(project, "apply some.patch");
    CHECK(project.done({"check"}).code == 0);
  }
}

TEST_CASE("what was dropped from a patch is rejected for good with a reason") {
  Project project;
  tests::let_wait(project, {kVerdict, kDetained});
  const auto patch = project.done({"review", "--patch"}).out;
  std::ofstream(project.root() / "all.patch") << patch;
  project.done({"review", "--accept", tests::id_of(project, "Proba Probayev", "sentenced")});
  const auto file = (project.root() / "all.patch").string();
  CHECK(project.tracker({"--strict", "review", "--dropped", file}).code == 3);
  project.done({"review", "--dropped", file, "--reason", "Not merged"});
  CHECK(holds(project.done({"review", "--list"}).err, "0 proposals wait"));
  CHECK(project.done({"check"}).code == 0);
}

TEST_CASE("wrong calls are told apart from failures") {
  Project project;
  CHECK(project.tracker({"review", "--list"}).code == 1);  // nothing was read yet
  tests::let_wait(project, {kVerdict});
  CHECK(project.tracker({"review", "--show", "0123456789ab"}).code == 2);
  CHECK(project.tracker({"review", "--dropped", "/nowhere/a.patch"}).code == 2);
  CHECK(project.tracker({"review"}).code == 2);  // no terminal
  const auto id = tests::id_of(project, "Proba Probayev", "sentenced");
  CHECK(project.tracker({"review", "--reject", id, "--reason", "a\x1b[2J"}).code == 2);
  CHECK(project.tracker({"review", "--accept", id, "--person", "xx-0099"}).code == 2);
  CHECK(project.tracker({"review", "--accept", id, "--case", "no-such"}).code == 2);
}
