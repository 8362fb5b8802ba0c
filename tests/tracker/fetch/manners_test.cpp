// How a run behaves towards hosts: one request at a time, pauses, waits, budgets, and how it ends.
#include "tests/support/catch.h"
#include "tests/support/socks_server.h"
#include "tests/tracker/fetch/fixture.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

using namespace tests;
using std::chrono::milliseconds;
using std::chrono::seconds;
using tracker::fetch::Job;
using tracker::model::FetchOutcome;
using tracker::model::RobotsAccess;

namespace {

tracker::fetch::Settings patient_settings() {
  auto settings = quick_settings();
  settings.delay = seconds(2);
  settings.backoff = seconds(4);
  settings.attempts = 3;
  return settings;
}

tracker::fetch::RobotsFile rules(const std::string& origin, const std::string& body) {
  return {origin, RobotsAccess::Found, *tracker::base::from_rfc3339("2024-02-01T12:00:00Z"), 200, "", body};
}

}  // namespace

TEST_CASE("a host is asked one request at a time, with the delay between") {
  HttpServer server;
  std::atomic<int> now_asking{0}, most{0};
  const auto page = server.serve("/", [&](const Asked&) {
    most = std::max<int>(most, ++now_asking);
    --now_asking;
    return Reply{200, "x"};
  });
  TestOwner owner;
  FakeClock clock;
  run(owner, std::vector<Job>(5, job_to(server.url("/"))), patient_settings(), {}, &clock);
  CHECK(page.hits() == 5);
  CHECK(most == 1);
  CHECK(clock.passed == seconds(8));
}

TEST_CASE("hosts are asked in parallel: none waits for another") {
  HttpServer a, b;
  const auto page_a = a.serve("/", Reply{200, "a"});
  const auto page_b = b.serve("/", Reply{200, "b"});
  TestOwner owner;
  FakeClock clock;
  std::vector<Job> jobs;
  for (int i = 0; i < 4; ++i) {
    jobs.push_back(job_to(a.url("/")));
    jobs.push_back(job_to(b.url("/")));
  }
  run(owner, jobs, patient_settings(), {}, &clock);
  CHECK(page_a.hits() == 4);
  CHECK(page_b.hits() == 4);
  CHECK(clock.passed == seconds(6));
}

TEST_CASE("a site's Crawl-delay counts where it is the longer, up to a limit that is said") {
  struct Case {
    const char* asked;
    seconds kept;
    bool is_said;
  };
  const auto c = GENERATE(Case{"1", seconds(2), false}, Case{"10", seconds(10), false}, Case{"3600", seconds(60), true});
  HttpServer server;
  const auto page = server.serve("/", Reply{200, "x"});
  TestOwner owner;
  FakeClock clock;
  owner.robots[server.url("")] = rules(server.url(""), "User-agent: *\nCrawl-delay: " + std::string(c.asked) + "\n");
  run(owner, std::vector<Job>(2, job_to(server.url("/"))), patient_settings(), {}, &clock);
  CHECK(clock.passed == c.kept);
  const auto& warnings = owner.all.at(0).outcome.warnings;
  REQUIRE(warnings.size() == (c.is_said ? 1 : 0));
  if (c.is_said) CHECK(warnings[0] == "robots.txt asks for 3600 s between two requests; 60 s are kept");
}

TEST_CASE("a server that asks to wait is asked again after that time, in both forms") {
  const auto wait = GENERATE(std::string("30"), std::string("Thu, 01 Feb 2024 12:00:30 GMT"));
  HttpServer server;
  std::atomic<int> number{0};
  const auto page = server.serve("/", [&](const Asked&) {
    return ++number == 1 ? Reply{429, "", {{"Retry-After", wait}}} : Reply{200, "x"};
  });
  TestOwner owner;
  FakeClock clock;
  run(owner, {job_to(server.url("/"))}, patient_settings(), {}, &clock);
  const auto& outcome = owner.all.at(0).outcome;
  CHECK(outcome.kind == FetchOutcome::Fetched);
  CHECK(outcome.attempts == 2);
  CHECK(page.hits() == 2);
  CHECK(clock.passed == seconds(30));
}

TEST_CASE("without a time a server is asked again after waits that grow, and then no more in this run") {
  HttpServer server;
  const auto page = server.serve("/", Reply{503, ""});
  const auto other = server.serve("/other", Reply{200, "x"});
  TestOwner owner;
  FakeClock clock;
  run(owner, {job_to(server.url("/")), job_to(server.url("/other"))}, patient_settings(), {}, &clock);
  CHECK(owner.of(server.url("/")).kind == FetchOutcome::Refused);
  CHECK(owner.of(server.url("/")).detail == "HTTP 503 (out of service)");
  CHECK(owner.of(server.url("/")).attempts == 3);
  CHECK(page.hits() == 3);
  CHECK(clock.passed >= seconds(2 + 4));
  CHECK(clock.passed <= seconds(4 + 8));
  CHECK(owner.of(server.url("/other")).kind == FetchOutcome::Postponed);
  CHECK(owner.of(server.url("/other")).detail.find(" said HTTP 503 (out of service)") != std::string::npos);
  CHECK(other.hits() == 0);
}

TEST_CASE("a server that is out of service for an hour is asked a few times a run, and seen when it is back") {
  HttpServer server;
  FakeClock clock;
  const auto page = server.serve("/", [&](const Asked&) {
    return clock.passed < std::chrono::hours(1) ? Reply{503, "back soon"} : Reply{200, "back"};
  });
  int runs = 0;
  for (;; ++runs) {
    TestOwner owner;
    run(owner, {job_to(server.url("/"))}, patient_settings(), {}, &clock);
    if (owner.all.at(0).outcome.kind == FetchOutcome::Fetched) break;
    CHECK(owner.all.at(0).outcome.detail == "HTTP 503 (out of service)");
    clock.passed += std::chrono::minutes(10);
    REQUIRE(runs < 10);
  }
  CHECK(runs == 6);
  CHECK(page.hits() == 6 * 3 + 1);
}

TEST_CASE("a server that asks for more time than a run has is left for a later one") {
  HttpServer server;
  const auto page = server.serve("/", Reply{503, "", {{"Retry-After", "3600"}}});
  TestOwner owner;
  FakeClock clock;
  run(owner, {job_to(server.url("/")), job_to(server.url("/2"))}, patient_settings(), {}, &clock);
  CHECK(owner.all.at(0).outcome.detail == "HTTP 503 (out of service), retry after 3600");
  CHECK(owner.all.at(1).outcome.kind == FetchOutcome::Postponed);
  CHECK(page.hits() == 1);
  CHECK(clock.passed < seconds(5));
}

TEST_CASE("a host that asks for more time than a run has is left alone by later runs too, whoever would ask") {
  HttpServer server;
  const auto page = server.serve("/", Reply{429, "", {{"Retry-After", "3600"}}});
  const auto other = server.serve("/other", Reply{200, "x"});
  TestOwner owner;
  FakeClock clock;
  run(owner, {job_to(server.url("/"))}, patient_settings(), {}, &clock);
  CHECK(page.hits() == 1);
  clock.passed = std::chrono::minutes(59);
  run(owner, {job_to(server.url("/other"))}, patient_settings(), {}, &clock);
  CHECK(other.hits() == 0);
  CHECK(owner.of(server.url("/other")).kind == FetchOutcome::Postponed);
  CHECK(owner.of(server.url("/other")).detail ==
        server.url("").substr(7) + " asked to be left alone until 2024-02-01T13:00:00Z: HTTP 429 (too many requests), retry after 3600");
  clock.passed = std::chrono::minutes(61);
  run(owner, {job_to(server.url("/other"))}, patient_settings(), {}, &clock);
  CHECK(other.hits() == 1);
}

TEST_CASE("a host that does not want to be asked for its robots.txt is left alone for as long as it says, else for an hour") {
  struct Case {
    std::map<std::string, std::string> headers;
    const char* until;
  };
  const auto c = GENERATE(Case{{{"Retry-After", "7200"}}, "2024-02-01T14:00:00Z"}, Case{{{"Retry-After", "Thu, 01 Feb 2024 12:30:00 GMT"}}, "2024-02-01T12:30:00Z"},
                          Case{{}, "2024-02-01T13:00:00Z"}, Case{{{"Retry-After", "99999999"}}, "2024-02-08T12:00:00Z"});
  HttpServer server;
  const auto robots = server.serve("/robots.txt", Reply{429, "", c.headers});
  const auto page = server.serve("/", Reply{200, "x"});
  TestOwner owner;
  owner.asks_for_robots = true;
  FakeClock clock;
  auto settings = patient_settings();
  settings.attempts = 1;
  run(owner, {job_to(server.url("/"))}, settings, {}, &clock);
  CHECK(owner.all.at(0).outcome.kind == FetchOutcome::Postponed);
  CHECK(robots.hits() == 1);
  CHECK(owner.robots.empty());  // nobody knows what it says
  const auto until = *tracker::base::from_rfc3339(c.until);
  REQUIRE(owner.waits.size() == 1);
  CHECK(owner.waits.begin()->second.until == until);
  FakeClock before(until - seconds(1)), after(until);
  run(owner, {job_to(server.url("/"))}, settings, {}, &before);
  CHECK(robots.hits() == 1);
  CHECK(owner.all.at(1).outcome.kind == FetchOutcome::Postponed);
  run(owner, {job_to(server.url("/"))}, settings, {}, &after);
  CHECK(robots.hits() == 2);
  CHECK(page.hits() == 0);
}

TEST_CASE("an answer that was cut off is asked for again") {
  std::atomic<int> number{0};
  RawServer server([&](const RawServer::Connection& to) {
    to.send("HTTP/1.1 200 OK\r\nContent-Length: " + std::string(++number == 1 ? "100" : "4") + "\r\n\r\nhere");
  });
  TestOwner owner;
  run(owner, {job_to(server.url())}, patient_settings());
  CHECK(owner.all.at(0).outcome.body == "here");
  CHECK(owner.all.at(0).outcome.attempts == 2);
}

TEST_CASE("a host that does not answer three times in a row is left alone") {
  const std::string host = "http://127.0.0.1:" + std::to_string(closed_port());
  TestOwner owner;
  std::vector<Job> jobs;
  for (int i = 0; i < 6; ++i) jobs.push_back(job_to(host + "/" + std::to_string(i)));
  const auto totals = run(owner, jobs);
  CHECK(totals.requests == 3);
  CHECK(owner.all.at(2).outcome.kind == FetchOutcome::Unreachable);
  CHECK(owner.all.at(3).outcome.kind == FetchOutcome::Postponed);
  CHECK(owner.all.at(5).outcome.detail == host.substr(7) + " did not answer 3 times in a row");
}

TEST_CASE("robots.txt is asked for once a host, before its pages, and what it says is handed on to be kept") {
  HttpServer server;
  const auto robots = server.serve("/robots.txt", Reply{200, "User-agent: *\nDisallow: /private\n", {}, "text/plain"});
  const auto open = server.serve("/open", Reply{200, "x"});
  const auto closed = server.serve("/private", Reply{200, "x"});
  TestOwner owner;
  owner.asks_for_robots = true;
  run(owner, {job_to(server.url("/private")), job_to(server.url("/open"))});
  CHECK(robots.hits() == 1);
  CHECK(open.hits() == 1);
  CHECK(closed.hits() == 0);
  const auto& no = owner.of(server.url("/private"));
  CHECK(no.kind == FetchOutcome::Disallowed);
  CHECK(no.detail == "Disallow: /private");
  CHECK_FALSE(no.robots->allowed);
  CHECK(owner.of(server.url("/open")).robots->why == "no rule speaks of it");
  CHECK(owner.robots.at(server.url("")).access == RobotsAccess::Found);
}

TEST_CASE("what an earlier run kept of robots.txt is used for a day, but not that the host could not be reached") {
  HttpServer server;
  const auto robots = server.serve("/robots.txt", Reply{200, "User-agent: *\nDisallow: /\n"});
  const auto page = server.serve("/", Reply{200, "x"});
  TestOwner owner;
  owner.asks_for_robots = true;
  owner.robots[server.url("")] = rules(server.url(""), "");
  SECTION("fresh") {
    run(owner, {job_to(server.url("/"))});
    CHECK(robots.hits() == 0);
    CHECK(page.hits() == 1);
  }
  SECTION("a day old") {
    FakeClock clock(owner.now + std::chrono::hours(24));
    run(owner, {job_to(server.url("/"))}, quick_settings(), {}, &clock);
    CHECK(robots.hits() == 1);
    CHECK(page.hits() == 0);
  }
  SECTION("unreachable") {
    owner.robots[server.url("")].access = RobotsAccess::Unreachable;
    run(owner, {job_to(server.url("/"))});
    CHECK(robots.hits() == 1);
  }
}

TEST_CASE("a redirect to another host has that one's robots.txt asked first") {
  HttpServer from, to;
  const auto robots = to.serve("/robots.txt", Reply{200, "User-agent: TizimTest\nDisallow: /here\n"});
  const auto page = to.serve("/here", Reply{200, "x"});
  const auto moved = from.serve("/", Reply{302, "", {{"Location", to.url("/here")}}});
  TestOwner owner;
  owner.asks_for_robots = true;
  run(owner, {job_to(from.url("/"))});
  CHECK(owner.all.at(0).outcome.kind == FetchOutcome::Disallowed);
  CHECK(owner.all.at(0).outcome.final_url == to.url("/here"));
  CHECK(robots.hits() == 1);
  CHECK(page.hits() == 0);
}

TEST_CASE("when the budget of a run is used up, what is left is postponed and nothing more is asked") {
  HttpServer server;
  const auto page = server.serve("/", Reply{200, std::string(1000, 'x'), {}, "application/octet-stream"});
  auto settings = patient_settings();
  std::string why;
  SECTION("of requests") {
    settings.budget.requests = 2;
    why = "2 requests";
  }
  SECTION("of bytes") {
    settings.budget.bytes = 1500;
    why = "1500 bytes";
  }
  SECTION("of time") {
    settings.budget.time = seconds(3);
    why = "3 s";
  }
  TestOwner owner;
  run(owner, std::vector<Job>(5, job_to(server.url("/"))), settings);
  REQUIRE(owner.all.size() == 5);
  CHECK(page.hits() == 2);
  CHECK(owner.all.at(1).outcome.kind == FetchOutcome::Fetched);
  for (int i = 2; i < 5; ++i) {
    CHECK(owner.all.at(static_cast<std::size_t>(i)).outcome.kind == FetchOutcome::Postponed);
    CHECK(owner.all.at(static_cast<std::size_t>(i)).outcome.detail == "the budget of the run is used up: " + why);
  }
}

TEST_CASE("a run that is stopped ends at once, and says how much is left") {
  HttpServer server;
  const auto page = server.serve("/", Reply{200, "x"});
  RawServer silent([](const RawServer::Connection& to) { to.wait(); });
  TestOwner owner;
  owner.stop = [&] { return owner.all.size() == 2; };
  std::vector<Job> jobs(5, job_to(server.url("/")));
  jobs.push_back(job_to(silent.url()));
  const auto totals = run(owner, jobs);
  CHECK(totals.stopped);
  CHECK(totals.left == 4);
  CHECK(owner.all.size() == 2);
}

TEST_CASE("no more than so many requests are under way at once") {
  struct Slow {
    RawServer server;
    Slow(std::atomic<int>& now, std::atomic<int>& most)
        : server([&](const RawServer::Connection& to) {
            most = std::max<int>(most, ++now);
            std::this_thread::sleep_for(milliseconds(20));
            --now;
            to.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
          }) {}
  };
  std::atomic<int> now{0}, most{0};
  std::vector<std::unique_ptr<Slow>> servers;
  std::vector<Job> jobs;
  for (int i = 0; i < 12; ++i) {
    servers.push_back(std::make_unique<Slow>(now, most));
    jobs.push_back(job_to(servers.back()->server.url()));
  }
  auto settings = quick_settings();
  settings.most_at_once = 3;
  TestOwner owner;
  run(owner, jobs, settings);
  CHECK(owner.all.size() == 12);
  CHECK(most <= 3);
}

TEST_CASE("a proxy is used where it is set, and names are left to it") {
  RawServer proxy([](const RawServer::Connection& to) {
    const std::string body = "by proxy: " + to.path();
    to.send("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  });
  auto settings = quick_settings();
  settings.proxy = proxy.url("");
  TestOwner owner;
  auto outside = job_to("http://no-such-name.test/a");
  outside.request.allow_private_addresses = false;
  auto inside = job_to("http://127.0.0.1/a");
  inside.request.allow_private_addresses = false;
  auto local = job_to("http://localhost./a");
  local.request.allow_private_addresses = false;
  run(owner, {outside, inside, local}, settings);
  CHECK(owner.of("http://no-such-name.test/a").body == "by proxy: http://no-such-name.test/a");
  CHECK(owner.of("http://127.0.0.1/a").detail == "127.0.0.1 is not connected to: loopback address");
  CHECK(owner.of("http://localhost./a").detail == "localhost is not connected to: a name of this machine or its network");
  CHECK(proxy.connections() == 1);
}

TEST_CASE("through SOCKS a name is handed on as a name: nobody here looks it up") {
  SocksServer proxy("HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nonions");
  auto settings = quick_settings();
  settings.proxy = "socks5h://127.0.0.1:" + std::to_string(proxy.port());
  TestOwner owner;
  auto job = job_to("http://no-such-name.test/a");
  job.request.allow_private_addresses = false;
  run(owner, {job}, settings);
  CHECK(owner.all.at(0).outcome.body == "onions");
  CHECK(proxy.asked() == std::vector<std::string>{"name no-such-name.test:80"});
}

TEST_CASE("the progress counts what has ended and what has not") {
  HttpServer server;
  const auto page = server.serve("/", Reply{200, "x"});
  TestOwner owner;
  run(owner, std::vector<Job>(3, job_to(server.url("/"))));
  REQUIRE_FALSE(owner.shown.empty());
  const auto& last = owner.shown.back();
  REQUIRE(last.hosts.size() == 1);
  CHECK(last.ended == 3);
  CHECK(last.waiting == 0);
  CHECK(last.hosts[0].ended == 3);
  CHECK(last.hosts[0].state == tracker::fetch::HostState::Done);
  CHECK(last.bytes > 3);
}

TEST_CASE("an owner who takes his time with pages holds up the next request to a host by one page at most") {
  constexpr int kQuick = 8;
  std::vector<std::unique_ptr<HttpServer>> servers;
  std::vector<HttpServer::Endpoint> pages;
  std::vector<Job> jobs;
  for (int i = 0; i < kQuick; ++i) {
    servers.push_back(std::make_unique<HttpServer>());
    pages.push_back(servers.back()->serve("/", Reply{200, "quick"}));
    jobs.push_back(job_to(servers.back()->url("/")));
  }
  HttpServer other;
  std::atomic<int> told{0};
  std::atomic<int> told_before_next{-1};
  // It answers while the owner hears of the quick ones.
  const auto first = other.serve("/1", [&](const Asked&) {
    while (told < 2) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return Reply{200, "first"};
  });
  const auto second = other.serve("/2", [&](const Asked&) {
    told_before_next = told.load();
    return Reply{200, "second"};
  });
  jobs.push_back(job_to(other.url("/1")));
  jobs.push_back(job_to(other.url("/2")));
  TestOwner owner;
  owner.next = [&](const TestOwner::Ended&) {
    ++told;
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    return std::vector<Job>();
  };
  run(owner, jobs);
  CHECK(owner.all.size() == kQuick + 2);
  CHECK(told_before_next >= 2);
  CHECK(told_before_next <= 4);
}
