#include "tests/support/catch.h"
#include "tests/tracker/parse/support.h"

using namespace tracker;
using tests::read;

namespace {

model::Source page(const char* select = "") {
  auto source = tests::source_of(model::SourceKind::Page);
  source.select = {select, {}};
  return source;
}

const char* const kPage = "<title>The list</title><nav>menu</nav><main><p>One</p><aside>ad</aside><p>Two</p></main>";

}  // namespace

TEST_CASE("a page gives the words of its part, by XPath or CSS, without what is taken out") {
  CHECK(read(page(), {kPage}).pages == std::vector<std::string>{"menu\nOne\nad\nTwo"});
  CHECK(read(page("main"), {kPage}).pages == std::vector<std::string>{"One\nad\nTwo"});
  CHECK(read(page("//main/p"), {kPage}).pages == std::vector<std::string>{"One\nTwo"});
  auto source = page("main");
  source.remove = {{"aside", {}}};
  CHECK(read(source, {kPage}).pages == std::vector<std::string>{"One\nTwo"});
  CHECK(read(source, {kPage}).title == "The list");
}

TEST_CASE("a page that was followed has its own part") {
  auto source = page("#list");
  source.follow = model::Following{};
  source.follow->select = {"main", {}};
  CHECK(read(source, {kPage, "", true}).pages == std::vector<std::string>{"One\nad\nTwo"});
  CHECK(read(source, {kPage, "", true}).outcome == model::ReadingOutcome::Read);
}

TEST_CASE("a page without the part is not the page") {
  const auto parsed = read(page("#list"), {kPage});
  CHECK(parsed.outcome == model::ReadingOutcome::PartMissing);
  CHECK(parsed.detail == "nothing on the page is #list");
}

TEST_CASE("a page that nests without end is a limit that was reached") {
  std::string html;
  while (html.size() < 1'000'000) html += "<div>";
  const auto parsed = read(page(), {html});
  CHECK(parsed.outcome == model::ReadingOutcome::Limited);
  CHECK(parsed.detail == "elements nest 200000 deep; at most 512 levels are read");
}

TEST_CASE("plain text is read as it is") {
  CHECK(read(page(), {"a < b\n<p>", "text/plain; charset=utf-8"}).pages == std::vector<std::string>{"a < b\n<p>"});
}

TEST_CASE("a wrong declaration is said") {
  const auto parsed = read(page(), {"<p>\xd1\xf3\xe4 \xef\xf0\xe8\xe3\xee\xe2\xee\xf0\xe8\xeb \xe0\xea\xf2\xe8\xe2\xe8\xf1\xf2\xe0", "text/html; charset=utf-8"});
  CHECK(parsed.pages == std::vector<std::string>{"Суд приговорил активиста"});
  CHECK(parsed.encoding == "windows-1251");
  CHECK(parsed.left_out == std::vector<std::string>{"says that it is in UTF-8, but is not: read as windows-1251"});
}

TEST_CASE("a document keeps its text page by page, and pages beyond the limit are said") {
  const auto source = tests::source_of(model::SourceKind::Document);
  CHECK(read(source, {"one\ftwo\f"}).pages == std::vector<std::string>{"one", "two"});
  CHECK(read(source, {"one\f\fthree\f"}).pages == std::vector<std::string>{"one", "", "three"});
  std::string many;
  for (int i = 0; i < 502; ++i) many += "p\f";
  const auto parsed = read(source, {many});
  CHECK(parsed.pages.size() == 500);
  CHECK(parsed.left_out == std::vector<std::string>{"more than 500 pages: the rest is left out"});
}
