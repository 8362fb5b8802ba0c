#include "tests/tracker/fetch/behaviours.h"

#include "tests/support/catch.h"

#include <chrono>
#include <fstream>
#include <thread>

using namespace tests;

namespace {

/// The most memory that this process has had since the last call, in MB; 0 where the system does not say.
int peak_megabytes() {
  std::ifstream status("/proc/self/status");
  std::string line;
  int kilobytes = 0;
  while (std::getline(status, line))
    if (line.rfind("VmHWM:", 0) == 0) kilobytes = std::stoi(line.substr(6));
  std::ofstream("/proc/self/clear_refs") << "5";
  return kilobytes / 1024;
}

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kMeasuresMemory = false;
#else
constexpr bool kMeasuresMemory = true;
#endif

}  // namespace

TEST_CASE("whatever servers do, all in one run: each outcome is what it should be, and the others are untouched") {
  Stage stage;
  TestOwner owner;
  auto settings = quick_settings();
  settings.ca_file = stage.ca_file;
  std::vector<Performance> performances;
  std::vector<tracker::fetch::Job> jobs;
  owner.asks_for_robots = true;
  for (const auto& behaviour : behaviours()) {
    performances.push_back(behaviour.perform(stage));
    auto& made = performances.back();
    made.job.source = behaviour.name;
    if (!made.asks_for_robots) owner.has_no_robots.insert(made.job.request.url);
    jobs.push_back(made.job);
  }
  REQUIRE(behaviours().size() >= 60);
  peak_megabytes();
  FakeClock clock;
  const auto totals = run(owner, jobs, settings, stage.hooks(), &clock);
  const int peak = peak_megabytes();
  CHECK(totals.left == 0);
  REQUIRE(owner.all.size() == behaviours().size());
  std::map<std::string, const TestOwner::Ended*> by_name;
  for (const auto& ended : owner.all) by_name[ended.job.source] = &ended;
  for (std::size_t i = 0; i < behaviours().size(); ++i) {
    const auto& behaviour = behaviours()[i];
    INFO(behaviour.name << ": " << behaviour.what);
    REQUIRE(by_name.count(behaviour.name));
    const auto& outcome = by_name[behaviour.name]->outcome;
    INFO("detail: " << outcome.detail);
    CHECK(tracker::model::code_of(outcome.kind) == tracker::model::code_of(behaviour.expected.kind));
    CHECK(outcome.detail.substr(0, behaviour.expected.detail.size()) == behaviour.expected.detail);
    CHECK(outcome.detail.empty() == behaviour.expected.detail.empty());
    CHECK(outcome.milliseconds < 10'000);
    if (performances[i].also) performances[i].also(outcome);
  }
  // The bombs, their servers and the session, all at once.
  if (kMeasuresMemory) CHECK(peak < 256);
  for (const auto& address : stage.connected) CHECK(address.substr(0, 4) == "127.");
}

TEST_CASE("by the limits that every source has, a server that is silent or dribbles is given up inside ten seconds, and a slow one is not") {
  using Connection = RawServer::Connection;
  using std::chrono::milliseconds;
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n";
  RawServer silent([](const Connection& to) { to.wait(); });
  RawServer silent_in_tls([](const Connection& to) { to.wait(); });
  RawServer slow_head([&](const Connection& to) {
    to.send("HTTP/1.1 200 OK\r\nX: ");
    to.send_for_ever("a", milliseconds(1000));
  });
  RawServer slow_body([&](const Connection& to) {
    to.send(head + "\r\n");
    to.send_for_ever(std::string(90, 'a'), milliseconds(100));
  });
  RawServer slow_and_honest([&](const Connection& to) {
    std::this_thread::sleep_for(milliseconds(5000));
    to.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nword");
  });
  const std::vector<std::string> hostile = {silent.url(), "https" + silent_in_tls.url().substr(4), slow_head.url(), slow_body.url()};
  TestOwner owner;
  std::vector<tracker::fetch::Job> jobs;
  for (const auto& url : hostile) jobs.push_back(job_to(url));
  jobs.push_back(job_to(slow_and_honest.url()));
  for (auto& job : jobs) job.request.limits = {};
  const auto begun = std::chrono::steady_clock::now();
  run(owner, jobs);
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(10));
  for (const auto& url : hostile) {
    INFO(url << ": " << owner.of(url).detail);
    CHECK(owner.of(url).kind == tracker::model::FetchOutcome::Unreachable);
    CHECK(owner.of(url).milliseconds < 10'000);
  }
  CHECK(owner.of(silent.url()).detail == "no answer within 9 s");
  CHECK(owner.of(slow_head.url()).detail == "the answer came too slowly: less than 9000 bytes in 9 s");
  CHECK(owner.of(slow_and_honest.url()).kind == tracker::model::FetchOutcome::Fetched);
}
