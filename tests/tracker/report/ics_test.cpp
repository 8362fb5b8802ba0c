// Calendars against RFC 5545: what a line may hold, how text is escaped, and that nothing depends on a clock.
#include "tracker/report/ics.h"

#include "tests/support/catch.h"
#include "tracker/base/text.h"

using namespace tracker::report;
using namespace std::chrono;

namespace {

CalendarEntry hearing() {
  CalendarEntry entry;
  entry.uid = "tag:example.org,2024:case/harbour/event/e9";
  entry.first = sys_days(year(2024) / 5 / 31);
  entry.last = entry.first;
  entry.said = sys_days(year(2024) / 4 / 1) + hours(12);
  entry.summary = "Test Person One: hearing";
  entry.url = "https://list.example.org/cases/harbour.html";
  return entry;
}

std::string ics_of(const CalendarEntry& entry) {
  Calendar calendar;
  calendar.name = "Dates";
  calendar.entries = {entry};
  return to_ics(calendar);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Lines as a reader unfolds them (RFC 5545, 3.1).
std::string unfolded(std::string text) {
  for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

}  // namespace

TEST_CASE("a day is an all-day event that ends before the next day") {
  const auto text = ics_of(hearing());
  CHECK(holds(text, "DTSTART;VALUE=DATE:20240531\r\nDTEND;VALUE=DATE:20240601\r\n"));
  CHECK(holds(text, "DTSTAMP:20240401T120000Z\r\n"));
  CHECK(holds(text, "UID:tag:example.org\\,2024:case/harbour/event/e9\r\n"));
  CHECK(holds(text, "STATUS:CONFIRMED\r\n"));
  CHECK(holds(text, "SEQUENCE:0\r\n"));
  CHECK_FALSE(holds(text, "LOCATION"));
  CHECK(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
}

TEST_CASE("several days run to the day after the last, and an end before the beginning is one day, and no year passes 9999") {
  auto entry = hearing();
  entry.last = entry.first + days(2);
  CHECK(holds(ics_of(entry), "DTEND;VALUE=DATE:20240603\r\n"));
  entry.last = entry.first - days(9);
  CHECK(holds(ics_of(entry), "DTEND;VALUE=DATE:20240601\r\n"));
  entry.last = sys_days(year(9999) / 12 / 31);
  CHECK(holds(ics_of(entry), "DTEND;VALUE=DATE:99991231\r\n"));
}

TEST_CASE("what is computed is tentative, what has changed says how often") {
  auto entry = hearing();
  entry.tentative = true;
  entry.sequence = 3;
  CHECK(holds(ics_of(entry), "STATUS:TENTATIVE\r\n"));
  CHECK(holds(ics_of(entry), "SEQUENCE:3\r\n"));
}

TEST_CASE("text is escaped so that it can end no line and begin no property") {
  CHECK(ics_text("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne");
  CHECK(ics_text("a\r\nBEGIN:VEVENT\x1B[31m\x7F") == "a\\nBEGIN:VEVENT[31m");
  CHECK(ics_text("ok\xFF broken") == "ok");
  auto entry = hearing();
  entry.summary = "x\r\nATTACH:https://evil.example/";
  entry.url = "https://list.example.org/\r\nATTACH:x";
  entry.categories = {"a,b", "c"};
  const auto text = unfolded(ics_of(entry));
  CHECK_FALSE(holds(text, "\nATTACH"));
  CHECK(holds(text, "CATEGORIES:a\\,b,c\r\n"));
}

TEST_CASE("no line is longer than 75 bytes, no character is cut, and unfolding gives the text back") {
  auto entry = hearing();
  for (int i = 0; i < 40; ++i) entry.summary += "ұзақ сөз ";
  const auto text = ics_of(entry);
  std::size_t begin = 0;
  for (auto end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", begin)) {
    const auto line = text.substr(begin, end - begin);
    CHECK(line.size() <= 75);
    CHECK_FALSE(tracker::base::first_invalid_utf8(line));
    begin = end + 2;
  }
  CHECK(begin == text.size());
  CHECK(holds(unfolded(text), "SUMMARY:" + entry.summary + "\r\n"));
}
