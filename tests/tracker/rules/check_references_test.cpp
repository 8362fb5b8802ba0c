#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"

namespace tests {

using namespace tracker;
using Lines = std::vector<std::string>;

TEST_CASE("a record in which all is well has no findings") {
  CHECK(
      found("2022-01-12 detained case=c1; 2022-01-12 charged case=c1 charges=272.1; "
            "2022-01-14 arrested_pretrial case=c1; 2022-07-15 sentenced case=c1 kind=imprisonment months=36; "
            "2022-09 appeal_upheld case=c1; 2022-11 amnesty_granted case=c1 act=act effect=reduced; "
            "2022-11 released case=c1") == Lines{});
}

TEST_CASE("an id that names nothing is pointed at, with what is near") {
  auto record = tell("2022-01-12 charged case=c1 charges=272.1");
  auto& person = record.people.front();
  auto& event = person.events.front();
  record.places = {{.id = "almaty", .kind = model::PlaceKind::City, .file = "places/kz.toml"},
                   {.id = "bostandyk-court", .kind = model::PlaceKind::Court, .file = "places/kz.toml"}};
  person.region = {"almaaty", {4, 10}};
  event.court = {"nowhere", {12, 9}};
  event.place = {"almaty-", {13, 9}};
  event.sources.front().source = {"s9", {14, 20}};
  CHECK(found(record) ==
        Lines{"people/kz-1.md:4:10: error: there is no region \"almaaty\" [unknown-reference]\n  hint: did "
              "you mean \"almaty\"?",
              "people/kz-1.md:12:9: error: there is no court \"nowhere\" [unknown-reference]",
              "people/kz-1.md:13:9: error: there is no place \"almaty-\" [unknown-reference]\n  hint: did "
              "you mean \"almaty\"?",
              "people/kz-1.md:14:20: error: there is no source \"s9\" [unknown-reference]\n  hint: did you "
              "mean \"s1\"?"});
}

TEST_CASE("a place of the wrong kind is refused") {
  auto record = tell("2022-01-12 charged in=c1 charges=272.1");
  record.places = {
      {.id = "almaty", .kind = model::PlaceKind::City, .file = "places/kz.toml"},
      {.id = "court-1", .kind = model::PlaceKind::Court, .within = {"almaty", {}}, .file = "places/kz.toml"},
      {.id = "odd",
       .kind = model::PlaceKind::Region,
       .within = {"court-1", {7, 1}},
       .file = "places/kz.toml"}};
  record.cases.front().court = {"almaty", {5, 1}};
  record.cases.front().region = {"court-1", {6, 1}};
  CHECK(found(record) ==
        Lines{"cases/c1.toml:5:1: error: \"almaty\" is a place of kind city; needed here: court [wrong-kind]",
              "cases/c1.toml:6:1: error: \"court-1\" is a place of kind court; needed here: region or city "
              "[wrong-kind]",
              "places/kz.toml:7:1: error: \"court-1\" is a place of kind court; needed here: country or "
              "region or city [wrong-kind]"});
}

TEST_CASE("places that stand within each other are named once a ring") {
  auto record = tell("2022-01-12 detained; 2022-01-13 released");
  const auto city = [](const char* id, const char* within) {
    return model::Place{.id = id,
                        .kind = model::PlaceKind::City,
                        .within = {within, {3, 1}},
                        .file = std::string(id) + ".toml"};
  };
  record.places = {city("a", "b"), city("b", "c"), city("c", "a"), city("d", "a"), city("e", "e")};
  CHECK(found(record) ==
        Lines{"a.toml:3:1: error: places stand within each other: a → b → c → a [place-cycle]",
              "e.toml:3:1: error: places stand within each other: e → e [place-cycle]"});
}

TEST_CASE("a person's event can name only a case of that person") {
  auto record = tell("2022-01-12 charged case=c1 charges=272.1; 2022-02 confirmed case=c1");
  add_person(record, "kz-2", "2022-01-12 charged in=c1 charges=272.1");
  record.cases.front().defendants = {{"kz-2", {3, 1}}};
  record.people.front().events[0].case_id.at = {12, 8};
  record.people.front().events[1].case_id = {"c2", {22, 8}};
  CHECK(found(record) ==
        Lines{"people/kz-1.md:12:8: error: \"kz-1\" is no defendant of case \"c1\" [not-a-defendant]\n"
              "  hint: add the person to `defendants` of cases/c1.toml",
              "people/kz-1.md:22:8: error: there is no case \"c2\" [unknown-reference]\n  hint: did you mean "
              "\"c1\"?"});
}

TEST_CASE("events stand where they belong") {
  auto record =
      tell("2022-01-12 charged in=c1 charges=272.1; 2022-02 confirmed of=kz-1; 2022-03 confirmed in=c1");
  auto& events = record.cases.front().events;
  events[0].case_id = {"c1", {9, 1}};
  events[1].defendants = {{"kz-7", {31, 15}}};
  record.people.front().events[0].defendants[0].at = {21, 15};
  CHECK(found(record) ==
        Lines{"cases/c1.toml:9:1: error: event \"e1\" stands in a case file and cannot name a case "
              "[case-in-case]\n"
              "  hint: leave `case` out",
              "cases/c1.toml:31:15: error: \"kz-7\" is no defendant of this case [not-a-defendant]\n"
              "  hint: did you mean \"kz-1\"?",
              "people/kz-1.md:21:15: error: event \"e2\" stands with a person and cannot name defendants "
              "[defendants-of-person]\n  hint: an event of several people stands in the file of their case"});
}

TEST_CASE("a defendant is a person, once") {
  auto record = tell("2022-01-12 charged in=c1 charges=272.1");
  record.cases.front().defendants = {{"kz-1", {3, 1}}, {"kz-1", {3, 9}}, {"kz-11", {3, 17}}};
  CHECK(found(record) ==
        Lines{"cases/c1.toml:3:9: error: \"kz-1\" is a defendant of this case twice [duplicate-defendant]",
              "cases/c1.toml:3:17: error: there is no person \"kz-11\" [unknown-reference]\n  hint: did you "
              "mean \"kz-1\"?"});
}

TEST_CASE("a designation is by a body that is known, on a ground that it has") {
  auto record = tell("2022-01-12 detained; 2022-01-13 released");
  record.designations = {{.id = "wgad", .criteria = {{"category-2", {}}}, .file = "designations/wgad.toml"}};
  record.people.front().designations = {
      {.by = {"wgad", {5, 6}}, .criterion = "category-3", .sources = {{.source = {"s1", {}}}}},
      {.by = {"wgat", {9, 6}}, .sources = {{.source = {"s1", {}}}}},
      {.by = {"wgad", {13, 6}}, .criterion = "category-2"}};
  CHECK(found(record) ==
        Lines{"people/kz-1.md:5:6: error: designation \"wgad\" has no criterion \"category-3\" "
              "[unknown-criterion]\n"
              "  hint: did you mean \"category-2\"?",
              "people/kz-1.md:9:6: error: there is no designation \"wgat\" [unknown-reference]\n  hint: did "
              "you mean \"wgad\"?",
              "people/kz-1.md:13:6: error: the designation by \"wgad\" has no source [no-source]"});
}

TEST_CASE("hostile ids are shown harmlessly") {
  auto record = tell("2022-01-12 detained; 2022-01-13 released");
  record.people.front().region.id = "\x1b[2J\u202e" + std::string(500, 'x');
  const auto lines = found(record);
  REQUIRE(lines.size() == 1);
  CHECK(lines.front().find('\x1b') == std::string::npos);
  CHECK(lines.front().find("<U+001B>[2J<U+202E>xxx") != std::string::npos);
  CHECK(lines.front().size() < 200);
}

}  // namespace tests
