// RFC 5545: content lines, and what a calendar that follows the file is told over the versions.
#include "tracker/report/calendar.h"
#include "tracker/report/ics.h"

#include <algorithm>

#include "tests/support/catch.h"
#include "tracker/base/text.h"

using namespace tracker;

namespace {

std::vector<std::string> unfolded(const std::string& file) {
  std::vector<std::string> lines;
  std::string_view rest = file;
  while (!rest.empty()) {
    const auto end = rest.find("\r\n");
    REQUIRE(end != std::string_view::npos);
    const auto line = rest.substr(0, end);
    CHECK(line.size() <= 75);
    CHECK_FALSE(base::first_invalid_utf8(line));
    if (line.starts_with(' '))
      lines.back() += line.substr(1);
    else
      lines.emplace_back(line);
    rest.remove_prefix(end + 2);
  }
  return lines;
}

bool has(const std::vector<std::string>& lines, const std::string& line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

model::Record record() {
  model::Record made;
  made.site.title = {{{"en", "Testland, list"}}};
  made.site.default_language = "en";
  made.site.base_url = "https://list.example/";
  made.site.tag_authority = "list.example,2026";
  made.people = {{.id = "xx-1", .name = {{{"en", "Önë Long Name That Fills A Line Of Seventy Five Octets, Surely So"}}}}};
  return made;
}

rules::Clock clock(const char* first, const char* last) {
  return {.kind = model::ClockKind::EndOfTerm,
          .case_id = "c",
          .id = "end_of_term/c",
          .reckoning = {.when = {base::PartialDate::parse(first)->earliest(), base::PartialDate::parse(last)->latest()},
                        .certainty = model::Certainty::Medium}};
}

base::Instant at(const char* time) { return *base::from_rfc3339(time); }

std::vector<std::string> file(const report::ClockHistory& history, const model::Record& made) {
  return unfolded(report::calendar({.record = &made, .language = "en", .all = true}, history,
                                   [](const std::string& key, const std::string& code) { return key + " " + code; }));
}

}  // namespace

TEST_CASE("a line is folded at 75 octets and never inside a character") {
  CHECK(report::ics_line("SHORT:1") == "SHORT:1\r\n");
  CHECK(report::ics_line(std::string(75, 'a')) == std::string(75, 'a') + "\r\n");
  CHECK(report::ics_line(std::string(76, 'a')) == std::string(75, 'a') + "\r\n a\r\n");
  CHECK(report::ics_line(std::string(75 + 74 + 1, 'a')) ==
        std::string(75, 'a') + "\r\n " + std::string(74, 'a') + "\r\n a\r\n");
  // A letter of two octets that would straddle the fold goes to the next line whole; so does one of four.
  CHECK(report::ics_line(std::string(74, 'a') + "ж") == std::string(74, 'a') + "\r\n ж\r\n");
  CHECK(report::ics_line(std::string(72, 'a') + "𐍈") == std::string(72, 'a') + "\r\n 𐍈\r\n");
  for (std::size_t before = 0; before < 160; ++before)
    unfolded(report::ics_line(std::string(before, 'a') + "жүз жыл қазақша 𐍈𐍈𐍈 және тағы да ұзақ жол, ол бүктеледі"));
}

TEST_CASE("text is escaped, and loses what no line may hold") {
  CHECK(report::ics_text("a, b; c\\d\ne") == "a\\, b\\; c\\\\d\\ne");
  CHECK(report::ics_text(std::string("a\rb\0c\td", 7)) == "abc d");
}

TEST_CASE("an event says what, when, how sure and where to look") {
  const auto made = record();
  report::ClockHistory history;
  report::follow(history, "xx-1", {clock("2030-01-22", "2030-01-22")}, at("2026-01-02T03:04:05Z"));
  const auto lines = file(history, made);
  for (const char* line :
       {"BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:PUBLISH", "NAME;LANGUAGE=en:Testland\\, list", "BEGIN:VEVENT",
        "UID:xx-1/end_of_term/c@list.example", "DTSTAMP:20260102T030405Z", "SEQUENCE:0", "DTSTART;VALUE=DATE:20300122",
        "DTEND;VALUE=DATE:20300123", "STATUS:TENTATIVE", "URL:https://list.example/people/xx-1.html", "END:VEVENT",
        "END:VCALENDAR"}) {
    INFO(line);
    CHECK(has(lines, line));
  }
}

TEST_CASE("a range of weeks is shown as one, of a longer one its first day") {
  const auto made = record();
  report::ClockHistory history;
  report::follow(history, "xx-1", {clock("2024-08-18", "2024-09-16")}, at("2026-01-01T00:00:00Z"));
  CHECK(has(file(history, made), "DTEND;VALUE=DATE:20240917"));
  report::follow(history, "xx-1", {clock("2024-08-18", "2026-09-16")}, at("2026-02-01T00:00:00Z"));
  CHECK(has(file(history, made), "DTEND;VALUE=DATE:20240819"));
}

TEST_CASE("what changes keeps its UID and counts up, what is gone is cancelled, what comes back is no new event") {
  const auto made = record();
  report::ClockHistory history;
  const auto state = [&] {
    const auto& one = history.at("xx-1").at("end_of_term/c");
    return std::to_string(one.sequence) + (one.cancelled ? " cancelled" : "");
  };
  report::follow(history, "xx-1", {}, at("2026-01-01T00:00:00Z"));
  CHECK(history.empty());
  report::follow(history, "xx-1", {clock("2030-01-22", "2030-01-22")}, at("2026-01-02T00:00:00Z"));
  CHECK(state() == "0");
  report::follow(history, "xx-1", {clock("2030-01-22", "2030-01-22")}, at("2026-01-03T00:00:00Z"));
  CHECK(state() == "0");
  report::follow(history, "xx-1", {clock("2029-01-22", "2029-01-22")}, at("2026-01-04T00:00:00Z"));
  CHECK(state() == "1");
  report::follow(history, "xx-1", {}, at("2026-01-05T00:00:00Z"));
  CHECK(state() == "2 cancelled");
  const auto lines = file(history, made);
  CHECK(has(lines, "STATUS:CANCELLED"));
  CHECK(has(lines, "SEQUENCE:2"));
  CHECK(has(lines, "UID:xx-1/end_of_term/c@list.example"));
  CHECK(has(lines, "DTSTAMP:20260105T000000Z"));
  report::follow(history, "xx-1", {}, at("2026-01-06T00:00:00Z"));
  CHECK(state() == "2 cancelled");
  report::follow(history, "xx-1", {clock("2029-01-22", "2029-01-22")}, at("2026-01-07T00:00:00Z"));
  CHECK(state() == "3");
}

TEST_CASE("the calendar of a person holds that person's dates alone, and a stranger's none") {
  const auto made = record();
  report::ClockHistory history;
  report::follow(history, "xx-1", {clock("2030-01-22", "2030-01-22")}, at("2026-01-02T00:00:00Z"));
  report::follow(history, "xx-2", {clock("2031-01-22", "2031-01-22")}, at("2026-01-02T00:00:00Z"));
  const auto of = [&](std::vector<std::string> people) {
    const auto lines = unfolded(report::calendar({.record = &made, .language = "en", .people = std::move(people)}, history,
                                                 [](const std::string&, const std::string& code) { return code; }));
    return std::count(lines.begin(), lines.end(), "BEGIN:VEVENT");
  };
  CHECK(of({"xx-1"}) == 1);
  CHECK(of({"xx-9"}) == 0);
}
