#include "tests/tracker/fetch/behaviours.h"

#include "tests/support/catch.h"
#include "tests/support/pack.h"
#include "tracker/fetch/certificate.h"
#include "tracker/fetch/idn.h"

#include <fstream>

namespace tests {
namespace {

using enum tracker::model::FetchOutcome;
using Connection = RawServer::Connection;
using std::chrono::milliseconds;

const std::string kOk = "HTTP/1.1 200 OK\r\n";
const std::string kEnd = "\r\n";
constexpr std::size_t kBomb = 30 << 20;

/// Low limits, so that what never ends soon does.
tracker::fetch::Job limited(const std::string& url) {
  auto job = job_to(url);
  auto& limits = job.request.limits;
  limits.total = std::chrono::seconds(6);
  limits.connect = std::chrono::seconds(6);
  limits.body_bytes = 300'000;
  limits.wire_bytes = 400'000;
  limits.ratio_from = 100'000;
  limits.ratio = 100;
  limits.header_bytes = 20'000;
  limits.low_speed_time = milliseconds(3000);
  limits.low_speed_bytes = 600;
  return job;
}

std::string page(const std::string& body, const std::string& headers = {}) {
  return kOk + headers + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string status(const std::string& line, const std::string& headers = {}, const std::string& body = "words") {
  return "HTTP/1.1 " + line + "\r\n" + headers + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string redirect(const std::string& to) { return status("302 Found", "Location: " + to + "\r\n", ""); }

using Perform = std::function<Performance(Stage&)>;

Perform script(RawServer::Script says) {
  return [says = std::move(says)](Stage&) {
    auto server = std::make_shared<RawServer>(says);
    return Performance{limited(server->url()), server, false, {}};
  };
}

Perform bytes(std::string said) {
  return script([said = std::move(said)](const Connection& to) { to.send(said); });
}

/// The same with a closer look at the outcome.
Perform checked(Perform perform, std::function<void(const tracker::fetch::Outcome&)> also) {
  return [=](Stage& stage) {
    Performance made = perform(stage);
    made.also = also;
    return made;
  };
}

/// A server that has a robots.txt, or does something else when it is asked for one, and a page.
Perform robots(RawServer::Script says_robots) {
  return [says_robots = std::move(says_robots)](Stage&) {
    auto server = std::make_shared<RawServer>([=](const Connection& to) {
      if (to.path() == "/robots.txt") return says_robots(to);
      to.send(page("the page"));
    });
    return Performance{limited(server->url("/page")), server, true, {}};
  };
}
Perform robots(std::string said) {
  return robots([said = std::move(said)](const Connection& to) { to.send(said); });
}

/// A host name of its own, which has these addresses, one set an enquiry.
Perform named(const std::string& host, std::vector<std::vector<std::string>> addresses, RawServer::Script says) {
  return [=](Stage& stage) {
    stage.names[host] = addresses;
    auto server = std::make_shared<RawServer>(says);
    return Performance{limited("http://" + host + ':' + std::to_string(server->port()) + "/"), server, false, {}};
  };
}

Perform tls(std::function<std::unique_ptr<Identity>(const Authority&)> identity, std::function<Reply()> says = {}) {
  return [=](Stage& stage) {
    struct Kept {
      HttpServer server;
      HttpServer::Endpoint endpoint;
      explicit Kept(std::unique_ptr<Identity> id, const Reply& reply) : server(std::move(id)), endpoint(server.serve("/", reply)) {}
    };
    auto kept = std::make_shared<Kept>(identity(stage.authority), says ? says() : Reply{200, "over TLS"});
    return Performance{limited(kept->server.url("/")), kept, false, {}};
  };
}

std::unique_ptr<Identity> good(const Authority& authority) { return authority.issue(); }

std::string chunk(const std::string& piece) {
  char size[20];
  std::snprintf(size, sizeof size, "%zx\r\n", piece.size());
  return size + piece + "\r\n";
}

void add_bodies(std::vector<Behaviour>& all) {
  all.push_back({"healthy", "a page", {Fetched, ""}, bytes(page("a page"))});
  all.push_back({"silent", "takes the request and says nothing", {Unreachable, "no answer within 3 s"},
                 script([](const Connection& to) { to.wait(); })});
  all.push_back({"slow headers", "sends its headers byte by byte", {Unreachable, "the answer came too slowly"},
                 script([](const Connection& to) {
                   to.send(kOk + "X: ");
                   to.send_for_ever("a", milliseconds(50));
                 })});
  all.push_back({"one byte a second", "sends its body byte by byte", {Unreachable, "the answer came too slowly"},
                 script([](const Connection& to) {
                   to.send(kOk + "Content-Length: 100000\r\n\r\n");
                   to.send_for_ever("a", milliseconds(1000));
                 })});
  all.push_back({"never done", "sends just fast enough, and never ends", {Unreachable, "the answer did not end within 6 s"},
                 script([](const Connection& to) {
                   to.send(kOk + "Content-Length: 100000\r\n\r\n");
                   to.send_for_ever(std::string(100, 'a'), milliseconds(100));
                 })});
  all.push_back({"endless body", "sends for ever, without a length", {Refused, "the page is larger than 300000 bytes"},
                 script([](const Connection& to) {
                   to.send(kOk + kEnd);
                   to.send_for_ever(std::string(10'000, 'a'));
                 })});
  all.push_back({"endless chunks", "sends chunks for ever", {Refused, "the page is larger than 300000 bytes"},
                 script([](const Connection& to) {
                   to.send(kOk + "Transfer-Encoding: chunked\r\n\r\n");
                   to.send_for_ever(chunk(std::string(1000, 'a')));
                 })});
  all.push_back({"announced too large", "says that the body is larger than the limit", {Refused, "the page is larger than"},
                 script([](const Connection& to) {
                   to.send(kOk + "Content-Length: 5000000000\r\n\r\n");
                   to.wait();
                 })});
  all.push_back({"too long a length", "says a greater length than it sends", {Unreachable, "the answer was cut off"},
                 bytes(kOk + "Content-Length: 100\r\n\r\nten bytes.")});
  all.push_back({"too short a length", "sends more than the length it says", {Fetched, ""},
                 checked(bytes(kOk + "Content-Length: 5\r\n\r\n0123456789"), [](const auto& o) { CHECK(o.body == "01234"); })});
  all.push_back({"no length", "says no length and closes at the end", {Fetched, ""},
                 checked(bytes(kOk + kEnd + "to the end"), [](const auto& o) { CHECK(o.body == "to the end"); })});
  all.push_back({"negative length", "says a length below zero", {Refused, "the answer is not HTTP as it should be"},
                 bytes(kOk + "Content-Length: -5\r\n\r\n")});
  all.push_back({"chunks cut", "closes in the middle of a chunk", {Unreachable, "the answer was cut off"},
                 bytes(kOk + "Transfer-Encoding: chunked\r\n\r\nff\r\n0123456789")});
  all.push_back({"chunks without end", "closes before the last chunk", {Unreachable, "the answer was cut off"},
                 bytes(kOk + "Transfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n")});
  all.push_back({"chunk of nonsense", "says a chunk size that is no number", {Unreachable, "the connection broke"},
                 bytes(kOk + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n01234\r\n")});
  all.push_back({"empty", "200 and nothing", {Fetched, ""}, checked(bytes(page("")), [](const auto& o) { CHECK(o.body.empty()); })});
  all.push_back({"closed at once", "closes without a word", {Unreachable, "127.0.0.1:"}, bytes("")});
  all.push_back({"reset", "breaks the connection in the middle of the body", {Unreachable, "the "},
                 script([](const Connection& to) {
                   to.send(kOk + "Content-Length: 100\r\n\r\nsome");
                   std::this_thread::sleep_for(milliseconds(50));
                   to.reset();
                 })});
  all.push_back({"nobody there", "a port where nobody listens", {Unreachable, "could not connect to 127.0.0.1:"}, [](Stage&) {
                   return Performance{limited("http://127.0.0.1:" + std::to_string(closed_port()) + "/"), nullptr, false, {}};
                 }});
}

void add_codings(std::vector<Behaviour>& all) {
  const auto coded = [](const std::string& coding, const std::string& body) {
    return bytes(page(body, "Content-Encoding: " + coding + "\r\n"));
  };
  const std::string zeros(kBomb, '\0');
  const Expected bomb{Refused, "the page "};
  const auto small = [](const tracker::fetch::Outcome& o) { CHECK(o.body.empty()); };
  all.push_back({"gzip bomb", "30 MB of nothing in 30 kB of gzip", bomb, checked(coded("gzip", gzipped(zeros)), small)});
  all.push_back({"brotli bomb", "30 MB of nothing in a few bytes of brotli", bomb, checked(coded("br", brotlied(zeros)), small)});
  all.push_back({"zstd bomb", "30 MB of nothing in 3 kB of zstd", bomb, checked(coded("zstd", zstded(zeros)), small)});
  all.push_back({"bomb in a bomb", "gzip in gzip", bomb, checked(coded("gzip, gzip", gzipped(gzipped(zeros))), small)});
  all.push_back({"bomb below the ratio", "text that packs well, and is larger than the limit", {Refused, "the page is larger"},
                 [](Stage& stage) {
                   std::string text;
                   for (int i = 0; text.size() < 1'000'000; ++i) text += std::to_string(i * 2654435761U) + ' ';
                   return bytes(page(gzipped(text), "Content-Encoding: gzip\r\n"))(stage);
                 }});
  all.push_back({"bare deflate", "the deflate that some servers mean", {Fetched, ""},
                 checked(coded("deflate", deflated("packed", -15)), [](const auto& o) { CHECK(o.body == "packed"); })});
  all.push_back({"brotli", "a page packed as it was offered", {Fetched, ""},
                 checked(coded("br", brotlied("packed")), [](const auto& o) {
                   CHECK(o.body == "packed");
                   CHECK(o.wire_bytes == static_cast<long long>(brotlied("packed").size()));
                 })});
  all.push_back({"gzip cut off", "gzip without its end", {Refused, "the body's compression is damaged"},
                 coded("gzip", gzipped("packed").substr(0, 15))});
  all.push_back({"gzip that is none", "plain text said to be gzip", {Refused, "the body's compression is damaged"}, coded("gzip", "plain")});
  all.push_back({"unknown coding", "a coding that nobody offered", {Refused, "the body has a coding that was not asked for"},
                 coded("sdch", "plain")});
}

void add_heads(std::vector<Behaviour>& all) {
  all.push_back({"10,000 headers", "10,000 short headers", {Refused, "there are more than 500 lines of headers"},
                 [](Stage& stage) {
                   std::string many = kOk;
                   for (int i = 0; i < 10'000; ++i) many += "A: b\r\n";
                   return bytes(many + kEnd)(stage);
                 }});
  all.push_back({"header bomb", "one header that never ends", {Refused, "a header is too long"},
                 script([](const Connection& to) {
                   to.send(kOk + "X: ");
                   to.send_for_ever(std::string(10'000, 'a'));
                 })});
  all.push_back({"large headers", "headers of 50 kB", {Refused, "the headers have more than 20000 bytes"},
                 bytes(kOk + "X: " + std::string(50'000, 'a') + "\r\n\r\n")});
  all.push_back({"early hints for ever", "provisional answers without end", {Refused, "the"},
                 script([](const Connection& to) { to.send_for_ever("HTTP/1.1 103 Early Hints\r\n\r\n"); })});
  all.push_back({"trailers for ever", "headers after the body, without end", {Refused, "the"},
                 script([](const Connection& to) {
                   to.send(kOk + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n");
                   to.send_for_ever("X: " + std::string(100, 'a') + "\r\n");
                 })});
  all.push_back({"zero byte in a header", "a header with a NUL byte", {Refused, "the answer is not HTTP as it should be"},
                 bytes(kOk + std::string("X: a\0b\r\n\r\n", 10))});
  all.push_back({"HTTP/0.9", "a page without any head, as in 1991", {Refused, "the answer is not HTTP as it should be"},
                 bytes("<p>a page of 1991</p>")});
  all.push_back({"another protocol", "greets as an SSH server", {Refused, "the answer is not HTTP as it should be"},
                 bytes("SSH-2.0-OpenSSH_9.2\r\n")});
  all.push_back({"status of four digits", "HTTP 2000", {Refused, "the answer is not HTTP as it should be"}, bytes("HTTP/1.1 2000 OK\r\n\r\n")});
  all.push_back({"a head in the trailers", "another head after an empty body", {Fetched, ""},
                 checked(bytes(kOk + "ETag: one\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nHTTP/1.1 200 OK: x\r\nETag: two\r\n\r\n"),
                         [](const auto& o) {
                           CHECK(o.headers.at("etag") == "one");
                           CHECK(o.response.find("two") == std::string::npos);
                         })});
  all.push_back({"two ETags", "the same header twice", {Fetched, ""},
                 checked(bytes(page("a", "ETag: one\r\nETag: two\r\n")), [](const auto& o) { CHECK(o.headers.at("etag") == "one"); })});
}

void add_statuses(std::vector<Behaviour>& all) {
  const auto says = [&all](const std::string& name, const std::string& line, const std::string& detail,
                           const std::string& headers = {}, const std::string& body = "words") {
    all.push_back({name, "answers " + line, {Refused, detail}, bytes(status(line, headers, body))});
  };
  says("no content", "204 No Content", "HTTP 204 (no content)", "", "");
  says("206 unasked", "206 Partial Content", "HTTP 206 (a part only)", "Content-Range: bytes 0-4/100\r\n");
  says("304 without asking", "304 Not Modified", "HTTP 304 (not modified, which was not asked)", "", "");
  says("401", "401 Unauthorized", "HTTP 401 (asks for a password)", "WWW-Authenticate: Basic realm=x\r\n");
  says("403", "403 Forbidden", "HTTP 403 (forbidden)");
  says("404", "404 Not Found", "HTTP 404 (not found)");
  says("410", "410 Gone", "HTTP 410 (gone)");
  says("451", "451 Unavailable For Legal Reasons", "HTTP 451 (blocked for legal reasons)");
  says("500", "500 Internal Server Error", "HTTP 500 (error inside the server)");
  says("429 with seconds", "429 Too Many Requests", "HTTP 429 (too many requests), retry after 3600", "Retry-After: 3600\r\n");
  says("429 with a date", "429 Too Many Requests", "HTTP 429 (too many requests), retry after Thu, 01 Feb 2034 13:00:00 GMT",
       "Retry-After: Thu, 01 Feb 2034 13:00:00 GMT\r\n");
  says("503 for long", "503 Service Unavailable", "HTTP 503 (out of service), retry after 7200", "Retry-After: 7200\r\n");
  all.push_back({"endless 404", "a page of errors without end", {Refused, "HTTP 404 (not found)"},
                 script([](const Connection& to) {
                   to.send("HTTP/1.1 404 Not Found\r\n\r\n");
                   to.send_for_ever(std::string(10'000, 'a'));
                 })});
  all.push_back({"ETag that changes", "a new ETag each time, whatever was asked", {Fetched, ""}, [](Stage& stage) {
                   Performance made = script([](const Connection& to) {
                     static std::atomic<int> number{0};
                     to.send(page("same", "ETag: \"" + std::to_string(++number) + "\"\r\n"));
                   })(stage);
                   made.job.request.etag = "\"0\"";
                   return made;
                 }});
  all.push_back({"captcha", "a captcha with status 200", {Fetched, ""}, bytes(page("<p>Are you human?</p>"))});
}

void add_redirects(std::vector<Behaviour>& all) {
  const auto leads = [&all](const std::string& name, const std::string& to, const std::string& detail) {
    all.push_back({name, "redirects to " + to, {Refused, detail}, bytes(redirect(to))});
  };
  leads("redirect to a file", "file:///etc/passwd", "the redirect to file:///etc/passwd is not followed: only http and https");
  leads("redirect to FTP", "ftp://127.0.0.1/", "the redirect to ftp://127.0.0.1/ is not followed: only http and https");
  leads("redirect to gopher", "gopher://127.0.0.1:25/x", "the redirect to gopher://127.0.0.1:25/x is not followed");
  leads("redirect to a script", "javascript:alert(1)", "the redirect to javascript:alert(1) is not followed");
  leads("redirect with a user", "http://user:word@127.0.0.1/", "the redirect to http://user:word@127.0.0.1/ is not followed: the address has a user name");
  leads("redirect to the cloud's secrets", "http://169.254.169.254/latest/meta-data/", "169.254.169.254 is not connected to: link-local address");
  leads("redirect to them in one number", "http://2852039166/", "169.254.169.254 is not connected to: link-local address");
  leads("redirect to no machine", "http://0.0.0.0/", "0.0.0.0 is not connected to: address of no machine");
  leads("redirect to a wrapped address", "http://[::ffff:127.0.0.1]/", "::ffff:127.0.0.1 is not connected to: IPv4-mapped address");
  leads("redirect by 6to4", "http://[2002:7f00:1::]/", "2002:7f00:1:: is not connected to: 6to4 address");
  leads("redirect by NAT64", "http://[64:ff9b::7f00:1]/", "64:ff9b::7f00:1 is not connected to: NAT64 address");
  leads("redirect by Teredo", "http://[2001:0:7f00:1::]/", "2001:0:7f00:1:: is not connected to: Teredo address");
  leads("redirect to a forbidden machine", "http://127.0.0.9/", "127.0.0.9 must not be reached");
  leads("redirect to nowhere", "", "a redirect without an address");
  leads("redirect to a mile of letters", "/" + std::string(5000, 'a'), "the redirect to /aaa");
  all.push_back({"1,000 redirects", "each page leads to the next", {Refused, "more than 5 redirects"},
                 script([](const Connection& to) {
                   const int number = std::stoi('0' + to.path().substr(1));
                   to.send(number < 1000 ? redirect("/" + std::to_string(number + 1)) : page("at last"));
                 })});
  all.push_back({"redirect in a circle", "two pages lead to each other", {Refused, "the redirects go in a circle"},
                 script([](const Connection& to) { to.send(redirect(to.path() == "/" ? "/b" : "/")); })});
  all.push_back({"cookie wall", "leads to itself until a cookie comes back", {Refused, "the redirects go in a circle"},
                 script([](const Connection& to) {
                   const bool has_cookie = to.head().find("Cookie:") != std::string::npos;
                   to.send(has_cookie ? page("inside") : status("302 Found", "Set-Cookie: a=b\r\nLocation: /\r\n", ""));
                 })});
  all.push_back({"login page", "leads to a form with status 200", {Fetched, ""},
                 checked(script([](const Connection& to) { to.send(to.path() == "/" ? redirect("/login") : page("<form>")); }),
                         [](const auto& o) {
                           CHECK(o.via.size() == 1);
                           CHECK(o.final_url.find("/login") != std::string::npos);
                         })});
  all.push_back({"redirect cut off", "a redirect whose body is cut off", {Fetched, ""}, script([](const Connection& to) {
                   to.send(to.path() == "/" ? "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 50\r\n\r\ncut" : page("here"));
                 })});
}

void add_names(std::vector<Behaviour>& all) {
  const auto says_page = [](const Connection& to) { to.send(page("the page")); };
  all.push_back({"name of the cloud's secrets", "a name that resolves to 169.254.169.254",
                 {Refused, "169.254.169.254 is not connected to: link-local address"}, named("secrets.test", {{"169.254.169.254"}}, says_page)});
  all.push_back({"redirect to such a name", "redirects to a name that resolves to 169.254.169.254",
                 {Refused, "169.254.169.254 is not connected to: link-local address"}, [](Stage& stage) {
                   stage.names["metadata.test"] = {{"169.254.169.254"}};
                   return bytes(redirect("http://metadata.test/latest/"))(stage);
                 }});
  all.push_back({"rebinding", "a name that is harmless at first and another machine at the redirect",
                 {Refused, "127.0.0.9 must not be reached"},
                 named("rebind.test", {{"127.0.0.1"}, {"127.0.0.9"}}, [](const Connection& to) { to.send(redirect("/again")); })});
  all.push_back({"name of many addresses", "a name whose first address must not be reached", {Fetched, ""},
                 named("many.test", {{"127.0.0.9", "127.0.0.1"}}, says_page)});
  all.push_back({"user in the address", "the source's own address has a user name", {Refused, "the address has a user name in it"},
                 [](Stage&) { return Performance{limited("http://user@127.0.0.1/"), nullptr, false, {}}; }});
  all.push_back({"look-alike", "a name that looks like one of the list and is another", {Fetched, ""}, [says_page](Stage& stage) {
                   const std::string fake = "ехаmple-known.test";  // three Cyrillic letters
                   Performance made = named(*tracker::fetch::host_to_ascii(fake), {{"127.0.0.1"}}, says_page)(stage);
                   made.also = [](const auto& o) {
                     REQUIRE(o.warnings.size() == 1);
                     CHECK(o.warnings[0].find("looks like example-known.test and is another") != std::string::npos);
                   };
                   return made;
                 }});
  all.push_back({"the one it looks like", "the true name", {Fetched, ""}, named("example-known.test", {{"127.0.0.1"}}, says_page)});
}

void add_tls(std::vector<Behaviour>& all) {
  const std::string bad = "certificate is not valid: ";
  all.push_back({"good certificate", "TLS as it should be", {Fetched, ""}, checked(tls(good), [](const auto& o) {
                   const auto chain = tracker::fetch::read_chain(o.chain);
                   REQUIRE(chain.size() == 2);
                   CHECK(chain[0].subject_name == "127.0.0.1");
                   CHECK(chain[1].subject_name == "Test Root");
                 })});
  all.push_back({"self-signed", "a certificate that nobody vouches for", {Unreachable, bad}, checked(tls([](const Authority&) {
                   return Authority::self_signed();
                 }), [](const auto& o) { CHECK(tracker::fetch::read_chain(o.chain).size() == 1); })});
  all.push_back({"unknown authority", "a certificate by an authority that is not believed", {Unreachable, bad}, tls([](const Authority&) {
                   return Authority("Other Root", "Other Trust").issue();
                 })});
  all.push_back({"expired", "a certificate of yesterday", {Unreachable, bad + "certificate has expired"},
                 tls([](const Authority& authority) { return authority.issue({"127.0.0.1", -7000, -3600}); })});
  all.push_back({"not yet valid", "a certificate of tomorrow", {Unreachable, bad + "certificate is not yet valid"},
                 tls([](const Authority& authority) { return authority.issue({"127.0.0.1", 3600, 7000}); })});
  all.push_back({"wrong host", "the certificate of another host", {Unreachable, bad},
                 tls([](const Authority& authority) { return authority.issue({"other.test"}); })});
  all.push_back({"down from TLS", "redirects from https to http", {Refused, "the redirect to http://127.0.0.1/ is not followed: it leads from https to http"},
                 tls(good, [] { return Reply{302, "", {{"Location", "http://127.0.0.1/"}}}; })});
  all.push_back({"no TLS at all", "speaks plainly where TLS was asked for", {Unreachable, "no secure connection to 127.0.0.1:"}, [](Stage&) {
                   auto server = std::make_shared<HttpServer>();
                   return Performance{limited("https://127.0.0.1:" + std::to_string(server->port()) + "/"), server, false, {}};
                 }});
}

void add_robots(std::vector<Behaviour>& all) {
  all.push_back({"no robots.txt", "404 for it", {Fetched, ""}, checked(robots(status("404 Not Found")), [](const auto& o) {
                   REQUIRE(o.robots);
                   CHECK(o.robots->why == "there is no robots.txt: HTTP 404 (not found)");
                 })});
  for (const char* line : {"401 Unauthorized", "403 Forbidden", "410 Gone", "451 Unavailable For Legal Reasons"})
    all.push_back({"robots.txt " + std::string(line), "a robots.txt that is not to be had: everything is allowed", {Fetched, ""},
                   robots(status(line))});
  all.push_back({"robots.txt 304 without asking", "not modified, which nobody asked", {Fetched, ""}, robots(status("304 Not Modified", "", ""))});
  all.push_back({"robots.txt by a redirect to nowhere", "a redirect without an address", {Fetched, ""}, robots(status("302 Found"))});
  all.push_back({"robots.txt by a redirect to a file", "a redirect to file:", {Fetched, ""}, robots(redirect("file:///etc/passwd"))});
  all.push_back({"robots.txt cut off", "closes in the middle of it", {Disallowed, "robots.txt could not be seen: the answer was cut off"},
                 robots(kOk + "Content-Length: 100\r\n\r\nUser-agent: *\n")});
  all.push_back({"robots.txt reset", "breaks the connection in the middle of it", {Disallowed, "robots.txt could not be seen: the "},
                 robots([](const Connection& to) {
                   to.send(kOk + "Content-Length: 100\r\n\r\nUser");
                   std::this_thread::sleep_for(milliseconds(50));
                   to.reset();
                 })});
  all.push_back({"robots.txt badly packed", "gzip that is none", {Disallowed, "robots.txt could not be seen: the body's compression is damaged"},
                 robots(page("plain", "Content-Encoding: gzip\r\n"))});
  all.push_back({"robots.txt byte by byte", "sends it more slowly than anybody waits", {Disallowed, "robots.txt could not be seen: the answer came too slowly"},
                 robots([](const Connection& to) {
                   to.send(kOk + "Content-Length: 100000\r\n\r\n");
                   to.send_for_ever("a", milliseconds(500));
                 })});
  all.push_back({"robots.txt behind a header bomb", "one header that never ends", {Disallowed, "robots.txt could not be seen: a header is too long"},
                 robots([](const Connection& to) {
                   to.send(kOk + "X: ");
                   to.send_for_ever(std::string(10'000, 'a'));
                 })});
  all.push_back({"robots.txt of 1991", "a file without any head", {Refused, "the answer is not HTTP as it should be"}, robots("User-agent: *\n")});
  all.push_back({"robots.txt in two bytes a letter", "UTF-16, which the standard does not have", {Fetched, ""},
                 robots(page(std::string("\xff\xfe" "D\0i\0s\0a\0l\0l\0o\0w\0:\0/\0", 22)))});
  all.push_back({"robots.txt allows", "rules that speak of other pages", {Fetched, ""},
                 robots(page("User-agent: *\nDisallow: /private\n"))});
  all.push_back({"robots.txt asks not to", "a rule against the page", {Disallowed, "Disallow: /page"},
                 robots(page("User-agent: *\nDisallow: /page\n"))});
  all.push_back({"robots.txt asks us not to", "a rule for our name, with a byte order mark", {Disallowed, "Disallow: /"},
                 robots(page("\xef\xbb\xbfUser-agent: TizimTest\nDisallow: /\n\nUser-agent: *\nAllow: /\n"))});
  all.push_back({"robots.txt is broken", "500 for it", {Disallowed, "robots.txt could not be seen: HTTP 500"},
                 robots(status("500 Internal Server Error"))});
  all.push_back({"robots.txt out of service", "503 for it", {Disallowed, "robots.txt could not be seen: HTTP 503"},
                 robots(status("503 Service Unavailable"))});
  all.push_back({"robots.txt without an answer", "closes when it is asked for it", {Unreachable, "127.0.0.1:"}, robots("")});
  all.push_back({"robots.txt in no time", "says nothing when it is asked for it", {Unreachable, "no answer within 3 s"},
                 robots([](const Connection& to) { to.wait(); })});
  all.push_back({"robots.txt too often", "429 for it", {Postponed, "127.0.0.1:"}, robots(status("429 Too Many Requests", "Retry-After: 3600\r\n"))});
  all.push_back({"robots.txt by redirect", "301 to where it is", {Disallowed, "Disallow: /page"}, [](Stage& stage) {
                   return robots([other = std::make_shared<RawServer>(page("User-agent: *\nDisallow: /page\n"))](const Connection& to) {
                     to.send(redirect(other->url("/rules")));
                   })(stage);
                 }});
  all.push_back({"robots.txt in a circle", "it leads to itself", {Fetched, ""}, robots(redirect("/robots.txt"))});
  all.push_back({"robots.txt by a thousand redirects", "more than five hops", {Fetched, ""}, [](Stage&) {
                   auto server = std::make_shared<RawServer>([](const Connection& to) {
                     if (to.path() == "/page") return void(to.send(page("the page")));
                     const std::size_t at = to.path().find('?');
                     to.send(redirect("/robots.txt?" + std::to_string(at == std::string::npos ? 1 : std::stoi(to.path().substr(at + 1)) + 1)));
                   });
                   return Performance{limited(server->url("/page")), server, true, {}};
                 }});
  all.push_back({"robots.txt of a forbidden machine", "it leads to a machine that must not be reached", {Unreachable, "127.0.0.9 must not be reached"},
                 robots(redirect("http://127.0.0.9/robots.txt"))});
  all.push_back({"robots.txt without end", "rules for ever: the first 500 KiB count", {Disallowed, "Disallow: /page"},
                 robots([](const Connection& to) {
                   to.send(kOk + kEnd + "User-agent: *\nDisallow: /page\n");
                   to.send_for_ever(std::string(10'000, '#'));
                 })});
  all.push_back({"robots.txt that is a page", "a captcha for it", {Fetched, ""}, robots(page("<html><p>Are you human?</p></html>"))});
  all.push_back({"robots.txt of zeros", "500 KiB of zero bytes", {Fetched, ""}, robots(page(std::string(512'000, '\0')))});
  all.push_back({"robots.txt as a bomb", "30 MB in gzip: the first 500 KiB count", {Fetched, ""},
                 robots(page(gzipped(std::string(kBomb, '\0')), "Content-Encoding: gzip\r\n"))});
}

}  // namespace

Stage::Stage() : ca_file((dir / "roots.pem").string()) {
  std::ofstream(ca_file) << authority.pem();
}

tracker::fetch::Hooks Stage::hooks() {
  tracker::fetch::Hooks hooks;
  hooks.resolve = [this](std::string_view host) {
    const auto found = names.find(std::string(host));
    if (found == names.end()) return std::vector<std::string>();
    const auto addresses = found->second.front();
    if (found->second.size() > 1) found->second.erase(found->second.begin());
    return addresses;
  };
  hooks.may_connect = [this](const tracker::fetch::Address& address, int) -> std::optional<std::string> {
    connected.push_back(to_string(address));
    if (to_string(address) == "127.0.0.9") return "127.0.0.9 must not be reached";
    return std::nullopt;
  };
  return hooks;
}

const std::vector<Behaviour>& behaviours() {
  static const std::vector<Behaviour> all = [] {
    std::vector<Behaviour> made;
    add_bodies(made);
    add_codings(made);
    add_heads(made);
    add_statuses(made);
    add_redirects(made);
    add_names(made);
    add_tls(made);
    add_robots(made);
    return made;
  }();
  return all;
}

}  // namespace tests
