// The run that follows sources, against a server on 127.0.0.1: every attempt leaves a receipt, no failure
// stops the rest.
#include <nlohmann/json.hpp>

#include "tests/support/catch.h"
#include "tests/support/http_server.h"
#include "tests/support/project.h"
#include "tracker/archive/store.h"
#include "tracker/base/digest.h"

using tests::Project;
using Json = nlohmann::json;

namespace {

void follow(const Project& project, const std::string& id, const std::string& url,
            const std::string& kind = "page") {
  project.write("sources/" + id + ".toml",
                "id = \"" + id + "\"\ntitle = { en = \"News\" }\npublisher = \"Test Monitor\"\nkind = \"" +
                    kind + "\"\nurl = \"" + url +
                    "\"\nlanguages = [\"en\"]\nrhythm = \"daily\"\nallow_private_addresses = true\n");
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

tests::Reply page_with_tag(const tests::Asked& asked) {
  const auto tag = asked.headers.find("if-none-match");
  if (tag != asked.headers.end() && tag->second == "\"v1\"") return {304, "", {{"ETag", "\"v1\""}}};
  return {200, "<p>Nobody was arrested.</p>", {{"ETag", "\"v1\""}}};
}

}  // namespace

TEST_CASE("a page is fetched once and kept, then known to be unchanged") {
  Project project;
  tests::HttpServer server;
  const auto page = server.serve("/news", page_with_tag);
  follow(project, "news", server.url("/news"));

  const auto first = project.done({"fetch", "--json"});
  CHECK(holds(first.err, "  fetched      news  27 bytes\n"));
  CHECK(holds(first.err, "fetch: 1 fetched\n"));
  const auto receipts = Json::parse(first.out);
  REQUIRE(receipts.size() == 1);
  CHECK(receipts[0]["source"] == "news");
  const tracker::archive::Store store(project.archive());
  CHECK(store.get(tracker::base::sha256("<p>Nobody was arrested.</p>")) == "<p>Nobody was arrested.</p>");

  CHECK(holds(project.done({"fetch"}).err, "fetch: 1 not due\n"));
  CHECK(page.hits() == 1);
  project.now = "2024-02-02T12:00:00Z";
  CHECK(holds(project.done({"fetch"}).err, "fetch: 1 not modified\n"));
  CHECK(page.hits() == 2);
  CHECK(holds(project.done({"fetch", "--all"}).err, "fetch: 1 not modified\n"));
  CHECK(holds(project.done({"fetch", "--source", "news"}).err, "fetch: 1 not modified\n"));
  const auto kept = store.receipts();
  REQUIRE(kept.size() == 4);
  CHECK(kept[3].outcome == tracker::model::FetchOutcome::NotModified);
  CHECK(kept[3].digest == kept[0].digest);
  CHECK(store.verify().empty());
  CHECK(page.asked()[0].headers.at("user-agent").find("Tizim/") == 0);
  CHECK(holds(page.asked()[0].headers.at("user-agent"), "mailto:list@example.org"));
}

TEST_CASE("a source that does not answer keeps none of the others back") {
  Project project;
  tests::HttpServer server;
  int closed_port = 0;
  {
    const tests::HttpServer gone;
    closed_port = gone.port();
  }
  const auto page = server.serve("/good", tests::Reply{200, "<p>Good.</p>", {}});
  const auto broken = server.serve("/broken", tests::Reply{500, "sorry", {}});
  follow(project, "a-gone", "http://127.0.0.1:" + std::to_string(closed_port) + "/");
  follow(project, "b-broken", server.url("/broken"));
  follow(project, "c-good", server.url("/good"));

  const auto ran = project.done({"fetch"});
  INFO(ran.err);
  CHECK(holds(ran.err, "  unreachable  a-gone  "));
  CHECK(holds(ran.err, "c-good"));
  CHECK(holds(ran.err, "fetch: 1 fetched, "));
  CHECK(page.hits() == 1);
  CHECK(tracker::archive::Store(project.archive()).receipts().size() == 3);
  CHECK(project.tracker({"fetch", "--strict"}).code == 3);
}

TEST_CASE("a host that answered 429 when it was asked for its robots.txt is left alone by the next runs until the time is over") {
  Project project;
  tests::HttpServer server;
  const auto robots = server.serve("/robots.txt", tests::Reply{429, "", {{"Retry-After", "7200"}}});
  const auto page = server.serve("/news", tests::Reply{200, "<p>x", {}});
  follow(project, "news", server.url("/news"));
  CHECK(holds(project.done({"fetch"}).err, "fetch: 1 postponed\n"));
  CHECK(robots.hits() == 1);
  project.now = "2024-02-01T13:59:00Z";
  const auto ran = project.done({"fetch", "--source", "news"});
  CHECK(holds(ran.err, "asked to be left alone until 2024-02-01T14:00:0"));
  CHECK(robots.hits() == 1);
  CHECK(page.hits() == 0);
  CHECK(tracker::archive::Store(project.archive()).verify().empty());
  project.now = "2024-02-01T14:01:00Z";
  project.done({"fetch"});
  CHECK(robots.hits() == 2);
}

TEST_CASE("a failure to fetch says nothing about anybody: no version comes of it") {
  Project project;
  follow(project, "gone", "http://127.0.0.1:1/");
  project.done({"record"});
  project.now = "2024-02-03T12:00:00Z";
  const auto ran = project.tracker({"update", "--strict"});
  INFO(ran.err);
  CHECK(ran.code == 3);
  CHECK(holds(ran.err, "update: nothing changed since version 1\n"));
  CHECK(holds(ran.err, "1 sources could not be seen, which says nothing about anybody"));
  CHECK(holds(project.done({"sources"}).out, "unreachable"));
}

TEST_CASE("loopback is refused unless the source says that it is meant") {
  Project project;
  tests::HttpServer server;
  const auto page = server.serve("/news", tests::Reply{200, "x", {}});
  follow(project, "news", server.url("/news"));
  project.replace("sources/news.toml", "allow_private_addresses = true\n", "");
  const auto ran = project.done({"fetch"});
  INFO(ran.err);
  CHECK(holds(ran.err, "  refused      news  "));
  CHECK(page.hits() == 0);
}

TEST_CASE("a source that is not there or not followed is a wrong call, with the nearest one") {
  Project project;
  follow(project, "news", "http://127.0.0.1:1/");
  const auto ran = project.tracker({"fetch", "--source", "newz"});
  CHECK(ran.code == 2);
  CHECK(ran.err == "tracker: fetch: there is no followed source \"newz\"\n  hint: did you mean \"news\"?\n");
  CHECK(project.tracker({"fetch", "--source", "report"}).code == 2);
}

TEST_CASE("content with an error is not followed: what to fetch may be among the errors") {
  Project project;
  follow(project, "news", "http://127.0.0.1:1/");
  project.write("people/empty.md", "");
  const auto ran = project.tracker({"fetch"});
  CHECK(ran.code == 1);
  CHECK(holds(ran.err, "content; nothing was fetched"));
  CHECK_FALSE(std::filesystem::exists(project.archive() / "receipts.jsonl"));
}

TEST_CASE("a list without sources to follow has nothing to do") {
  const Project project;
  CHECK(project.done({"fetch"}).err == "fetch: no sources to follow\n");
  CHECK(project.done({"fetch", "--json"}).out == "[]\n");
}

TEST_CASE("receipts come into the index with the next record, the same as by a rebuild") {
  Project project;
  tests::HttpServer server;
  const auto page = server.serve("/news", page_with_tag);
  follow(project, "news", server.url("/news"));
  project.done({"fetch"});
  project.done({"record"});
  CHECK(Json::parse(project.done({"sources", "--json"}).out)[0]["outcome"] == "fetched");
  CHECK(project.done({"verify"}).out.empty());
  tests::Tree objects = tests::read_tree(project.archive() / "objects");
  REQUIRE_FALSE(objects.empty());  // the page, and what the server said of robots
  const auto object = project.archive() / "objects" / objects.begin()->first;
  auto bytes = objects.begin()->second;
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  std::filesystem::permissions(object, std::filesystem::perms::owner_write,
                               std::filesystem::perm_options::add);
  std::ofstream(object, std::ios::binary) << bytes;
  const auto ran = project.tracker({"verify"});
  CHECK(ran.code == 1);
  CHECK(holds(ran.out, objects.begin()->first));
}
