#include "sitegen/view/index.h"

#include "sitegen/view/view.h"
#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

using namespace sitegen::view;

TEST_CASE("a court knows its cases and the people of them, once each") {
  const View view = tests::sample_view();
  const auto& court = view.index.places.find("court")->second;
  CHECK(court.cases.size() == 1);
  CHECK(court.people.size() == 3);
}

TEST_CASE("a line that cites one source twice rests on it once") {
  auto record = tests::sample_record();
  auto& event = record.people[1].events[0];
  event.sources = {event.sources[0], event.sources[0]};
  const View twice = make_view(record, tests::versions_of({record}), {});
  const View once = tests::sample_view();
  CHECK(twice.index.sources.find("report")->second.lines == once.index.sources.find("report")->second.lines);
}

TEST_CASE("what lies ahead is known by its date") {
  auto record = tests::sample_record();
  tracker::model::Event hearing = record.people[0].events[0];
  hearing.id = "e9";
  hearing.type = tracker::model::EventType::Hearing;
  hearing.date = tracker::base::PartialDate::parse("2030-01-02");
  record.people[0].events.push_back(hearing);
  hearing.id = "e8";
  hearing.date = tracker::base::PartialDate::parse("2029-05");
  record.cases[0].events.push_back(hearing);
  const View view = make_view(record, tests::versions_of({record}), {});
  REQUIRE(view.index.coming.size() == 2);
  CHECK(view.index.coming[0].event->id == "e8");
  CHECK(view.index.coming[0].of_case->id == "harbour");
  CHECK(view.index.coming[1].person->id == "xx-0001");
}

TEST_CASE("a withholding is found by what it is about") {
  auto record = tests::sample_record();
  tracker::model::Ruling ruling;
  ruling.id = "r1";
  ruling.kind = tracker::model::RulingKind::Withheld;
  ruling.subject = "person/xx-0001";
  record.rulings = {ruling};
  const View view = make_view(record, tests::versions_of({record}), {});
  CHECK(view.index.withheld.contains("person/xx-0001"));
}
