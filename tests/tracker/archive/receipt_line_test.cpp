#include "tests/support/catch.h"
#include "tests/support/thrown.h"
#include "tracker/archive/store.h"
#include "tracker/base/error.h"

using namespace tracker;
using archive::from_line;
using archive::HostWait;
using archive::to_line;
using archive::wait_from_line;

namespace {

model::Receipt full() {
  model::Receipt receipt;
  receipt.source = "a-source";
  receipt.url = "https://example.org/a";
  receipt.final_url = "https://example.org/b";
  receipt.started = *base::from_rfc3339("2023-02-15T06:00:00Z");
  receipt.milliseconds = 120;
  receipt.outcome = model::FetchOutcome::Fetched;
  receipt.status = 200;
  receipt.detail = "a \"word\"\nпро тізім";
  receipt.digest = base::sha256("bytes");
  receipt.bytes = 5;
  receipt.headers = {{"etag", "\"v1\""}, {"server", "x"}};
  return receipt;
}

const std::string kLeast = R"("source":"a","url":"u","started":"2023-02-15T06:00:00Z","outcome":"refused")";

void check_equal(const model::Receipt& a, const model::Receipt& b) {
  CHECK(a.source == b.source);
  CHECK(a.url == b.url);
  CHECK(a.final_url == b.final_url);
  CHECK(a.started == b.started);
  CHECK(a.milliseconds == b.milliseconds);
  CHECK(a.outcome == b.outcome);
  CHECK(a.status == b.status);
  CHECK(a.detail == b.detail);
  CHECK(a.digest == b.digest);
  CHECK(a.bytes == b.bytes);
  CHECK(a.headers == b.headers);
}

}  // namespace

TEST_CASE("a receipt is one line that reads back the same") {
  const std::string line = to_line(full());
  CHECK(line.find('\n') == std::string::npos);
  check_equal(from_line(line), full());
  check_equal(from_line(to_line(model::Receipt{})), {});
}

TEST_CASE("the form of the line stays as it is, because old archives are full of it") {
  CHECK(to_line(full()) ==
        R"({"source":"a-source","url":"https://example.org/a","final_url":"https://example.org/b",)"
        R"("started":"2023-02-15T06:00:00Z","milliseconds":120,"outcome":"fetched","status":200,)"
        R"("detail":"a \"word\"\nпро тізім","digest":")" +
            base::sha256("bytes").hex() + R"(","bytes":5,"headers":{"etag":"\"v1\"","server":"x"}})");
}

TEST_CASE("every outcome reads back") {
  for (const auto& code : model::codes<model::FetchOutcome>()) {
    auto receipt = full();
    receipt.outcome = code.value;
    CHECK(from_line(to_line(receipt)).outcome == code.value);
  }
}

TEST_CASE("bytes that are no UTF-8 do not stop a receipt") {
  auto receipt = full();
  receipt.detail = "broken \xff";
  CHECK(from_line(to_line(receipt)).detail == "broken \xEF\xBF\xBD");
}

TEST_CASE("a line with the least that a receipt has is one") {
  const auto receipt = from_line("{" + kLeast + "}");
  CHECK(receipt.outcome == model::FetchOutcome::Refused);
  CHECK_FALSE(receipt.digest);
}

TEST_CASE("what is no receipt is told why") {
  struct Case {
    std::string line;
    const char* why;
  };
  const Case cases[] = {
      {"", "no JSON"},
      {"{", "no JSON"},
      {"[]", "no JSON object"},
      {"{}", "\"source\" is missing"},
      {std::string(100000, '['), "no JSON"},
      {"{" + kLeast + R"(,"status":"200"})", "\"status\" is no whole number from 0 to 999"},
      {"{" + kLeast + R"(,"status":1000})", "\"status\" is no whole number from 0 to 999"},
      {"{" + kLeast + R"(,"bytes":-1})", "\"bytes\" is no whole number"},
      {"{" + kLeast + R"(,"bytes":1.5})", "\"bytes\" is no whole number"},
      {"{" + kLeast + R"(,"bytes":99999999999999999999})", "\"bytes\" is no whole number"},
      {"{" + kLeast + R"(,"milliseconds":2147483648})", "\"milliseconds\" is no whole number"},
      {"{" + kLeast + R"(,"digest":"AB"})", "\"digest\" is no SHA-256"},
      {"{" + kLeast + R"(,"detail":null})", "\"detail\" is no text"},
      {"{" + kLeast + R"(,"headers":[]})", "\"headers\" is no object"},
      {"{" + kLeast + R"(,"headers":{"a":1}})", "a header is no text"},
      {"{" + kLeast + R"(,"more":1})", "unknown key \"more\""},
      {R"({"source":"a","url":"u","started":"yesterday","outcome":"refused"})", "\"started\" is no time"},
      {R"({"source":"a","url":"u","started":"2023-02-15T06:00:00Z","outcome":"well"})",
       "\"outcome\" is none of fetched, not_modified, unreachable, refused"},
  };
  for (const Case& c : cases) {
    INFO(c.line.substr(0, 200));
    CHECK_THROWS_AS(from_line(c.line), base::DataError);
    CHECK(tests::message_of([&] { from_line(c.line); }).find(std::string("not a receipt: ") + c.why) == 0);
  }
}

TEST_CASE("what a receipt of the second edition says more is read back the same") {
  model::Receipt receipt = full();
  receipt.parent = "https://example.org/feed";
  receipt.via = {"https://example.org/a", "https://example.org/a2"};
  receipt.address = "192.0.2.1";
  receipt.wire_bytes = 3;
  receipt.attempts = 2;
  receipt.robots = model::RobotsDecision{false, "Disallow: /", base::sha256("robots"), receipt.started};
  receipt.chain = base::sha256("chain");
  receipt.warnings = {"one", "two"};
  receipt.request = "GET /a HTTP/1.1\r\n\r\n";
  receipt.response = "HTTP/1.1 200 OK\r\n\r\n";
  const auto back = from_line(to_line(receipt));
  check_equal(back, receipt);
  CHECK(back.parent == receipt.parent);
  CHECK(back.via == receipt.via);
  CHECK(back.address == receipt.address);
  CHECK(back.wire_bytes == receipt.wire_bytes);
  CHECK(back.attempts == receipt.attempts);
  CHECK(back.robots == receipt.robots);
  CHECK(back.chain == receipt.chain);
  CHECK(back.warnings == receipt.warnings);
  CHECK(back.request == receipt.request);
  CHECK(back.response == receipt.response);
}

TEST_CASE("a line of the first edition says nothing of robots, certificates and heads") {
  const auto receipt = from_line('{' + kLeast + '}');
  CHECK_FALSE(receipt.robots);
  CHECK_FALSE(receipt.chain);
  CHECK(receipt.attempts == 1);
  CHECK(receipt.parent.empty());
}

TEST_CASE("a copy of a robots.txt is a line that reads back the same, and nothing else is one") {
  model::RobotsCopy copy;
  copy.origin = "https://example.org";
  copy.asked = *base::from_rfc3339("2023-02-15T06:00:00Z");
  copy.access = model::RobotsAccess::Unavailable;
  copy.status = 404;
  copy.detail = "HTTP 404 (not found)";
  CHECK(archive::robots_from_line(to_line(copy)) == copy);
  copy.access = model::RobotsAccess::Found;
  copy.digest = base::sha256("rules");
  CHECK(archive::robots_from_line(to_line(copy)) == copy);
  for (const char* line : {"", "{}", R"({"origin":"a","asked":"yesterday","access":"found"})",
                           R"({"origin":"a","asked":"2023-02-15T06:00:00Z","access":"perhaps"})",
                           R"({"origin":"a","asked":"2023-02-15T06:00:00Z","access":"found","more":1})"}) {
    INFO(line);
    CHECK_FALSE(tests::message_of([&] { archive::robots_from_line(line); }).empty());
  }
}

TEST_CASE("what a host asked for goes to a line and back, and nothing else is taken for it") {
  const HostWait wait{"example.org:8080", *base::from_rfc3339("2024-02-01T13:00:00Z"), "HTTP 429 (too many requests), retry after 3600"};
  CHECK(to_line(wait) == "{\"host\":\"example.org:8080\",\"until\":\"2024-02-01T13:00:00Z\",\"why\":\"HTTP 429 (too many requests), retry after 3600\"}");
  CHECK(wait_from_line(to_line(wait)) == wait);
  for (const char* line : {"", "{}", "{\"host\":\"a\",\"until\":\"soon\",\"why\":\"\"}", "{\"host\":\"a\",\"until\":\"2024-02-01T13:00:00Z\"}",
                           "{\"host\":\"a\",\"until\":\"2024-02-01T13:00:00Z\",\"why\":\"\",\"more\":1}"})
    CHECK_THROWS_AS(wait_from_line(line), base::DataError);
}
