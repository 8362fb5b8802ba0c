// What a fetch proves: which robots.txt allowed it, whose certificate stood for it, and what is not believed.
#include <nlohmann/json.hpp>

#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/follow.h"
#include "tests/support/http_server.h"
#include "tracker/archive/store.h"
#include "tracker/fetch/certificate.h"

using namespace tests;
using tracker::archive::Store;
using tracker::model::FetchOutcome;
using Json = nlohmann::json;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const Reply kPage{200, "<p>Nobody was arrested.</p>"};

}  // namespace

TEST_CASE("robots.txt is asked for once a day, kept, and named in the receipt") {
  Project project;
  HttpServer server;
  const std::string rules = "User-agent: *\nDisallow: /private\n";
  const auto robots = server.serve("/robots.txt", Reply{200, rules, {}, "text/plain"});
  const auto page = server.serve("/news", kPage);
  const auto secret = server.serve("/private", kPage);
  follow(project, "news", server.url("/news"));
  follow(project, "secret", server.url("/private"));
  const auto ran = project.done({"fetch"});
  INFO(ran.err);
  CHECK(holds(ran.err, "  disallowed   secret  Disallow: /private\n"));
  CHECK(holds(ran.err, "fetch: 1 fetched, 1 disallowed by robots.txt\n"));
  CHECK(secret.hits() == 0);

  const Store store(project.archive());
  CHECK(store.get(tracker::base::sha256(rules)) == rules);
  for (const auto& receipt : store.receipts()) {
    REQUIRE(receipt.robots);
    CHECK(receipt.robots->digest == tracker::base::sha256(rules));
    CHECK(receipt.robots->allowed == (receipt.source == "news"));
  }
  project.done({"fetch", "--all"});
  CHECK(robots.hits() == 1);
  CHECK(store.receipts().at(2).robots->digest == tracker::base::sha256(rules));
  project.now = "2024-02-02T12:00:00Z";
  project.done({"fetch", "--all"});
  CHECK(robots.hits() == 2);
  CHECK(store.verify().empty());
}

TEST_CASE("the heads, the machine and the redirects are in the log, and the index has what it needs") {
  Project project;
  HttpServer server;
  const auto moved = server.serve("/old", Reply{301, "", {{"Location", "/news"}}});
  const auto page = server.serve("/news", kPage);
  follow(project, "news", server.url("/old"));
  project.done({"update"});
  const auto receipt = Store(project.archive()).receipts().at(0);
  CHECK(receipt.via == std::vector<std::string>{server.url("/old")});
  CHECK(receipt.address == "127.0.0.1");
  CHECK(holds(receipt.request, "GET /news HTTP/1.1\r\n"));
  CHECK(holds(receipt.response, "HTTP/1.1 200 OK\r\n"));
  CHECK(project.done({"verify"}).out.empty());
  project.now = "2024-02-03T12:00:00Z";
  project.done({"rebuild"});
  CHECK(project.done({"verify"}).out.empty());
}

TEST_CASE("a page behind another certificate than ever before is kept, and changes nothing until a person vouches") {
  Project project;
  const Authority usual("Usual Root", "Usual Trust"), strange("Strange Root", "Strange Trust");
  const auto roots = (project.root() / "roots.pem").string();
  std::ofstream(roots) << usual.pem() << strange.pem();
  const std::vector<std::string> fetch = {"fetch", "--all", "--ca-file", roots};
  auto server = std::make_unique<HttpServer>(usual.issue());
  const int port = server->port();
  follow(project, "news", server->url("/news"));
  {
    const auto page = server->serve("/news", kPage);
    CHECK(holds(project.done(fetch).err, "fetch: 1 fetched\n"));
  }
  const Store store(project.archive());
  const auto chain = tracker::fetch::read_chain(*store.get(*store.receipts().at(0).chain));
  REQUIRE(chain.size() == 2);
  CHECK(chain[0].issuer_organisation == "Usual Trust");

  server.reset();
  server = std::make_unique<HttpServer>(strange.issue(), port);
  const auto page = server->serve("/news", Reply{200, "<p>Everybody was released.</p>", {{"ETag", "\"x\""}}});
  project.now = "2024-02-02T12:00:00Z";
  auto ran = project.done(fetch);
  INFO(ran.err);
  CHECK(holds(ran.err, "  quarantined  news  the certificate was issued by \"Strange Trust\", earlier ones by \"Usual Trust\""));
  CHECK(holds(ran.err, "fetch: 1 in quarantine\n"));
  const auto apart = store.receipts().at(1);
  CHECK(apart.outcome == FetchOutcome::Quarantined);
  CHECK(store.get(*apart.digest) == "<p>Everybody was released.</p>");
  const auto sources = Json::parse(project.done({"update", "--offline"}).code == 0 ? project.done({"sources", "--json"}).out : "[]");
  CHECK(sources[0]["last_success"] == "2024-02-01T12:00:00Z");
  CHECK(sources[0]["outcome"] == "quarantined");
  auto strict = fetch;
  strict.push_back("--strict");
  CHECK(project.tracker(strict).code == 3);

  const auto key = tracker::fetch::read_chain(*store.get(*apart.chain)).at(0).key.hex();
  CHECK(holds(apart.detail, key));
  follow(project, "news", server->url("/news"), "page", "certificates = [\"" + key + "\"]\n");
  CHECK(holds(project.done(fetch).err, "fetch: 1 fetched\n"));
}

TEST_CASE("a page behind a root that is known to intercept is put apart, even at first") {
  Project project;
  const Authority root("Intercepting Root", "Some State");
  const auto roots = (project.root() / "roots.pem").string();
  std::ofstream(roots) << root.pem();
  project.replace("site.toml", "fetch = { delay = 0,", "fetch = { interception_roots = [\"Intercepting Root\"], delay = 0,");
  HttpServer server(root.issue());
  const auto page = server.serve("/news", kPage);
  follow(project, "news", server.url("/news"));
  const auto ran = project.done({"fetch", "--ca-file", roots});
  INFO(ran.err);
  CHECK(holds(ran.err, "  quarantined  news  the certificate comes from \"Intercepting Root\", which is known to intercept\n"));
  CHECK(Store(project.archive()).verify().empty());
}

TEST_CASE("a certificate that is not believed at all is evidence too") {
  Project project;
  HttpServer server(Authority::self_signed());
  follow(project, "news", server.url("/news"));
  project.done({"fetch"});
  const Store store(project.archive());
  const auto receipt = store.receipts().at(0);
  CHECK(receipt.outcome == FetchOutcome::Unreachable);
  CHECK(receipt.detail.rfind("certificate is not valid: ", 0) == 0);
  REQUIRE(receipt.chain);
  CHECK(tracker::fetch::read_chain(*store.get(*receipt.chain)).size() == 1);
}

TEST_CASE("a proxy that cannot be used is a wrong call") {
  Project project;
  for (const char* proxy : {"socks5://127.0.0.1:9050", "127.0.0.1:8080", "https://example.org"}) {
    INFO(proxy);
    const auto ran = project.tracker({"fetch", "--proxy", proxy});
    CHECK(ran.code == 2);
    CHECK(holds(ran.err, "hint: write it as http://host:port, or as socks5h://host:port"));
  }
}
