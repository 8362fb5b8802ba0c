#include "sitegen/page/pages.h"

#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

using namespace sitegen;

namespace {

std::string coverage(const view::View& view, const std::string& path) {
  for (const auto& file : page::pages(view))
    if (file.path == path) return file.bytes;
  return {};
}

view::View view_of(const std::vector<std::pair<const char*, tracker::model::FetchOutcome>>& attempts) {
  auto record = tests::sample_record();
  for (auto& source : record.sources)
    if (source.id == "feed") source.rhythm = tracker::model::Rhythm::Daily;
  std::vector<tracker::model::Receipt> receipts;
  for (const auto& [time, outcome] : attempts) {
    tracker::model::Receipt receipt;
    receipt.source = "feed";
    receipt.started = tracker::base::from_rfc3339(time).value();
    receipt.outcome = outcome;
    if (outcome == tracker::model::FetchOutcome::Fetched) receipt.digest = tracker::base::sha256("a");
    else receipt.detail = "no <answer>";
    receipts.push_back(receipt);
  }
  return view::make_view(record, tests::versions_of({record}), receipts);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the page of coverage says for each source when it was not seen and why") {
  using enum tracker::model::FetchOutcome;
  const auto view = view_of({{"2024-01-01T09:00:00Z", Fetched}, {"2024-01-04T09:00:00Z", Unreachable}, {"2024-01-06T09:00:00Z", Fetched}});
  const auto page = coverage(view, "coverage.html");
  CHECK(holds(page, "Not seen from"));
  CHECK(holds(page, "1 January 2024"));
  CHECK(holds(page, "6 January 2024"));
  CHECK(holds(page, "no &lt;answer&gt;"));
  CHECK(holds(page, "id=\"gap-feed\""));
  CHECK(holds(coverage(view, "ru/coverage.html"), "Чего мы не видели"));
}

TEST_CASE("a source that cannot be seen now is said to be so, without an end") {
  using enum tracker::model::FetchOutcome;
  const auto page = coverage(view_of({{"2024-01-01T09:00:00Z", Fetched}, {"2024-01-05T09:00:00Z", Unreachable}, {"2024-01-06T09:00:00Z", Unreachable}}), "coverage.html");
  CHECK(holds(page, "Not seen since"));
  CHECK(holds(page, "cannot be seen"));
}

TEST_CASE("the page of sources leads to it") {
  CHECK(holds(coverage(view_of({}), "sources.html"), "coverage.html"));
}

TEST_CASE("that every source was seen is said only where every source was seen") {
  using enum tracker::model::FetchOutcome;
  const auto nobody_looked = coverage(view_of({}), "coverage.html");
  CHECK_FALSE(holds(nobody_looked, "Every source was seen"));
  CHECK(holds(nobody_looked, "nobody knows what we missed"));
  auto view = view_of({{"2024-01-01T09:00:00Z", Fetched}, {"2024-01-02T09:00:00Z", Fetched}});
  std::erase_if(view.coverage, [](const auto& health) { return health.source != "feed"; });
  view.coverage.front().gaps.clear();
  CHECK(holds(coverage(view, "coverage.html"), "Every source was seen as often as it should be."));
}
