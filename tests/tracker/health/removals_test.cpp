#include "tracker/health/removals.h"

#include "tests/support/catch.h"

using namespace tracker;
using health::Capture;

namespace {

/// A capture a day: "ab" had a and b; "!" before it was no good.
std::vector<Capture> daily(const std::vector<std::string>& days) {
  std::vector<Capture> captures;
  int day = 0;
  for (const auto& text : days) {
    Capture capture;
    capture.at = base::Instant(std::chrono::hours(24 * ++day));
    capture.is_good = text.empty() || text[0] != '!';
    for (const char c : text)
      if (c != '!') capture.items.insert(std::string(1, c));
    captures.push_back(std::move(capture));
  }
  return captures;
}

std::string gone(const std::vector<std::string>& days) {
  std::string out;
  for (const auto& removal : health::propose_removals(daily(days))) out += removal.item + std::to_string(removal.captures);
  return out;
}

}  // namespace

TEST_CASE("what may have been taken off a listing is proposed when two good captures agree") {
  struct Row {
    const char* what;
    std::vector<std::string> days;
    const char* gone;
  };
  const std::vector<Row> rows = {
      {"nothing is missing", {"ab", "ab", "ab"}, ""},
      {"one capture says nothing", {"ab", "ab", "a"}, ""},
      {"two agree", {"ab", "a", "a"}, "b2"},
      {"the first capture is no past", {"a", "a"}, ""},
      {"a failed capture agrees with nobody", {"ab", "a", "!"}, ""},
      {"… and breaks nothing", {"ab", "a", "!", "a"}, "b2"},
      {"a failed capture that still has it says nothing", {"ab", "a", "!ab", "a"}, "b2"},
      {"back again", {"ab", "a", "a", "ab"}, ""},
      {"an item that comes and goes waits for five", {"ab", "a", "ab", "a", "a"}, ""},
      {"… and still", {"ab", "a", "ab", "a", "a", "a", "a"}, ""},
      {"… until then", {"ab", "a", "ab", "a", "a", "a", "a", "a"}, "b5"},
      {"a new item is no oscillation", {"a", "ab", "a", "a"}, "b2"},
      {"what oscillated long ago is settled", {"ab", "a", "ab", "ab", "ab", "ab", "ab", "a", "a"}, "b2"},
      {"two at once", {"abc", "a", "a", "a"}, "b3c3"},
      {"all gone", {"ab", "", ""}, "a2b2"},
  };
  for (const auto& row : rows) {
    INFO(row.what);
    CHECK(gone(row.days) == row.gone);
  }
}

TEST_CASE("two captures within an hour are one") {
  auto captures = daily({"ab", "a", "a"});
  captures[2].at = captures[1].at + std::chrono::minutes(59);
  CHECK(health::propose_removals(captures).empty());
  captures[2].at = captures[1].at + std::chrono::minutes(60);
  CHECK(health::propose_removals(captures).size() == 1);
}

TEST_CASE("a removal says when it was last seen and first missed") {
  const auto captures = daily({"ab", "ab", "a", "a"});
  const auto removals = health::propose_removals(captures);
  REQUIRE(removals.size() == 1);
  CHECK(removals[0].last_seen == captures[1].at);
  CHECK(removals[0].first_missed == captures[2].at);
}
