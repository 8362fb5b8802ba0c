#include "tracker/load/lexicon.h"

#include <filesystem>

#include "tests/support/catch.h"
#include "tests/tracker/load/support.h"

using namespace tracker;

namespace {

model::Lexicon parse(const std::string& text, std::vector<std::string>* findings = nullptr) {
  base::Findings found;
  auto lexicon = load::parse_lexicon(text, "content/lexicon/xx.toml", found);
  if (findings) *findings = tests::printed(found);
  else CHECK(found.empty());
  return lexicon;
}

}  // namespace

TEST_CASE("a lexicon is read with words by class, numbers, patterns and rules") {
  const auto lexicon = parse(R"(language = "xx"
[words]
and = ["et"]
[words.month]
1 = ["janvier"]
[number]
"un" = 1
"demi" = 0.5
[macro]
be = "est"
[[date]]
pattern = "hier"
base = "published"
days = 1
earlier = true
match = ["hier => 2023-03-05"]
[[kind]]
value = "no"
pattern = "T"
[[guard]]
value = "left"
pattern = "ne "
[[rule]]
id = "freed"
event = "released"
pattern = "(?:%be%) libre"
match = ["Elle est libre."]
)");
  CHECK(lexicon.language == "xx");
  CHECK(lexicon.words.at("month.1") == std::vector<std::string>{"janvier"});
  CHECK(lexicon.numbers.at("demi") == 0.5);
  CHECK(lexicon.macros.at("be") == "est");
  REQUIRE(lexicon.dates.size() == 1);
  CHECK(lexicon.dates[0].earlier);
  REQUIRE(lexicon.rules.size() == 1);
  CHECK(lexicon.rules[0].subject == "before");
  CHECK(lexicon.rules[0].at.line == 23);
  CHECK(lexicon.kinds.size() + lexicon.guards.size() == 2);
}

TEST_CASE("what is wrong in a lexicon is said with its line") {
  std::vector<std::string> findings;
  parse("language = \"xx\"\n[words]\nand = \"et\"\n[number]\nun = \"1\"\n[[rule]]\nid = \"a\"\nevnt = \"died\"\n", &findings);
  REQUIRE(findings.size() >= 4);
  CHECK(findings[0].find("xx.toml:3") != std::string::npos);
  CHECK(findings[1].find("xx.toml:5") != std::string::npos);
  CHECK(findings.back().find("evnt") != std::string::npos);
}

TEST_CASE("a folder without a lexicon has none") {
  base::Findings findings;
  CHECK(load::load_lexicons(std::filesystem::temp_directory_path() / "tizim-no-such-content", "content", findings).empty());
  CHECK(findings.empty());
}
