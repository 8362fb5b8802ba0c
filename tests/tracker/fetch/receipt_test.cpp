#include "tracker/fetch/receipt.h"

#include "tests/support/catch.h"

using namespace tracker;
using fetch::receipt_of;

TEST_CASE("a receipt says what was asked, when, and what came") {
  fetch::Job job;
  job.source = "a-source";
  job.parent = "https://example.org/";
  job.request.url = "https://example.org/a";
  fetch::Outcome outcome;
  outcome.kind = model::FetchOutcome::Fetched;
  outcome.status = 200;
  outcome.final_url = "https://example.org/b";
  outcome.body = "12345";
  outcome.milliseconds = 77;
  const auto started = *base::from_rfc3339("2023-02-15T06:00:00Z");
  outcome.started = started;
  outcome.via = {"https://example.org/a"};
  outcome.address = "192.0.2.1";
  outcome.wire_bytes = 4;
  outcome.attempts = 2;
  outcome.robots = model::RobotsDecision{true, "Allow: /a", std::nullopt, started};
  outcome.warnings = {"look twice"};
  outcome.request = "GET /a";
  outcome.response = "HTTP/1.1 200 caf\xe9";
  const auto digest = base::sha256(outcome.body);
  const auto receipt = receipt_of(job, outcome, {digest, base::sha256("chain"), base::sha256("robots")});
  CHECK(receipt.source == "a-source");
  CHECK(receipt.url == "https://example.org/a");
  CHECK(receipt.final_url == "https://example.org/b");
  CHECK(receipt.started == started);
  CHECK(receipt.milliseconds == 77);
  CHECK(receipt.outcome == model::FetchOutcome::Fetched);
  CHECK(receipt.status == 200);
  CHECK(receipt.detail.empty());
  CHECK(receipt.digest == digest);
  CHECK(receipt.bytes == 5);
  CHECK(receipt.parent == "https://example.org/");
  CHECK(receipt.via == std::vector<std::string>{"https://example.org/a"});
  CHECK(receipt.address == "192.0.2.1");
  CHECK(receipt.wire_bytes == 4);
  CHECK(receipt.attempts == 2);
  CHECK(receipt.robots == model::RobotsDecision{true, "Allow: /a", base::sha256("robots"), started});
  CHECK(receipt.chain == base::sha256("chain"));
  CHECK(receipt.warnings == std::vector<std::string>{"look twice"});
  CHECK(receipt.request == "GET /a");
  CHECK(receipt.response == "HTTP/1.1 200 caf\u00e9");
}

TEST_CASE("a failure has its reason and no digest") {
  fetch::Outcome outcome;
  outcome.detail = "could not resolve host example.org";
  const auto receipt = receipt_of({}, outcome, {});
  CHECK(receipt.outcome == model::FetchOutcome::Unreachable);
  CHECK(receipt.detail == "could not resolve host example.org");
  CHECK_FALSE(receipt.digest);
}

TEST_CASE("only headers that are evidence are kept, short and as UTF-8") {
  fetch::Outcome outcome;
  outcome.headers = {{"etag", "\"v1\""},
                     {"set-cookie", "a=b"},
                     {"server", "caf\xe9"},
                     {"content-type", "text/html"},
                     {"x-long", "x"},
                     {"location", std::string(5000, 'a')},
                     {"content-language", "тіл"}};
  const auto kept = receipt_of({}, outcome, {}).headers;
  CHECK(kept.size() == 5);
  CHECK(kept.at("etag") == "\"v1\"");
  CHECK(kept.at("server") == "café");
  CHECK(kept.at("content-language") == "тіл");
  CHECK(kept.at("location").size() < 1010);
  CHECK(kept.count("set-cookie") == 0);
}
