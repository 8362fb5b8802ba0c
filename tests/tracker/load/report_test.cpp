#include "tracker/load/report.h"

#include "tests/support/catch.h"

using namespace tracker;
using load::Report;

TEST_CASE("a quotation is short, on one line, and shows what cannot be seen") {
  CHECK(load::in_quotes("name") == "\"name\"");
  CHECK(load::in_quotes("a\nb\tc\x1B[31m") == "\"a<U+000A>b<U+0009>c<U+001B>[31m\"");
  CHECK(load::in_quotes("\xE2\x80\xAEtxt") == "\"<U+202E>txt\"");
  CHECK(load::in_quotes("\xFF") == "\"<0xFF>\"");
  CHECK(load::in_quotes(std::string(10'000, 'x')).size() < 100);
}

TEST_CASE("a path is joined to the folder as the user knows it") {
  CHECK(load::shown_path("content", "people/a.md") == "content/people/a.md");
  CHECK(load::shown_path("content/", "people/a.md") == "content/people/a.md");
  CHECK(load::shown_path("", "people/a.md") == "people/a.md");
  CHECK(load::shown_path("content", "people/a\nb.md") == "content/people/a<U+000A>b.md");
}

TEST_CASE("findings of a file come sorted by place") {
  Report report("a.toml");
  report.error({3, 1}, "later", "later");
  report.error({1, 5}, "sooner", "sooner", "hint");
  base::Findings all;
  std::move(report).add_to(all);
  REQUIRE(all.size() == 2);
  CHECK(to_string(all[0]) == "a.toml:1:5: error: sooner [sooner]\n  hint: hint");
  CHECK(to_string(all[1]) == "a.toml:3:1: error: later [later]");
}

TEST_CASE("a hopeless file makes a bounded number of findings and says how many more there are") {
  Report report("a.toml");
  for (int i = 1; i <= 1'000; ++i) report.error({i, 1}, "x", "x");
  CHECK(report.count() == 1'000);
  base::Findings all;
  std::move(report).add_to(all);
  REQUIRE(all.size() == 101);
  CHECK(
      to_string(all.back()) ==
      "a.toml: error: 900 more errors in this file are not shown [too-many]\n  hint: mend those above first");
}
