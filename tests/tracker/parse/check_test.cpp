#include "tracker/parse/check.h"

#include "tests/support/catch.h"
#include "tests/tracker/parse/support.h"

using namespace tracker;

namespace {

std::vector<std::string> findings(const model::Source& source) {
  model::Record record;
  record.sources = {source};
  std::vector<std::string> lines;
  for (const auto& finding : parse::check_sources(record)) {
    const auto text = base::to_string(finding);
    lines.push_back(text.substr(0, text.find('\n')));
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a source that says nothing wrong has no findings") {
  CHECK(findings(tests::source_of(model::SourceKind::Page)) == Lines{});
}

TEST_CASE("a bad selector is named with its place in the file and in itself") {
  auto source = tests::source_of(model::SourceKind::Listing);
  source.select = {"table[", {7, 10}};
  source.remove = {{"//p[", {8, 12}}};
  source.follow = model::Following{.links = {"a:hover", {10, 9}}, .pattern = {"(", {11, 11}}, .next = {"a >", {12, 8}}};
  const auto lines = findings(source);
  REQUIRE(lines.size() == 5);
  CHECK(lines[0] == "sources/a.toml:7:10: error: select is \"table[\", which is no selector: position 7: a name of an attribute is missing [bad-selector]");
  CHECK(lines[1].starts_with("sources/a.toml:8:12: error: remove is \"//p[\", which is no selector: position "));
  CHECK(lines[2] == "sources/a.toml:10:9: error: links is \"a:hover\", which is no selector: position 2: \":hover\" is not known [bad-selector]");
  CHECK(lines[3].starts_with("sources/a.toml:12:8: error: next is"));
  CHECK(lines[4] == "sources/a.toml:11:11: error: pattern \"(\" is no regular expression: missing ): ( [bad-pattern]");
}

TEST_CASE("a court's table needs columns that can be found, a case number among them") {
  auto source = tests::source_of(model::SourceKind::CourtSchedule);
  source.at = {1, 1};
  CHECK(findings(source) == Lines{"sources/a.toml:1:1: error: nothing says which column of the court's table is which [no-columns]"});
  model::ColumnRule column;
  column.field = model::CourtField::Time;
  column.at = {9, 1};
  source.columns = {column};
  CHECK(findings(source) ==
        Lines{"sources/a.toml:9:1: error: a column is found by its header or by its number, and this rule has neither [bad-column]",
              "sources/a.toml:9:1: error: no column is the case_number [bad-column]",
              "sources/a.toml:1:1: warning: times of day are read, but nothing says in which zone [no-zone]"});
}

TEST_CASE("limits that cannot be met, short canaries and zones that are none are found") {
  auto source = tests::source_of(model::SourceKind::Page);
  source.at = {1, 1};
  source.zone = "../etc/passwd";
  source.patience = 301;
  source.expect = model::Expectation{.min_words = 5, .max_words = 3, .max_shrink_percent = 101, .canary = "x"};
  CHECK(findings(source) == Lines{"sources/a.toml:1:1: error: patience is 301 [bad-limit]",
                                  "sources/a.toml:1:1: error: zone is \"../etc/passwd\" [bad-zone]",
                                  "sources/a.toml:1:1: error: min_words is more than max_words [bad-limit]",
                                  "sources/a.toml:1:1: error: max_shrink_percent is 101 [bad-limit]",
                                  "sources/a.toml:1:1: error: the canary \"x\" is so short that any page has it [bad-canary]"});
}

TEST_CASE("keys that a kind does not use are warned of") {
  auto source = tests::source_of(model::SourceKind::Page);
  source.at = {1, 1};
  source.follow = model::Following{};
  source.columns.emplace_back().number = 1;
  CHECK(findings(source).size() == 2);
}
