#include "tracker/model/record.h"

#include "tests/support/catch.h"

using namespace tracker::model;

namespace {

Event event(const std::string& id, EventType type, const char* date) {
  Event made;
  made.id = id;
  made.type = type;
  if (date) made.date = tracker::base::PartialDate::parse(date);
  return made;
}

std::vector<std::string> ids(const std::vector<SituatedEvent>& events) {
  std::vector<std::string> found;
  for (const auto& situated : events) found.push_back(situated.event->id);
  return found;
}

}  // namespace

TEST_CASE("entities are found by id after sorting, in natural order") {
  Record record;
  for (const char* id : {"kz-10", "kz-9", "kz-100"}) record.people.push_back({.id = id});
  sort_record(record);
  CHECK(record.people[0].id == "kz-9");
  CHECK(record.people[2].id == "kz-100");
  REQUIRE(find_person(record, "kz-10"));
  CHECK(find_person(record, "kz-10")->id == "kz-10");
  CHECK_FALSE(find_person(record, "kz-11"));
  CHECK_FALSE(find_person(record, ""));
}

TEST_CASE("an entity is found whether its number says where it stands or not") {
  Record record;
  for (const char* id : {"kz-0007", "kz-0008", "kz-0011", "kz-0012", "nobody", "kz-0012b", "x-3", "99999999999999999999999"}) {
    record.people.emplace_back().id = id;
  }
  sort_record(record);
  for (const auto& person : record.people) {
    INFO(person.id);
    CHECK(find_person(record, person.id) == &person);
  }
  for (const char* id : {"", "kz-0006", "kz-0009", "kz-0013", "kz-08", "7", "y-8", "kz-", "18446744073709551615"}) {
    INFO(id);
    CHECK(find_person(record, id) == nullptr);
  }
  CHECK(find_person(Record{}, "kz-0001") == nullptr);
}

TEST_CASE("a person's events are the own ones and those of the cases that concern the person, in the order of things") {
  Record record;
  Person person{.id = "t-1"};
  person.events = {event("e2", EventType::Released, "2022-05"), event("e1", EventType::Detained, "2022-01-04"),
                   event("e3", EventType::Statement, nullptr)};
  record.people = {person};
  Case of_case{.id = "c", .defendants = {{"t-1"}, {"t-2"}}};
  of_case.events = {event("c1", EventType::Sentenced, "2022-03-01"), event("c2", EventType::Convicted, "2022-03-01"),
                    event("c3", EventType::AppealUpheld, "2022-04")};
  of_case.events[2].defendants = {{"t-2"}};
  Case other{.id = "d", .defendants = {{"t-2"}}};
  other.events = {event("d1", EventType::Sentenced, "2022-03-01")};
  record.cases = {of_case, other};
  sort_record(record);
  CHECK(ids(events_of(record, record.people[0])) == std::vector<std::string>{"e3", "e1", "c2", "c1", "e2"});
  CHECK(cases_of(record, record.people[0]).size() == 1);
}

TEST_CASE("the order key breaks a tie of one date before the type does") {
  Record record;
  Person person{.id = "t-1"};
  person.events = {event("e1", EventType::Released, "2022-01-04"), event("e2", EventType::Detained, "2022-01-04")};
  record.people = {person};
  CHECK(ids(events_of(record, record.people[0])) == std::vector<std::string>{"e2", "e1"});
  record.people[0].events[1].order = 1;
  CHECK(ids(events_of(record, record.people[0])) == std::vector<std::string>{"e1", "e2"});
}

TEST_CASE("an article is found with its part, or without where the part is not known") {
  Record record;
  Law law{.id = "law"};
  law.articles = {{.number = "272", .parts = {{.part = "1"}, {.part = "2"}}}, {.number = "400", .parts = {{.part = ""}}}};
  record.laws = {law};
  CHECK(find_article(record, "law:272.2").part);
  CHECK(find_article(record, "law:272").article);
  CHECK_FALSE(find_article(record, "law:272").part);
  CHECK_FALSE(find_article(record, "law:272.9").part);
  CHECK(find_article(record, "law:400").part);
  CHECK_FALSE(find_article(record, "law:1").article);
  CHECK_FALSE(find_article(record, "other:1").law);
}
