#include "tracker/fetch/schedule.h"

#include "tests/support/catch.h"

using namespace tracker;
using model::FetchOutcome;
using model::Rhythm;

namespace {

base::Instant at(const char* time) {
  return *base::from_rfc3339(time);
}

const auto kDigest = base::sha256("bytes");

model::Receipt receipt(FetchOutcome outcome, const char* started) {
  model::Receipt receipt;
  receipt.source = "a";
  receipt.url = receipt.final_url = "https://example.org/a";
  receipt.outcome = outcome;
  receipt.started = at(started);
  if (outcome == FetchOutcome::Fetched) {
    receipt.digest = kDigest;
    receipt.headers = {{"etag", "\"v1\""}, {"last-modified", "Mon, 02 Jan 2023 00:00:00 GMT"}};
  }
  return receipt;
}

model::Source source() {
  model::Source source;
  source.id = "a";
  source.kind = model::SourceKind::Page;
  source.rhythm = Rhythm::Daily;
  source.url = "https://example.org/a";
  return source;
}

bool always(const base::Digest&) {
  return true;
}

fetch::Plan plan_at(const model::Source& of, const std::vector<model::Receipt>& receipts, const char* now) {
  return fetch::plan(of, fetch::past_of(receipts)[of.id], at(now), always);
}

}  // namespace

TEST_CASE("a source is due when its rhythm has passed since the last success") {
  struct Case {
    Rhythm rhythm;
    const char* last;  // "" for never
    const char* now;
    bool due;
  };
  const Case cases[] = {
      {Rhythm::Daily, "", "2023-01-02T06:00:00Z", true},
      {Rhythm::Daily, "2023-01-01T06:00:00Z", "2023-01-01T06:00:00Z", false},
      {Rhythm::Daily, "2023-01-01T06:00:00Z", "2023-01-02T03:59:59Z", false},
      {Rhythm::Daily, "2023-01-01T06:00:00Z", "2023-01-02T04:00:00Z", true},
      {Rhythm::Daily, "2023-01-01T06:00:07Z", "2023-01-02T06:00:02Z", true},
      {Rhythm::Daily, "2023-01-01T06:00:00Z", "2022-12-31T06:00:00Z", true},
      {Rhythm::Hourly, "2023-01-01T06:00:00Z", "2023-01-01T06:53:59Z", false},
      {Rhythm::Hourly, "2023-01-01T06:00:00Z", "2023-01-01T06:54:00Z", true},
      {Rhythm::Weekly, "2023-01-01T06:00:00Z", "2023-01-08T03:59:59Z", false},
      {Rhythm::Weekly, "2023-01-01T06:00:00Z", "2023-01-08T06:00:00Z", true},
      {Rhythm::Monthly, "2023-01-01T06:00:00Z", "2023-01-30T06:00:00Z", false},
      {Rhythm::Monthly, "2023-01-01T06:00:00Z", "2023-01-31T06:00:00Z", true},
      {Rhythm::Yearly, "2023-01-01T06:00:00Z", "2023-12-30T06:00:00Z", false},
      {Rhythm::Yearly, "2023-01-01T06:00:00Z", "2024-01-01T06:00:00Z", true},
      {Rhythm::Never, "", "2023-01-01T06:00:00Z", false},
      {Rhythm::Never, "2003-01-01T06:00:00Z", "2023-01-01T06:00:00Z", false},
  };
  for (const Case& c : cases) {
    INFO(model::code_of(c.rhythm) << " " << c.last << " " << c.now);
    const auto last = *c.last ? std::optional(at(c.last)) : std::nullopt;
    CHECK(fetch::is_due(c.rhythm, last, at(c.now)) == c.due);
  }
}

TEST_CASE("a failure leaves a source due, and an unchanged page does not") {
  const auto fetched = receipt(FetchOutcome::Fetched, "2023-01-01T06:00:00Z");
  CHECK(plan_at(source(), {fetched}, "2023-01-02T06:00:00Z").due);
  CHECK(plan_at(source(), {fetched, receipt(FetchOutcome::Unreachable, "2023-01-02T06:00:00Z")},
                "2023-01-02T07:00:00Z")
            .due);
  CHECK(plan_at(source(), {fetched, receipt(FetchOutcome::Refused, "2023-01-02T06:00:00Z")},
                "2023-01-02T07:00:00Z")
            .due);
  CHECK_FALSE(plan_at(source(), {fetched, receipt(FetchOutcome::NotModified, "2023-01-02T06:00:00Z")},
                      "2023-01-02T07:00:00Z")
                  .due);
}

TEST_CASE("every kind that has an address to ask is due") {
  for (const auto& code : model::codes<model::SourceKind>()) {
    INFO(code.code);
    auto one = source();
    one.kind = code.value;
    const bool expected = code.value != model::SourceKind::Cited && code.value != model::SourceKind::Import;
    CHECK(plan_at(one, {}, "2023-01-02T06:00:00Z").due == expected);
  }
}

TEST_CASE("the request is the source's own") {
  auto one = source();
  one.allow_private_addresses = true;
  const auto plan = plan_at(one, {}, "2023-01-02T06:00:00Z");
  CHECK(plan.request.url == "https://example.org/a");
  CHECK(plan.request.allow_private_addresses);
  CHECK(plan.request.etag.empty());
  CHECK_FALSE(plan.unchanged);
  CHECK_FALSE(plan_at(source(), {}, "2023-01-02T06:00:00Z").request.allow_private_addresses);
}

TEST_CASE("the validators are those of the bytes last fetched") {
  const auto first = receipt(FetchOutcome::Fetched, "2023-01-01T06:00:00Z");
  auto second = receipt(FetchOutcome::Fetched, "2023-01-02T06:00:00Z");
  second.headers = {{"etag", "\"v2\""}};
  second.digest = base::sha256("other bytes");
  const auto unchanged = receipt(FetchOutcome::NotModified, "2023-01-03T06:00:00Z");
  const auto failed = receipt(FetchOutcome::Refused, "2023-01-04T06:00:00Z");
  const auto plan = plan_at(source(), {first, second, unchanged, failed}, "2023-01-05T06:00:00Z");
  CHECK(plan.request.etag == "\"v2\"");
  CHECK(plan.request.last_modified.empty());
  CHECK(plan.unchanged == second.digest);
}

TEST_CASE("without the bytes that they stand for no validators are sent") {
  auto fetched = receipt(FetchOutcome::Fetched, "2023-01-01T06:00:00Z");
  auto one = source();
  bool kept = true;
  SECTION("the archive has lost them") {
    kept = false;
  }
  SECTION("the source has another address now") {
    one.url = "https://example.org/new";
  }
  SECTION("they came by a redirect") {
    fetched.final_url = "https://example.org/elsewhere";
  }
  SECTION("another source fetched them") {
    fetched.source = "b";
  }
  const auto past = fetch::past_of({fetched})[one.id];
  const auto plan =
      fetch::plan(one, past, at("2023-01-02T06:00:00Z"), [&](const auto&) { return kept; });
  CHECK(plan.due);
  CHECK(plan.request.etag.empty());
  CHECK(plan.request.last_modified.empty());
  CHECK_FALSE(plan.unchanged);
}

TEST_CASE("a source with a new address is due at once") {
  auto one = source();
  one.url = "https://example.org/new";
  CHECK(plan_at(one, {receipt(FetchOutcome::Fetched, "2023-01-01T06:00:00Z")}, "2023-01-01T07:00:00Z").due);
}

TEST_CASE("a server that asked to wait is not asked before the time, and what was only postponed says nothing") {
  auto busy = receipt(FetchOutcome::Refused, "2023-01-02T06:00:00Z");
  busy.status = 503;
  busy.headers = {{"retry-after", "3600"}};
  const auto postponed = receipt(FetchOutcome::Postponed, "2023-01-02T06:10:00Z");
  CHECK_FALSE(plan_at(source(), {busy}, "2023-01-02T06:59:59Z").due);
  CHECK_FALSE(plan_at(source(), {busy, postponed}, "2023-01-02T06:59:59Z").due);
  CHECK(plan_at(source(), {busy}, "2023-01-02T07:00:00Z").due);
  CHECK(plan_at(source(), {busy, receipt(FetchOutcome::Unreachable, "2023-01-02T06:10:00Z")}, "2023-01-02T06:20:00Z").due);
  busy.headers = {{"retry-after", "Mon, 02 Jan 2023 06:30:00 GMT"}};
  CHECK_FALSE(plan_at(source(), {busy}, "2023-01-02T06:29:59Z").due);
  CHECK(plan_at(source(), {busy}, "2023-01-02T06:30:00Z").due);
  busy.status = 404;
  CHECK(plan_at(source(), {busy}, "2023-01-02T06:01:00Z").due);
}

TEST_CASE("a page that another page named makes its source neither seen nor due") {
  auto entry = receipt(FetchOutcome::Fetched, "2023-01-02T05:00:00Z");
  entry.parent = "https://example.org/a";
  CHECK(plan_at(source(), {entry}, "2023-01-02T06:00:00Z").due);
  CHECK_FALSE(plan_at(source(), {entry}, "2023-01-02T06:00:00Z").unchanged);
}

TEST_CASE("a server has nine seconds for something in earnest, thirty through a proxy, and what its source says before both") {
  using std::chrono::seconds;
  auto of = source();
  struct Case {
    std::optional<int> patience;
    bool is_by_proxy;
    seconds patient, total;
  };
  for (const auto& c : {Case{std::nullopt, false, seconds(9), seconds(60)}, Case{std::nullopt, true, seconds(30), seconds(60)},
                        Case{45, false, seconds(45), seconds(90)}, Case{45, true, seconds(45), seconds(90)}, Case{5, true, seconds(5), seconds(60)}}) {
    of.patience = c.patience;
    const auto limits = fetch::limits_of(of, c.is_by_proxy);
    CHECK(limits.connect == c.patient);
    CHECK(limits.low_speed_time == c.patient);
    CHECK(limits.total == c.total);
    CHECK(fetch::plan(of, {}, at("2023-01-02T06:00:00Z"), always, c.is_by_proxy).request.limits.connect == c.patient);
  }
}
