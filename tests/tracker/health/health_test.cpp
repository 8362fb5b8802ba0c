#include "tracker/health/health.h"

#include "tests/support/catch.h"

using namespace tracker;
using model::FetchOutcome;
using model::SourceState;

namespace {

base::Instant day(int number, int hour = 12) { return base::Instant(std::chrono::hours(24 * number + hour)); }

model::Source daily_source() {
  model::Source source;
  source.id = "list";
  source.kind = model::SourceKind::Page;
  source.rhythm = model::Rhythm::Daily;
  return source;
}

/// The past of a source, a letter a day: "." nobody looked, "o" seen, "u" unreachable, "q" quarantined, "r" robots, a digit
/// is seen with that version of its words, "x" a page without its canary.
struct Past {
  std::vector<model::Receipt> receipts;
  std::vector<model::Reading> readings;
};

Past past(const std::string& days) {
  Past made;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const char c = days[i];
    if (c == '.') continue;
    model::Receipt receipt;
    receipt.source = "list";
    receipt.started = day(static_cast<int>(i) + 1);
    receipt.outcome = c == 'u' ? FetchOutcome::Unreachable : c == 'q' ? FetchOutcome::Quarantined : c == 'r' ? FetchOutcome::Disallowed : FetchOutcome::Fetched;
    receipt.detail = c == 'u' ? "no answer" : c == 'q' ? "another key" : c == 'r' ? "robots.txt" : "";
    if (receipt.outcome == FetchOutcome::Fetched) {
      model::Reading reading;
      reading.source = "list";
      reading.digest = base::sha256(days.substr(0, i + 1));  // other bytes every day
      reading.text = base::sha256(std::string(1, c));
      reading.words = 100;
      reading.has_canary = c != 'x';
      receipt.digest = reading.digest;
      made.readings.push_back(reading);
    }
    made.receipts.push_back(receipt);
  }
  return made;
}

health::Health of(const std::string& days, int now = 0) {
  auto source = daily_source();
  source.expect = model::Expectation{.canary = "List"};
  const Past made = past(days);
  return health::health_of(source, made.receipts, made.readings, day(now == 0 ? static_cast<int>(days.size()) : now, 13));
}

std::string transitions(const std::string& days) {
  std::string out;
  for (const auto& one : of(days).transitions)
    out += std::string(model::code_of(one.from)) + ">" + std::string(model::code_of(one.to)) + "@" +
           std::to_string((one.at.time_since_epoch() - std::chrono::hours(12)) / std::chrono::hours(24)) + " ";
  return out;
}

}  // namespace

TEST_CASE("states go from ok to failing to dead and back, with one notice a transition") {
  CHECK(transitions("ooo") == "");
  CHECK(transitions("oou") == "");
  CHECK(transitions("oouo") == "");
  CHECK(transitions("oouu") == "ok>failing@4 ");
  CHECK(transitions("oouuuuuu") == "ok>failing@4 ");
  CHECK(transitions("oouuuo") == "ok>failing@4 failing>ok@6 ");
  CHECK(transitions("oouuuoouu") == "ok>failing@4 failing>ok@6 ok>failing@9 ");
  CHECK(transitions("o" + std::string(40, 'u')) == "ok>failing@3 failing>dead@31 ");
  CHECK(transitions("o" + std::string(40, 'u') + "oo") == "ok>failing@3 failing>dead@31 dead>ok@42 ");
  CHECK(transitions("uu") == "untried>failing@2 ");
  CHECK(transitions("o.....u") == "ok>failing@7 ");
}

TEST_CASE("the same past gives the same notices however often it is folded") {
  CHECK(of("oouuu", 5).transitions == of("oouuu", 90).transitions);
}

TEST_CASE("a 200 without its canary fails as a server that is down does") {
  CHECK(transitions("ooxx") == "ok>failing@4 ");
  CHECK(of("ooxx").reason == "\"List\" does not stand on it, and always should");
  CHECK(of("ooxx").last_success == day(2));
}

TEST_CASE("a quarantined snapshot was not seen") {
  CHECK(transitions("ooqq") == "ok>failing@4 ");
  CHECK(of("ooqq").reason == "somebody may stand between: another key");
}

TEST_CASE("what robots.txt forbids fails nothing and shows nothing") {
  CHECK(transitions("oorrrr") == "");
  CHECK(of("oorrrr").last_success == day(2));
  const auto gaps = of("oorrrrrr").gaps;
  REQUIRE(gaps.size() == 1);
  CHECK(gaps[0].reason == "robots.txt");
}

TEST_CASE("the time in which a source was not seen is a gap, whoever is to blame") {
  CHECK(of("oo.o").gaps.empty());
  const auto closed = of("oouuuo").gaps;
  REQUIRE(closed.size() == 1);
  CHECK(closed[0] == health::Gap{day(2), day(6), "no answer"});
  const auto open = of("oouuu").gaps;
  REQUIRE(open.size() == 1);
  CHECK(open[0] == health::Gap{day(2), std::nullopt, "no answer"});
  const auto idle = of("oo", 9).gaps;
  REQUIRE(idle.size() == 1);
  CHECK(idle[0] == health::Gap{day(2), std::nullopt, ""});
  CHECK(of("oo", 4).gaps.empty());
  const auto never = of("uuu", 9).gaps;
  REQUIRE(never.size() == 1);
  CHECK(never[0].from == day(1));
}

TEST_CASE("a change is of words that none of the last five versions had") {
  CHECK(of("1111").last_change == day(1));
  CHECK(of("1122").last_change == day(3));
  CHECK(of("112212").last_change == day(3));
  CHECK(of("112212").is_oscillating);
  CHECK_FALSE(of("1122").is_oscillating);
  CHECK(of("1234561").last_change == day(7));
  CHECK(of("123451").last_change == day(5));
}

TEST_CASE("bytes that nobody has read count where nothing is expected, and wait where something is") {
  const Past made = past("ooo");
  auto source = daily_source();
  CHECK(health::health_of(source, made.receipts, {}, day(3)).state == SourceState::Ok);
  source.expect = model::Expectation{.canary = "List"};
  CHECK(health::health_of(source, made.receipts, {}, day(3)).state == SourceState::Untried);
}

TEST_CASE("a reading that was put off is none: it says nothing, good or bad") {
  Past made = past("1");
  made.readings[0].outcome = model::ReadingOutcome::Postponed;
  auto source = daily_source();
  CHECK(health::health_of(source, made.receipts, made.readings, day(1, 13)).state == SourceState::Ok);
  source.expect = model::Expectation{.canary = "List"};
  const auto waits = health::health_of(source, made.receipts, made.readings, day(1, 13));
  CHECK_FALSE(waits.last_success);
  CHECK(waits.failures == 0);
}

TEST_CASE("pages that a source led to say nothing of the source itself") {
  Past made = past("oo");
  auto child = made.receipts[0];
  child.parent = "https://court.example/";
  child.outcome = FetchOutcome::Unreachable;
  for (int i = 0; i < 5; ++i) made.receipts.push_back(child);
  CHECK(health::health_of(daily_source(), made.receipts, made.readings, day(3)).state == SourceState::Ok);
}

TEST_CASE("a later reading of the same bytes counts") {
  Past made = past("oo");
  for (auto reading : std::vector<model::Reading>(made.readings)) {
    reading.fingerprint = "captcha";
    made.readings.push_back(reading);
  }
  CHECK(health::health_of(daily_source(), made.receipts, made.readings, day(3)).state == SourceState::Failing);
}

TEST_CASE("how long a source may go unseen follows its rhythm") {
  using std::chrono::hours;
  CHECK(health::grace_of(model::Rhythm::Hourly) == hours(2) + std::chrono::minutes(30));
  CHECK(health::grace_of(model::Rhythm::Daily) == hours(60));
  CHECK(health::grace_of(model::Rhythm::Weekly) == hours(24 * 14 + 12));
  CHECK_FALSE(health::grace_of(model::Rhythm::Never));
  CHECK(health::dead_after(model::Rhythm::Daily) == hours(24 * 30));
  CHECK(health::dead_after(model::Rhythm::Weekly) == hours(24 * 42));
}

TEST_CASE("the health of all counts those that are followed") {
  auto cited = daily_source();
  cited.kind = model::SourceKind::Cited;
  const Past made = past("oo");
  const auto all = health::health_of_all({daily_source(), cited}, made.receipts, made.readings, day(3));
  REQUIRE(all.size() == 1);
  CHECK(all[0].source == "list");
}
