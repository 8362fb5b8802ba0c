#include "tests/support/catch.h"
#include "tests/tracker/parse/support.h"

using namespace tracker;
using tests::read;

namespace {

model::Source listing() {
  auto source = tests::source_of(model::SourceKind::Listing);
  source.select = {"main", {}};
  source.follow = model::Following{};
  return source;
}

const char* const kPage = "<nav><a href=/about>About</a></nav><main><h2><a href='/news/1.html#top'>One <b>title</b></a></h2>"
    "<h2><a href=/news/2.html>Two</a></h2><a href=/news/1.html>again</a><a href=https://other.example/x>Elsewhere</a>"
    "<a href='javascript:void(0)'>s</a><a>nothing</a></main><a class=next href='?page=2'>next</a>";

std::string links(const model::Source& source, std::string_view html = kPage) {
  std::string out;
  for (const auto& entry : read(source, {html}).entries) out += entry.url.substr(entry.url.find('/', 8)) + " ";
  return out;
}

}  // namespace

TEST_CASE("a listing gives the links of its part, each once, on its own host") {
  const auto parsed = read(listing(), {kPage});
  REQUIRE(parsed.entries.size() == 2);
  CHECK(parsed.entries[0].url == "https://court.example/news/1.html");
  CHECK(parsed.entries[0].title == "One title");
  CHECK(parsed.left_out == std::vector<std::string>{"1 links to other hosts are not followed"});
  CHECK(parsed.next.empty());
}

TEST_CASE("a selector and a pattern say which links are meant") {
  auto source = listing();
  source.follow->links = {"h2", {}};
  CHECK(links(source) == "/news/1.html /news/2.html ");
  source.follow->pattern = {"/news/[2-9]", {}};
  CHECK(links(source) == "/news/2.html ");
  source.follow->links = {};
  source.follow->pattern = {};
  source.follow->other_hosts = true;
  CHECK(links(source) == "/news/1.html /news/2.html /x ");
}

TEST_CASE("the next page is the one that its selector names, and stays on the host") {
  auto source = listing();
  source.follow->next = {"a.next", {}};
  CHECK(read(source, {kPage}).next == std::vector<std::string>{"https://court.example/list/index.html?page=2"});
  CHECK(read(source, {"<main></main><a class=next href=https://other.example/>"}).next.empty());
  CHECK(read(source, {"<main></main><a class=next href=index.html>"}).next.empty());
}

TEST_CASE("the base address of a page counts") {
  CHECK(links(listing(), "<base href=/b/><main><a href=x>x</a></main>") == "/b/x ");
}

TEST_CASE("a listing whose part is gone says so and gives no links") {
  const auto parsed = read(listing(), {"<body><a href=/news/1.html>x</a>"});
  CHECK(parsed.outcome == model::ReadingOutcome::PartMissing);
  CHECK(parsed.detail == "nothing on the page is main");
  CHECK(parsed.entries.empty());
}
