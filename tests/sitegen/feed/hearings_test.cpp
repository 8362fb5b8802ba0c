// The calendar of days in court.
#include "sitegen/feed/hearings.h"

#include "tests/sitegen/feed/support.h"
#include "tests/support/catch.h"

using namespace sitegen;
using tracker::base::PartialDate;
using tracker::model::EventType;

namespace {

tracker::model::Event hearing(const char* date) {
  tracker::model::Event event;
  event.id = "e9";
  event.type = EventType::Hearing;
  event.date = PartialDate::parse(date);
  event.court = {"court", {}};
  event.text.by_language["en"] = "The first witness is heard.";
  return event;
}

tracker::model::Record with_hearing(const char* date) {
  auto record = tests::sample_record();
  record.cases[0].events.push_back(hearing(date));
  return record;
}

tracker::report::Calendar calendar_of(const view::View& view) { return feed::hearings(view, view::Words(view.record, "en")); }

const tracker::report::CalendarEntry* find(const tracker::report::Calendar& calendar, const std::string& uid) {
  for (const auto& entry : calendar.entries)
    if (entry.uid == uid) return &entry;
  return nullptr;
}

const std::string kUid = "tag:example.org,2024:case/harbour/event/e9";

}  // namespace

TEST_CASE("a hearing of a case is a day with its court, its words and the page of the case") {
  const auto calendar = calendar_of(tests::view_of({tests::sample_record(), with_hearing("2024-05-31")}));
  const auto* entry = find(calendar, kUid);
  REQUIRE(entry);
  CHECK(tracker::base::to_iso(entry->first) == "2024-05-31");
  CHECK(entry->last == entry->first);
  CHECK(entry->summary.find("The Harbour case") != std::string::npos);
  CHECK(entry->location == "District Court No. 2, Port");
  CHECK(entry->description == "The first witness is heard.");
  CHECK(entry->url == "https://list.example.org/cases/harbour.html");
}

TEST_CASE("a hearing that is moved keeps its id, and says since when, with a higher sequence") {
  const auto before = calendar_of(tests::view_of({tests::sample_record(), with_hearing("2024-05-31")}));
  const auto calendar =
      calendar_of(tests::view_of({tests::sample_record(), with_hearing("2024-05-31"), with_hearing("2024-06-07")}));
  const auto* entry = find(calendar, kUid);
  REQUIRE(entry);
  CHECK(tracker::base::to_iso(entry->first) == "2024-06-07");
  CHECK(entry->sequence > find(before, kUid)->sequence);
  CHECK(tracker::base::to_rfc3339(entry->said) == "2024-05-02T12:00:00Z");
}

TEST_CASE("a month is no day: it stands in no calendar") {
  CHECK_FALSE(find(calendar_of(tests::view_of({with_hearing("2024-05")})), kUid));
  CHECK_FALSE(find(calendar_of(tests::view_of({with_hearing("2024-05-31~")})), kUid));
}

TEST_CASE("what happens outside a court is no day in court, and days stand in their order") {
  const auto calendar = calendar_of(tests::sample_view());
  REQUIRE_FALSE(calendar.entries.empty());
  for (std::size_t i = 1; i < calendar.entries.size(); ++i) CHECK(calendar.entries[i - 1].first <= calendar.entries[i].first);
  CHECK_FALSE(find(calendar, "tag:example.org,2024:person/xx-0001/event/e1"));  // arrested
}
