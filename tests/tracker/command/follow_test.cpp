// What pages lead to and what is read of them, from a server on 127.0.0.1 to `tracker sources`.
#include <nlohmann/json.hpp>

#include "tests/support/catch.h"
#include "tests/support/http_server.h"
#include "tests/support/pdf.h"
#include "tests/support/project.h"
#include "tracker/archive/store.h"
#include "tracker/command/follow.h"
#include "tracker/parse/parsed.h"

using tests::Project;
using Json = nlohmann::json;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

void source(const Project& project, const std::string& kind, const std::string& url, const std::string& more = "") {
  project.write("sources/list.toml", "id = \"list\"\ntitle = { en = \"List\" }\npublisher = \"Test Monitor\"\nkind = \"" + kind + "\"\nurl = \"" + url +
                                         "\"\nlanguages = [\"en\"]\nrhythm = \"daily\"\nallow_private_addresses = true\n" + more);
}

tests::Ran fetch(Project& project) { return project.done({"fetch", "--delay", "0"}); }

/// The next day, at the same hour.
void next_day(Project& project, int day) { project.now = "2024-02-" + std::string(day < 10 ? "0" : "") + std::to_string(day) + "T12:00:00Z"; }

Json health(const Project& project) {
  for (const auto& one : Json::parse(project.done({"sources", "--json"}).out))
    if (one["id"] == "list") return one;
  return nullptr;
}

}  // namespace

TEST_CASE("a listing is followed page by page, and only what is new is asked for again") {
  Project project;
  tests::HttpServer server;
  std::string first = "<main><a href=/n/1>one</a><a href=/n/2>two</a></main><a class=next href=/list?p=2>next</a>";
  const auto index = server.serve("/list", [&](const tests::Asked& asked) {
    return tests::Reply{200, holds(asked.path, "p=2") ? "<main><a href=/n/3>three</a></main>" : first, {}};
  });
  const auto one = server.serve("/n/1", tests::Reply{200, "<article><p>First news</article>", {}});
  const auto two = server.serve("/n/2", tests::Reply{200, "<article><p>Second news</article>", {}});
  const auto three = server.serve("/n/3", tests::Reply{200, "<article><p>Third news</article>", {}});
  const auto four = server.serve("/n/4", tests::Reply{200, "<article><p>Fourth news</article>", {}});
  source(project, "listing", server.url("/list"), "select = \"main\"\n[follow]\nnext = \"a.next\"\nselect = \"article\"\n");

  const auto ran = fetch(project);
  INFO(ran.err);
  CHECK(holds(ran.err, "fetch: 5 fetched"));
  CHECK(one.hits() + two.hits() + three.hits() == 3);
  CHECK(index.hits() == 2);

  next_day(project, 2);
  first = "<main><a href=/n/4>four</a><a href=/n/1>one</a></main><a class=next href=/list?p=2>next</a>";
  fetch(project);
  CHECK(one.hits() == 1);
  CHECK(four.hits() == 1);
  CHECK(index.hits() == 4);

  next_day(project, 3);  // nothing new on the first page: the second is not looked at
  fetch(project);
  CHECK(index.hits() == 5);
}

TEST_CASE("what is read of every page is kept: words, and where they lie") {
  Project project;
  tests::HttpServer server;
  const auto index = server.serve("/feed", tests::Reply{200, "<rss><channel><item><link>/n/1</link></item></channel></rss>", {}, "application/rss+xml"});
  const auto one = server.serve("/n/1", tests::Reply{200, "<nav>menu</nav><article><p>First news</article>", {}});
  source(project, "feed", server.url("/feed"), "[follow]\nselect = \"article\"\n");
  fetch(project);
  const tracker::archive::Store store(project.archive());
  const auto readings = store.readings();
  REQUIRE(readings.size() == 2);
  CHECK(readings[0].kind == tracker::model::SourceKind::Feed);
  CHECK(readings[0].rows == 1);
  CHECK(readings[1].is_followed);
  CHECK(readings[1].words == 2);
  REQUIRE(readings[1].parsed);
  CHECK(tracker::parse::parsed_from_json(store.get(*readings[1].parsed).value()).pages == std::vector<std::string>{"First news"});
  CHECK(store.verify().empty());
}

TEST_CASE("a page in place of a listing leads nowhere, and a captcha is not a page that was seen") {
  Project project;
  tests::HttpServer server;
  const auto index = server.serve("/list", tests::Reply{200, "<main><div class=g-recaptcha></div><a href=/trap>x</a></main>", {}});
  const auto trap = server.serve("/trap", tests::Reply{200, "x", {}});
  project.write("fingerprints/pages.toml", "[[fingerprint]]\nid = \"captcha-test\"\nkind = \"captcha\"\nall = [\"g-recaptcha\"]\n");
  source(project, "listing", server.url("/list"));
  project.done({"record"});
  fetch(project);
  CHECK(trap.hits() == 0);
  const auto seen = health(project);
  CHECK(seen["last_success"].is_null());
  CHECK(seen["reason"] == "it is a page in place of the page: captcha-test");
}

TEST_CASE("a source that loses its canary fails, is said once, and comes back") {
  Project project;
  tests::HttpServer server;
  std::string page = "<p>The list of cases";
  const auto endpoint = server.serve("/page", [&](const tests::Asked&) { return tests::Reply{200, page, {}}; });
  source(project, "page", server.url("/page"), "[expect]\ncanary = \"list of cases\"\n");
  project.done({"record"});
  CHECK_FALSE(holds(fetch(project).err, "list is"));
  page = "<p>Something else";
  next_day(project, 2);
  CHECK_FALSE(holds(fetch(project).err, "list is"));
  next_day(project, 3);
  CHECK(holds(fetch(project).err, "  list is failing (was ok): \"list of cases\" does not stand on it, and always should; last seen 2024-02-01\n"));
  next_day(project, 4);
  CHECK_FALSE(holds(fetch(project).err, "list is"));
  CHECK(health(project)["state"] == "failing");
  page = "<p>The list of cases, again";
  next_day(project, 5);
  CHECK(holds(fetch(project).err, "  list is ok (was failing)\n"));
  next_day(project, 6);
  CHECK_FALSE(holds(fetch(project).err, "list is"));
  const auto seen = health(project);
  CHECK(seen["transitions"].size() == 2);
  CHECK(seen["gaps"].size() == 1);
}

TEST_CASE("changed rules are applied to the newest snapshot without asking for it again") {
  Project project;
  tests::HttpServer server;
  const auto page = server.serve("/page", tests::Reply{200, "<p>One<div id=b>Two three</div>", {}});
  source(project, "page", server.url("/page"));
  fetch(project);
  source(project, "page", server.url("/page"), "select = \"#b\"\n");
  fetch(project);
  CHECK(page.hits() == 1);
  const auto readings = tracker::archive::Store(project.archive()).readings();
  REQUIRE(readings.size() == 2);
  CHECK(readings[0].words == 3);
  CHECK(readings[1].words == 2);
}

TEST_CASE("more links than one run follows are left for the next, and that is said and kept") {
  Project project;
  tests::HttpServer server;
  const auto index = server.serve("/list", tests::Reply{200, "<a href=/n/1>1</a><a href=/n/2>2</a><a href=/n/3>3</a>", {{"ETag", "\"1\""}}});
  std::vector<tests::HttpServer::Endpoint> pages;
  for (const char* path : {"/n/1", "/n/2", "/n/3"}) pages.push_back(server.serve(path, tests::Reply{200, "<p>x", {}}));
  source(project, "listing", server.url("/list"), "[follow]\nmost_links = 2\n");
  const auto ran = fetch(project);
  CHECK(holds(ran.err, "note: list: 1 more pages are left for the next runs (most_links is 2)\n"));
  const auto readings = tracker::archive::Store(project.archive()).readings();
  CHECK(readings.at(0).left_out == std::vector<std::string>{"1 more pages are left for the next runs (most_links is 2)"});
  fetch(project);
  CHECK(pages[2].hits() == 1);
  CHECK(index.hits() == 1);
}

TEST_CASE("what two captures of a listing agree to be gone is proposed for a person to look at, and no sooner") {
  Project project;
  tests::HttpServer server;
  std::string links = "<a href=/n/1>1</a><a href=/n/2>2</a>";
  const auto index = server.serve("/list", [&](const tests::Asked&) { return tests::Reply{200, links, {}}; });
  source(project, "listing", server.url("/list"));
  project.done({"record"});
  fetch(project);
  links = "<a href=/n/1>1</a>";
  next_day(project, 2);
  fetch(project);
  CHECK(health(project)["gone"].empty());
  next_day(project, 3);
  fetch(project);
  const auto gone = health(project)["gone"];
  REQUIRE(gone.size() == 1);
  CHECK(gone[0]["item"] == server.url("/n/2"));
  CHECK(gone[0]["captures"] == 2);
  CHECK(holds(project.done({"sources"}).err, "list: 1 entries are gone in two captures or more"));
}

TEST_CASE("a PDF is read page by page") {
  Project project;
  tests::HttpServer server;
  const auto file = server.serve("/list.pdf", tests::Reply{200, tests::pdf_of({"One", "Two"}), {}, "application/pdf"});
  source(project, "document", server.url("/list.pdf"));
  fetch(project);
  const auto readings = tracker::archive::Store(project.archive()).readings();
  REQUIRE(readings.size() == 1);
  CHECK(readings[0].pages == 2);
}

TEST_CASE("readings and health are in the index, and a rebuild gives the same rows") {
  Project project;
  tests::HttpServer server;
  const auto page = server.serve("/page", tests::Reply{200, "<p>The list of cases", {}});
  source(project, "page", server.url("/page"), "[expect]\ncanary = \"list of cases\"\n");
  fetch(project);
  project.done({"record"});
  CHECK(project.done({"verify"}).code == 0);
  project.done({"rebuild"});
  CHECK(project.done({"verify"}).code == 0);
}

TEST_CASE("a bad selector is an error of the file, with its line, and nothing is fetched") {
  Project project;
  source(project, "page", "http://127.0.0.9/", "select = \"main[\"\n");
  const auto ran = project.tracker({"fetch"});
  CHECK(ran.code == 1);
  CHECK(holds(ran.err, "sources/list.toml:9:10: error: select is \"main[\", which is no selector: position 6: a name of an attribute is missing"));
}

TEST_CASE("a page that no run finds the time for is put off twice, and then that is a limit") {
  using tracker::model::ReadingOutcome;
  Project project;
  tracker::archive::Store store(project.archive());
  std::string page;
  for (int i = 0; i < 200'000; ++i) page += "<p>a <b>word</b>";
  tracker::model::Record record;
  record.sources.resize(1);
  record.sources[0].id = "list";
  record.sources[0].kind = tracker::model::SourceKind::Page;
  tracker::model::Receipt receipt;
  receipt.source = "list";
  receipt.url = receipt.final_url = "https://example.org/";
  receipt.outcome = tracker::model::FetchOutcome::Fetched;
  receipt.digest = store.put(page);
  store.append(receipt);
  std::vector<std::string> said;
  for (int run = 0; run < 4; ++run) {
    tracker::command::Follower follower(store, record, [&](const std::string& line) { said.push_back(line); }, {.wall = std::chrono::milliseconds(1)});
    CHECK(follower.finish([](std::size_t, std::size_t) { return true; }) == 0);
  }
  const auto readings = store.readings();
  REQUIRE(readings.size() == 3);
  CHECK(readings[0].outcome == ReadingOutcome::Postponed);
  CHECK(readings[1].outcome == ReadingOutcome::Postponed);
  CHECK(readings[2].outcome == ReadingOutcome::Limited);
  REQUIRE(said.size() >= 2);
  CHECK(holds(said[0], "note: list: not read: more than 0 s in all, and the machine was too busy to work on it; the next run reads it"));
}
