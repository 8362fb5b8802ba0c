#include "sitegen/feed/gap_notices.h"

#include "sitegen/feed/feeds.h"
#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

using namespace sitegen;
using tracker::base::Instant;

namespace {

/// The sample's followed source, seen on the first day, away for so many days, and seen again where `back` is true.
view::View view_with_gap(int days, bool back) {
  auto record = tests::sample_record();
  std::vector<tracker::model::Receipt> receipts;
  tracker::model::Receipt receipt;
  receipt.source = "feed";
  receipt.outcome = tracker::model::FetchOutcome::Fetched;
  receipt.started = tracker::base::from_rfc3339("2024-01-01T09:00:00Z").value();
  receipt.digest = tracker::base::sha256("a");
  receipts.push_back(receipt);
  for (int day = 1; day <= days; ++day) {
    receipt.started += std::chrono::hours(24);
    receipt.outcome = tracker::model::FetchOutcome::Unreachable;
    receipt.detail = "no answer from <the> host";
    receipts.push_back(receipt);
  }
  if (back) {
    receipt.started += std::chrono::hours(24);
    receipt.outcome = tracker::model::FetchOutcome::Fetched;
    receipt.detail.clear();
    receipts.push_back(receipt);
  }
  for (auto& source : record.sources)
    if (source.id == "feed") source.rhythm = tracker::model::Rhythm::Daily;
  return view::make_view(record, tests::versions_of({record}), receipts);
}

/// Those of the gap that begins on the first day. The sample's version is of months later: until then nobody looked again.
std::vector<feed::GapNotice> first_gap(const view::View& view) {
  auto notices = feed::gap_notices(view, view::Words(view.record, "en"));
  std::erase_if(notices, [](const auto& notice) { return notice.id.find("/gap/2024-01-01T09:00:00Z") == std::string::npos; });
  return notices;
}

}  // namespace

TEST_CASE("a gap gives one notice when it is noticed and one when it ends, however long it lasts") {
  for (const int days : {4, 40}) {
    const auto open = view_with_gap(days, false);
    const auto notices = first_gap(open);
    REQUIRE(notices.size() == 1);
    CHECK(notices[0].id.ends_with(":source/feed/gap/2024-01-01T09:00:00Z"));
    CHECK(notices[0].title.find("not seen since 1 January 2024") != std::string::npos);
    CHECK(notices[0].at == tracker::base::from_rfc3339("2024-01-03T21:00:00Z"));
    CHECK(notices[0].address.ends_with("coverage.html#gap-feed"));
  }
  const auto closed = view_with_gap(4, true);
  const auto notices = first_gap(closed);
  REQUIRE(notices.size() == 2);
  CHECK(notices[0].id == notices[1].id + "/back");
  CHECK(notices[0].title.find("not seen from 1 January 2024 to 6 January 2024") != std::string::npos);
  CHECK(notices[0].at > notices[1].at);
}

TEST_CASE("a short silence is no gap and no notice") {
  const auto view = view_with_gap(1, true);
  CHECK(first_gap(view).empty());
}

TEST_CASE("what a server said stands in a notice as text, never as markup") {
  const auto view = view_with_gap(4, false);
  const auto notices = first_gap(view);
  REQUIRE(notices.size() == 1);
  CHECK(notices[0].content.find("&lt;the&gt;") != std::string::npos);
  CHECK(notices[0].content.find("<the>") == std::string::npos);
}

TEST_CASE("the feed of all changes has the notices in every format, in the order of time") {
  const auto view = view_with_gap(4, true);
  int feeds = 0;
  for (const auto& file : feed::feeds(view)) {
    if (file.path.rfind("feeds/changes.", 0) != 0) continue;
    INFO(file.path);
    const auto begun = file.bytes.find("source/feed/gap/2024-01-01T09:00:00Z<"), back = file.bytes.find("/gap/2024-01-01T09:00:00Z/back");
    const auto version = file.bytes.find(":version/1");
    CHECK(back != std::string::npos);
    CHECK(version < back);  // recorded later, so it stands above
    if (!file.path.ends_with(".json")) CHECK(back < begun);
    ++feeds;
  }
  CHECK(feeds == 3);
}
