#include "tests/tracker/fetch/behaviours.h"

#include "tests/support/catch.h"

#include <fstream>

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
