#include "tracker/rules/course.h"

#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"
#include "tracker/rules/status.h"

namespace tests {

using namespace tracker;

namespace {

/// "2022-01-12 to 2022-01-14; 2022-03-01 on"
std::string spells(std::string_view story, std::string_view as_of = kToday) {
  const auto record = tell(story);
  const auto course = rules::course_of(record, model::CaseIndex(record), record.people.front(), day(as_of));
  std::string text;
  for (const auto& spell : course.deprived) {
    if (!text.empty()) text += "; ";
    text += spell.from ? base::to_iso(*spell.from) : "?";
    text += spell.until ? " to " + base::to_iso(*spell.until) : " on";
  }
  return text;
}

}  // namespace

TEST_CASE("a course has every stretch of deprivation, from the first day to the day of its end") {
  CHECK(spells("2022-01-12 detained; 2022-01-14 released") == "2022-01-12 to 2022-01-14");
  CHECK(spells("2022-01-12 detained; 2022-01-14 arrested_pretrial case=c1; 2022-02 house_arrest case=c1; "
               "2022-05-03 released") == "2022-01-12 to 2022-05-03");
  CHECK(spells("2022-01-12 detained; 2022-01-14 released; 2022-03-01 arrested_pretrial case=c1") ==
        "2022-01-12 to 2022-01-14; 2022-03-01 on");
  CHECK(spells("2022-01-12 summoned") == "");
}

TEST_CASE("an administrative arrest ends in the course when its days are over") {
  CHECK(spells("2022-01-12 admin_arrest days=15") == "2022-01-12 to 2022-01-27");
  CHECK(spells("2022-01-12 admin_arrest days=15", "2022-01-20") == "2022-01-12 on");
  CHECK(spells("2022-01-12 admin_arrest days=15; 2022-02-01 detained; 2022-02-02 released") ==
        "2022-01-12 to 2022-01-27; 2022-02-01 to 2022-02-02");
}

TEST_CASE("a beginning that nobody dated is open at its start") {
  CHECK(spells("? detained; 2022-01-14 released") == "? to 2022-01-14");
  CHECK(spells("? detained; ? released order=1") == "");
}

TEST_CASE("a beginning of which only the latest day is known counts from that day, not from the dawn of time") {
  CHECK(spells("../2022-07-15 arrested_pretrial case=c1") == "2022-07-15 on");
}

TEST_CASE("what is told of a later day does not count") {
  CHECK(spells("2022-01-12 detained; 2022-01-14 released", "2022-01-13") == "2022-01-12 on");
}

TEST_CASE(
    "the course ends where the status stands, for every story of the fold's tables, on every day of it") {
  for (const auto* rows :
       {&custody_rows(), &sentence_rows(), &stage_rows(), &amnesty_rows(), &briefing_rows()})
    for (const auto& row : *rows) {
      INFO(row.name);
      const auto record = tell(row.story);
      const auto& person = record.people.front();
      for (const auto& happened : model::events_of(record, person)) {
        if (!happened.event->date) continue;
        const auto as_of = happened.event->date->earliest();
        const auto course = rules::course_of(record, model::CaseIndex(record), person, as_of);
        const bool is_open = !course.deprived.empty() && !course.deprived.back().until;
        CHECK(is_open == (rules::status_of(record, person, as_of).deprived == model::Deprived::Yes));
      }
    }
}

TEST_CASE("who is or was a defendant of a criminal case was prosecuted since its first dated event") {
  const auto record = tell("2022-01-12 detained; ? charged case=c1; 2022-02-03 house_arrest case=c1");
  const auto course = rules::course_of(record, model::CaseIndex(record), record.people.front(), day(kToday));
  CHECK(course.prosecuted);
  CHECK(course.prosecuted_since == day("2022-02-03"));
  const auto arrest = tell("2022-01-12 admin_arrest case=a1 days=5");
  CHECK_FALSE(
      rules::course_of(arrest, model::CaseIndex(arrest), arrest.people.front(), day(kToday)).prosecuted);
}

}  // namespace tests
