#include "tracker/fetch/session.h"

#include "tests/support/catch.h"
#include "tests/tracker/fetch/fixture.h"

using namespace tests;
using tracker::model::FetchOutcome;

TEST_CASE("a page is fetched with its bytes and headers") {
  HttpServer server;
  const auto page = server.serve("/a", Reply{200, "<p>page</p>", {{"ETag", "\"v1\""}, {"X-Other", "x"}}});
  const auto outcome = get(server.url("/a?q=1#part"));
  CHECK(outcome.kind == FetchOutcome::Fetched);
  CHECK(outcome.status == 200);
  CHECK(outcome.detail.empty());
  CHECK(outcome.body == "<p>page</p>");
  CHECK(outcome.final_url == server.url("/a?q=1"));
  CHECK(outcome.headers.at("etag") == "\"v1\"");
  CHECK(outcome.headers.at("content-type") == "text/html; charset=utf-8");
  REQUIRE(page.hits() == 1);
  const Asked asked = page.asked()[0];
  CHECK(asked.path == "/a?q=1");
  CHECK(asked.headers.at("user-agent") == "TizimTest/1");
  CHECK(asked.headers.at("accept-encoding").find("gzip") != std::string::npos);
  CHECK(asked.headers.count("if-none-match") == 0);
  CHECK(asked.headers.count("if-modified-since") == 0);
}

TEST_CASE("bodies come through exactly, also empty ones and those with NUL bytes") {
  HttpServer server;
  const auto body = GENERATE(std::string(), std::string("\0a\0\xff\r\n", 6), std::string(300000, 'x'));
  const auto type = GENERATE(std::string("application/octet-stream"), std::string("text/plain"));
  const auto page = server.serve("/", Reply{200, body, {}, type});
  const auto outcome = get(server.url("/"));
  CHECK(outcome.kind == FetchOutcome::Fetched);
  CHECK(outcome.body == body);
}

TEST_CASE("a page that has not changed is not sent again") {
  HttpServer server;
  const auto page = server.serve("/", [](const Asked& asked) {
    const bool by_tag = asked.headers.count("if-none-match") && asked.headers.at("if-none-match") == "\"v1\"";
    const bool by_date = asked.headers.count("if-modified-since") &&
                         asked.headers.at("if-modified-since") == "Mon, 02 Jan 2023 00:00:00 GMT";
    return by_tag || by_date ? Reply{304} : Reply{200, "new"};
  });
  auto request = request_to(server.url("/"));
  SECTION("by its tag") {
    request.etag = "\"v1\"";
  }
  SECTION("by its date") {
    request.last_modified = "Mon, 02 Jan 2023 00:00:00 GMT";
  }
  const auto outcome = get(request);
  CHECK(outcome.kind == FetchOutcome::NotModified);
  CHECK(outcome.status == 304);
  CHECK(outcome.body.empty());
}

TEST_CASE("a page that has changed is sent although it was asked for by its old tag") {
  HttpServer server;
  const auto page = server.serve("/", Reply{200, "new"});
  auto request = request_to(server.url("/"));
  request.etag = "\"v1\"";
  CHECK(get(request).kind == FetchOutcome::Fetched);
  CHECK(page.asked().at(0).headers.at("if-none-match") == "\"v1\"");
}

TEST_CASE("an answer \"not modified\" that nobody asked for is refused") {
  HttpServer server;
  const auto page = server.serve("/", Reply{304});
  const auto outcome = get(server.url("/"));
  CHECK(outcome.kind == FetchOutcome::Refused);
  CHECK(outcome.detail == "HTTP 304 (not modified, which was not asked)");
}

TEST_CASE("a validator that could break the request is not sent, and then a 304 proves nothing") {
  HttpServer server;
  const auto page = server.serve("/", Reply{304});
  auto request = request_to(server.url("/"));
  request.etag = GENERATE(std::string("a\r\nX-Evil: 1"), std::string("\"\xd1\x82\""), std::string(1000, 'a'));
  CHECK(get(request).kind == FetchOutcome::Refused);
  const auto headers = page.asked().at(0).headers;
  CHECK(headers.count("if-none-match") == 0);
  CHECK(headers.count("x-evil") == 0);
}

TEST_CASE("the validators of a page are not sent to where it redirects") {
  HttpServer server;
  const auto from = server.serve("/from", Reply{302, "", {{"Location", "/to"}}});
  const auto to = server.serve("/to", Reply{304});
  auto request = request_to(server.url("/from"));
  request.etag = "\"v1\"";
  CHECK(get(request).kind == FetchOutcome::Refused);
  CHECK(from.asked().at(0).headers.count("if-none-match") == 1);
  CHECK(to.asked().at(0).headers.count("if-none-match") == 0);
}

TEST_CASE("an answer that is no page is refused with its status in words") {
  struct Case {
    int status;
    const char* detail;
  };
  const auto c =
      GENERATE(Case{204, "HTTP 204 (no content)"}, Case{206, "HTTP 206 (a part only)"}, Case{300, "HTTP 300"},
               Case{403, "HTTP 403 (forbidden)"}, Case{404, "HTTP 404 (not found)"}, Case{418, "HTTP 418"},
               Case{451, "HTTP 451 (blocked for legal reasons)"},
               Case{500, "HTTP 500 (error inside the server)"}, Case{503, "HTTP 503 (out of service)"});
  HttpServer server;
  const auto page = server.serve("/", Reply{c.status, c.status == 204 ? "" : "some words"});
  const auto outcome = get(server.url("/"));
  CHECK(outcome.kind == FetchOutcome::Refused);
  CHECK(outcome.status == c.status);
  CHECK(outcome.detail == c.detail);
  CHECK(outcome.body.empty());
}

TEST_CASE("a server that asks to wait is quoted") {
  HttpServer server;
  const auto wait = GENERATE(std::string("120"), std::string("Mon, 02 Jan 2023 00:00:00 GMT"));
  const auto page = server.serve("/", Reply{429, "slow down", {{"Retry-After", wait}}});
  const auto outcome = get(server.url("/"));
  CHECK(outcome.kind == FetchOutcome::Refused);
  CHECK(outcome.detail == "HTTP 429 (too many requests), retry after " + wait);
  CHECK(outcome.headers.at("retry-after") == wait);
}

TEST_CASE("redirects are followed to the page, and the last address is kept") {
  HttpServer server;
  const auto status = GENERATE(301, 302, 303, 307, 308);
  const auto first = server.serve("/1", Reply{status, "moved", {{"Location", "2?x"}}});
  const auto second = server.serve("/2", Reply{status, "moved", {{"Location", server.url("/3#part")}}});
  const auto third = server.serve("/3", Reply{200, "here"});
  const auto outcome = get(server.url("/1"));
  CHECK(outcome.kind == FetchOutcome::Fetched);
  CHECK(outcome.final_url == server.url("/3"));
  CHECK(outcome.body == "here");
}

TEST_CASE("as many redirects as allowed are followed, and no more") {
  HttpServer server;
  std::vector<HttpServer::Endpoint> chain;
  for (int i = 1; i <= 3; ++i) {
    chain.push_back(
        server.serve("/" + std::to_string(i), Reply{302, "", {{"Location", "/" + std::to_string(i + 1)}}}));
  }
  const auto last = server.serve("/4", Reply{200, "here"});
  auto request = request_to(server.url("/1"));
  request.limits.redirects = 3;
  CHECK(get(request).kind == FetchOutcome::Fetched);
  request.limits.redirects = 2;
  const auto outcome = get(request);
  CHECK(outcome.kind == FetchOutcome::Refused);
  CHECK(outcome.detail == "more than 2 redirects");
  CHECK(outcome.status == 302);
  CHECK(outcome.headers.at("location") == "/4");
  CHECK(outcome.final_url == server.url("/3"));
  CHECK(last.hits() == 1);
}

TEST_CASE("redirects in a circle are noticed") {
  HttpServer server;
  const auto a = server.serve("/a", Reply{302, "", {{"Location", "/b"}}});
  const auto b = server.serve("/b", Reply{302, "", {{"Location", "/a#again"}}});
  const auto outcome = get(server.url("/a"));
  CHECK(outcome.kind == FetchOutcome::Refused);
  CHECK(outcome.detail == "the redirects go in a circle at " + server.url("/a"));
  CHECK(a.hits() == 1);
}

TEST_CASE("a redirect that leads out of the web is not followed") {
  struct Case {
    const char* location;
    const char* detail;
  };
  const auto c = GENERATE(
      Case{"file:///etc/passwd",
           "the redirect to file:///etc/passwd is not followed: only http and https are followed"},
      Case{"ftp://127.0.0.1/",
           "the redirect to ftp://127.0.0.1/ is not followed: only http and https are followed"},
      Case{"http://user:word@127.0.0.1/",
           "the redirect to http://user:word@127.0.0.1/ is not followed: the address has a user name in it"},
      Case{"", "a redirect without an address"});
  RawServer server("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + std::string(c.location) +
                   "\r\n\r\n");
  const auto outcome = get(server.url());
  CHECK(outcome.kind == FetchOutcome::Refused);
  CHECK(outcome.detail == c.detail);
  CHECK(outcome.final_url == server.url());
  CHECK(server.connections() == 1);
}

TEST_CASE("a redirect without an address is refused") {
  HttpServer server;
  const auto page = server.serve("/", Reply{302, "moved"});
  CHECK(get(server.url("/")).detail == "a redirect without an address");
}

TEST_CASE("no cookies are kept") {
  HttpServer server;
  const auto first = server.serve("/1", Reply{302, "", {{"Set-Cookie", "a=b"}, {"Location", "/2"}}});
  const auto second = server.serve("/2", Reply{200, "x", {{"Set-Cookie", "a=b"}}});
  TestOwner owner;
  run(owner, {job_to(server.url("/1")), job_to(server.url("/2"))});
  REQUIRE(second.hits() == 2);
  for (const Asked& asked : second.asked()) CHECK(asked.headers.count("cookie") == 0);
}

TEST_CASE("an address that is none is refused without a connection") {
  for (const char* url : {"", "nonsense", "file:///etc/passwd", "http://user@127.0.0.1/"}) {
    INFO(url);
    const auto outcome = get(url);
    CHECK(outcome.kind == FetchOutcome::Refused);
    CHECK_FALSE(outcome.detail.empty());
    CHECK(outcome.final_url == url);
  }
}

TEST_CASE("one failure does not spoil the run for the next source") {
  HttpServer server;
  const auto page = server.serve("/", Reply{200, "fine"});
  RawServer broken("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ncut");
  TestOwner owner;
  run(owner, {job_to(broken.url()), job_to(server.url("/missing")), job_to(server.url("/"))});
  CHECK(owner.of(broken.url()).kind == FetchOutcome::Unreachable);
  CHECK(owner.of(server.url("/missing")).kind == FetchOutcome::Refused);
  const auto& outcome = owner.of(server.url("/"));
  CHECK(outcome.kind == FetchOutcome::Fetched);
  CHECK(outcome.body == "fine");
}

TEST_CASE("what an answer leads to is asked next, and each job ends once") {
  HttpServer server;
  const auto list = server.serve("/list", Reply{200, "list"});
  const auto one = server.serve("/1", Reply{200, "one"});
  const auto two = server.serve("/2", Reply{200, "two"});
  TestOwner owner;
  owner.next = [&](const TestOwner::Ended& ended) {
    std::vector<tracker::fetch::Job> jobs;
    if (ended.outcome.body != "list") return jobs;
    for (const char* path : {"/1", "/2"}) jobs.push_back(job_to(server.url(path)));
    return jobs;
  };
  const auto totals = run(owner, {job_to(server.url("/list"))});
  REQUIRE(owner.all.size() == 3);
  CHECK(owner.all[1].outcome.body == "one");
  CHECK(owner.all[2].outcome.body == "two");
  CHECK(totals.requests == 3);
  CHECK_FALSE(totals.stopped);
}

TEST_CASE("the heads of request and answer are kept byte for byte, with the machine that answered") {
  RawServer server("HTTP/1.1 200 Fine\r\nX-A: 1\r\nX-A:  2\r\nContent-Length: 1\r\n\r\na");
  const auto outcome = get(server.url("/p?q"));
  CHECK(outcome.response == "HTTP/1.1 200 Fine\r\nX-A: 1\r\nX-A:  2\r\nContent-Length: 1\r\n\r\n");
  CHECK(outcome.request.substr(0, 19) == "GET /p?q HTTP/1.1\r\n");
  CHECK(outcome.request.find("\r\nUser-Agent: TizimTest/1\r\n") != std::string::npos);
  CHECK(outcome.request.substr(outcome.request.size() - 4) == "\r\n\r\n");
  CHECK(outcome.address == "127.0.0.1");
  CHECK(outcome.wire_bytes == 1);
}
