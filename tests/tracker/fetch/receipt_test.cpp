#include "tracker/fetch/receipt.h"

#include "tests/support/catch.h"

using namespace tracker;
using fetch::receipt_of;

TEST_CASE("a receipt says what was asked, when, and what came") {
  model::Source source;
  source.id = "a-source";
  fetch::Request request;
  request.url = "https://example.org/a";
  fetch::Outcome outcome;
  outcome.kind = model::FetchOutcome::Fetched;
  outcome.status = 200;
  outcome.final_url = "https://example.org/b";
  outcome.body = "12345";
  outcome.milliseconds = 77;
  const auto started = *base::from_rfc3339("2023-02-15T06:00:00Z");
  const auto digest = base::sha256(outcome.body);
  const auto receipt = receipt_of(source, request, outcome, started, digest);
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
}

TEST_CASE("a failure has its reason and no digest") {
  fetch::Outcome outcome;
  outcome.detail = "could not resolve host example.org";
  const auto receipt = receipt_of({}, {}, outcome, {}, std::nullopt);
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
  const auto kept = receipt_of({}, {}, outcome, {}, std::nullopt).headers;
  CHECK(kept.size() == 5);
  CHECK(kept.at("etag") == "\"v1\"");
  CHECK(kept.at("server") == "café");
  CHECK(kept.at("content-language") == "тіл");
  CHECK(kept.at("location").size() < 1010);
  CHECK(kept.count("set-cookie") == 0);
}
