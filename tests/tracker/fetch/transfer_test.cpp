// What hostile and broken servers do, seen through the client: every limit ends a transfer and says which it
// was.
#include "tracker/fetch/transfer.h"

#include "tests/support/catch.h"
#include "tests/tracker/fetch/fixture.h"

#include <atomic>
#include <cstdlib>
#include <thread>

using namespace tests;
using tracker::model::FetchOutcome;

namespace {

using std::chrono::milliseconds;

struct Expected {
  FetchOutcome kind;
  std::string detail;
};

void check(const tracker::fetch::Outcome& outcome, const Expected& expected) {
  CHECK(outcome.kind == expected.kind);
  CHECK(outcome.detail == expected.detail);
  CHECK(outcome.body.empty());
}

/// Low limits, so that what never ends is soon ended; of time only where that is what the test is about,
/// because a machine may be busy.
tracker::fetch::Outcome get_limited(const std::string& url,
                                    std::chrono::milliseconds total = std::chrono::seconds(30)) {
  auto request = request_to(url);
  request.limits.total = total;
  request.limits.body_bytes = 100'000;
  request.limits.header_bytes = 20'000;
  return get(request);
}

constexpr std::chrono::seconds kShort{2};
const std::string kOk = "HTTP/1.1 200 OK\r\n";

}  // namespace

TEST_CASE("a server that never answers is given up") {
  RawServer server([](const RawServer::Connection& to) { to.wait(); });
  check(get_limited(server.url(), kShort), {FetchOutcome::Unreachable, "no answer within 2 s"});
}

TEST_CASE("headers that come byte by byte are given up") {
  RawServer server([](const RawServer::Connection& to) {
    to.send(kOk + "X: ");
    to.send_for_ever("a", milliseconds(20));
  });
  check(get_limited(server.url(), kShort), {FetchOutcome::Unreachable, "no answer within 2 s"});
}

TEST_CASE("a body that comes byte by byte is given up, and nothing of it is kept") {
  RawServer server([](const RawServer::Connection& to) {
    to.send(kOk + "Content-Length: 1000\r\n\r\n");
    to.send_for_ever("a", milliseconds(20));
  });
  check(get_limited(server.url(), kShort), {FetchOutcome::Unreachable, "the answer did not end within 2 s"});
}

TEST_CASE("the time is one for all redirects together") {
  HttpServer server;
  std::atomic<int> number{0};
  const auto endless = server.serve("/", [&number](const Asked&) {
    std::this_thread::sleep_for(milliseconds(800));
    return Reply{302, "", {{"Location", "/?" + std::to_string(++number)}}};
  });
  CHECK(get_limited(server.url("/"), kShort).kind == FetchOutcome::Unreachable);
  CHECK(endless.hits() <= 3);
}

TEST_CASE("a body without end is stopped at the limit") {
  const Expected expected{FetchOutcome::Refused, "the page is larger than 100000 bytes"};
  SECTION("when its length is not told") {
    RawServer server([](const RawServer::Connection& to) {
      to.send(kOk + "\r\n");
      to.send_for_ever(std::string(10'000, 'a'));
    });
    check(get_limited(server.url()), expected);
  }
  SECTION("when it comes in chunks") {
    RawServer server([](const RawServer::Connection& to) {
      to.send(kOk + "Transfer-Encoding: chunked\r\n\r\n");
      to.send_for_ever("3e8\r\n" + std::string(1000, 'a') + "\r\n");
    });
    check(get_limited(server.url()), expected);
  }
  SECTION("when it says so beforehand") {
    RawServer server(kOk + "Content-Length: 100001\r\n\r\n" + std::string(100'001, 'a'));
    check(get_limited(server.url()), expected);
  }
}

TEST_CASE("a body of just the largest size is fetched") {
  HttpServer server;
  const auto page = server.serve("/", Reply{200, std::string(100'000, 'a'), {}, "application/octet-stream"});
  CHECK(get_limited(server.url("/")).body.size() == 100'000);
}

TEST_CASE("a small body that unpacks to a large one is stopped at the limit") {
  HttpServer server;
  const auto page = server.serve("/", Reply{200, std::string(2'000'000, 'a'), {}, "text/plain"});
  const auto outcome = get_limited(server.url("/"));
  check(outcome, {FetchOutcome::Refused, "the page is larger than 100000 bytes"});
  CHECK(outcome.headers.count("content-encoding") == 1);  // else the server did not pack it
}

TEST_CASE("the long body of a page that is no page is not waited for") {
  RawServer server([](const RawServer::Connection& to) {
    to.send("HTTP/1.1 404 Not Found\r\n\r\n");
    to.send_for_ever(std::string(10'000, 'a'));
  });
  check(get_limited(server.url()), {FetchOutcome::Refused, "HTTP 404 (not found)"});
}

TEST_CASE("a redirect counts although its body is cut off") {
  HttpServer server;
  const auto page = server.serve("/", Reply{200, "here"});
  RawServer moved("HTTP/1.1 302 Found\r\nLocation: " + server.url("/") + "\r\nContent-Length: 50\r\n\r\ncut");
  CHECK(get_limited(moved.url()).body == "here");
}

TEST_CASE("headers without end are stopped at the limit") {
  const Expected expected{FetchOutcome::Refused, "the headers have more than 20000 bytes"};
  SECTION("many headers") {
    RawServer server([](const RawServer::Connection& to) {
      to.send(kOk);
      to.send_for_ever("X-Header: " + std::string(100, 'a') + "\r\n");
    });
    check(get_limited(server.url()), expected);
  }
  SECTION("one long header") {
    RawServer server(kOk + "X-Header: " + std::string(50'000, 'a') + "\r\n\r\n");
    check(get_limited(server.url()), expected);
  }
  SECTION("provisional answers") {
    RawServer server(
        [](const RawServer::Connection& to) { to.send_for_ever("HTTP/1.1 103 Early Hints\r\n\r\n"); });
    check(get_limited(server.url()), {FetchOutcome::Refused, "there are more than 500 lines of headers"});
  }
  SECTION("after the body") {
    RawServer server([](const RawServer::Connection& to) {
      to.send(kOk + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n");
      to.send_for_ever("X-Trailer: " + std::string(100, 'a') + "\r\n");
    });
    check(get_limited(server.url()), expected);
  }
  SECTION("one header that never ends") {
    RawServer server([](const RawServer::Connection& to) {
      to.send(kOk + "X: ");
      to.send_for_ever(std::string(10'000, 'a'));
    });
    check(get_limited(server.url()), {FetchOutcome::Refused, "a header is too long"});
  }
}

TEST_CASE("an answer that was cut off is no page") {
  const auto bytes = GENERATE(as<std::string>(), "Content-Length: 100\r\n\r\n0123456789",
                              "Transfer-Encoding: chunked\r\n\r\nff\r\n0123456789",
                              "Transfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n");
  RawServer server(kOk + bytes);
  check(get_limited(server.url()), {FetchOutcome::Unreachable, "the answer was cut off"});
}

TEST_CASE("a body is as long as it says, whatever follows") {
  RawServer server(kOk + "Content-Length: 5\r\n\r\n0123456789");
  const auto outcome = get_limited(server.url());
  CHECK(outcome.kind == FetchOutcome::Fetched);
  CHECK(outcome.body == "01234");
}

TEST_CASE("answers that are not HTTP are refused") {
  const auto bytes =
      GENERATE(as<std::string>(), "<p>a page of 1991</p>", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
               "HTTP/1.1 2000 OK\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n");
  RawServer server(bytes);
  const auto outcome = get_limited(server.url());
  CHECK(outcome.kind == FetchOutcome::Refused);
  CHECK(outcome.detail.substr(0, 40) == "the answer is not HTTP as it should be: ");
}

TEST_CASE("a connection that closes without a word is no answer") {
  RawServer server("");
  check(get_limited(server.url()),
        {FetchOutcome::Unreachable,
         "127.0.0.1:" + std::to_string(server.port()) + " closed the connection without an answer"});
}

TEST_CASE("damaged or unknown compression is refused") {
  const auto coding = GENERATE(as<std::string>(), "gzip", "deflate", "br", "zstd", "unheard-of");
  RawServer server(kOk + "Content-Encoding: " + coding + "\r\nContent-Length: 12\r\n\r\nnot so coded");
  check(get_limited(server.url()),
        {FetchOutcome::Refused, coding == "unheard-of" ? "the body has a coding that was not asked for"
                                                       : "the body's compression is damaged"});
}

TEST_CASE("of headers that stand twice the first counts, and those after the body do not") {
  RawServer server(kOk +
                   "ETag: first\r\nETag: second\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n"
                   "ETag: third\r\nServer: late\r\n\r\n");
  const auto outcome = get_limited(server.url());
  CHECK(outcome.kind == FetchOutcome::Fetched);
  CHECK(outcome.headers.at("etag") == "first");
  CHECK(outcome.headers.count("server") == 0);
}

TEST_CASE("headers of a provisional answer are not those of the page") {
  RawServer server("HTTP/1.1 103 Early Hints\r\nETag: early\r\n\r\n" + kOk + "Content-Length: 1\r\n\r\na");
  const auto outcome = get_limited(server.url());
  CHECK(outcome.kind == FetchOutcome::Fetched);
  CHECK(outcome.headers.count("etag") == 0);
}

TEST_CASE("without permission nothing is sent to this machine") {
  RawServer server(kOk + "Content-Length: 1\r\n\r\na");
  const std::string port = std::to_string(server.port());
  auto request = request_to(server.url());
  request.allow_private_addresses = false;
  const auto url =
      GENERATE_COPY(as<std::string>(), "http://127.0.0.1:", "http://127.0.0.9:", "http://2130706433:",
                    "http://0x7f.1:", "http://localhost:", "https://127.0.0.1:");
  request.url = url + port + "/";
  const auto outcome = get(request);
  CHECK(outcome.kind == FetchOutcome::Refused);
  CHECK(outcome.detail.find(" is not connected to: loopback address") != std::string::npos);
  CHECK(server.connections() == 0);
}

TEST_CASE("addresses that wrap or stand for this machine are refused even with permission") {
  RawServer server(kOk + "Content-Length: 1\r\n\r\na");
  const auto host = GENERATE(as<std::string>(), "0.0.0.0", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[::]");
  const auto outcome = get("http://" + host + ":" + std::to_string(server.port()) + "/");
  CHECK(outcome.kind == FetchOutcome::Refused);
  CHECK(outcome.detail.find(" is not connected to: ") != std::string::npos);
  CHECK(server.connections() == 0);
}

TEST_CASE("a redirect to a forbidden address is not connected to") {
  RawServer forbidden(kOk + "Content-Length: 1\r\n\r\na");
  HttpServer server;
  const auto page = server.serve(
      "/", Reply{302, "", {{"Location", "http://0.0.0.0:" + std::to_string(forbidden.port()) + "/"}}});
  const auto outcome = get(server.url("/"));
  CHECK(outcome.kind == FetchOutcome::Refused);
  CHECK(outcome.detail == "0.0.0.0 is not connected to: address of no machine");
  CHECK(forbidden.connections() == 0);
}

TEST_CASE("a connection that was made with permission never serves a request without it") {
  HttpServer server;
  const auto page = server.serve("/", Reply{200, "x"});
  TestOwner owner;
  auto without = job_to(server.url("/"));
  without.request.allow_private_addresses = false;
  run(owner, {job_to(server.url("/")), without});
  CHECK(owner.all.at(0).outcome.kind == FetchOutcome::Fetched);
  CHECK(owner.all.at(1).outcome.kind == FetchOutcome::Refused);
  CHECK(page.hits() == 1);
}

TEST_CASE("proxies of the environment are not used") {
  RawServer proxy(kOk + "Content-Length: 5\r\n\r\nproxy");
  HttpServer server;
  const auto page = server.serve("/", Reply{200, "page"});
  for (const char* name : {"http_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"}) {
    setenv(name, proxy.url().c_str(), 1);
  }
  const auto outcome = get(server.url("/"));
  for (const char* name : {"http_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"}) unsetenv(name);
  CHECK(outcome.body == "page");
  CHECK(proxy.connections() == 0);
}

TEST_CASE("a port where nobody listens is said to be closed") {
  const std::string host = "127.0.0.1:" + std::to_string(closed_port());
  check(get_limited("http://" + host + "/"),
        {FetchOutcome::Unreachable, "could not connect to " + host + ": Connection refused"});
}

TEST_CASE("a name that cannot be is not resolved") {
  // A label of 64 letters is refused by the resolver itself: nothing leaves this machine.
  const std::string host = std::string(64, 'a') + ".example";
  check(get_limited("http://" + host + "/"), {FetchOutcome::Unreachable, "could not resolve host " + host});
}

TEST_CASE("a certificate that nobody vouches for is not accepted") {
  HttpServer server(Authority::self_signed({"localhost"}));
  const auto page = server.serve("/", Reply{200, "x"});
  const std::string port = std::to_string(server.port());
  // The certificate is for localhost: there nothing is wrong with it but its signer, elsewhere the name is
  // too.
  const auto host = GENERATE(as<std::string>(), "localhost", "127.0.0.1");
  const auto outcome = get_limited("https://" + host + ":" + port + "/");
  CHECK(outcome.kind == FetchOutcome::Unreachable);
  CHECK(outcome.detail.substr(0, 26) == "certificate is not valid: ");
  CHECK(outcome.detail.find("SSL") == std::string::npos);
  CHECK(page.hits() == 0);
}

TEST_CASE("a server without TLS gives no secure connection") {
  HttpServer server;
  const std::string host = "127.0.0.1:" + std::to_string(server.port());
  const auto outcome = get_limited("https://" + host + "/");
  CHECK(outcome.kind == FetchOutcome::Unreachable);
  CHECK(outcome.detail.substr(0, 25 + host.size()) == "no secure connection to " + host + ":");
}
