#include <nlohmann/json.hpp>

#include <filesystem>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/project.h"

using tests::Project;
using Json = nlohmann::json;

namespace {

void add_lexicon(const Project& project) {
  std::filesystem::copy(std::string(TIZIM_SOURCE_DIR) + "/content/lexicon", project.content() / "lexicon");
}

std::string text_file(const Project& project, const std::string& text) {
  project.write("../text.txt", text);
  return (project.root() / "text.txt").string();
}

}  // namespace

TEST_CASE("a text becomes one JSON object a statement, with the exact words") {
  Project project;
  add_lexicon(project);
  const auto file = text_file(project, "On 12 October a court sentenced Test Person One to three years in prison under Article 12, Part 1. He was charged in May.");
  const auto ran = project.done({"extract", "--file", file, "--language", "en", "--published", "2023-10-14", "--jsonl"});
  std::istringstream lines(ran.out);
  std::string line;
  REQUIRE(std::getline(lines, line));
  const auto json = Json::parse(line);
  CHECK(json["event"] == "sentenced");
  CHECK(json["date"] == "2023-10-12");
  CHECK(json["months"] == 36);
  CHECK(json["articles"] == Json::array({"12.1"}));
  CHECK(json["kind"] == "imprisonment");
  CHECK(json["quote"] == "On 12 October a court sentenced Test Person One to three years in prison under Article 12, Part 1.");
}

TEST_CASE("without --jsonl a person can read it") {
  Project project;
  add_lexicon(project);
  const auto file = text_file(project, "On 12 October 2023 Anna Petrenko was released.");
  CHECK(project.done({"extract", "--file", file}).out == "Anna Petrenko: released, 2023-10-12\n  “On 12 October 2023 Anna Petrenko was released.”\n");
}

TEST_CASE("what cannot be read is said, with what to do") {
  Project project;
  CHECK(project.tracker({"extract", "--file", "x"}).code == 1);
  add_lexicon(project);
  CHECK(project.tracker({"extract", "--file", (project.root() / "nothing.txt").string()}).code == 1);
  const auto file = text_file(project, "x");
  CHECK(project.tracker({"extract", "--file", file, "--language", "de"}).code == 2);
  CHECK(project.tracker({"extract", "--file", file, "--published", "yesterday"}).code == 2);
  CHECK(project.tracker({"extract"}).code == 2);
  project.write("lexicon/en.toml", "language = \"en\"\n[[rule]]\nid = \"a\"\nevent = \"released\"\npattern = \"(\"\n");
  const auto ran = project.tracker({"extract", "--file", file});
  CHECK(ran.code == 1);
  CHECK(ran.err.find("lexicon/en.toml:2") != std::string::npos);
}

TEST_CASE("check tries every rule of the lexicon on its examples") {
  Project project;
  project.write("lexicon/en.toml", "language = \"en\"\n[[rule]]\nid = \"a\"\nevent = \"released\"\npattern = \"was freed\"\nmatch = [\"She was jailed.\"]\n");
  const auto ran = project.tracker({"check"});
  CHECK(ran.code == 1);
  CHECK(ran.out.find("lexicon-example") != std::string::npos);
}
