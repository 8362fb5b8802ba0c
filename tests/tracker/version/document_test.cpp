#include <string>

#include "tests/support/catch.h"
#include "tests/tracker/version/any_record.h"
#include "tracker/base/error.h"
#include "tracker/version/fields.h"

using namespace tracker;
using version::parse_document;
using version::to_document;

TEST_CASE("a document reads back as the record it was made of, with every place and file") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const auto record = tests::Filler(seed, true).record();
    const std::string document = to_document(record);
    const auto again = parse_document(document);
    CAPTURE(seed);
    REQUIRE(tests::print(again) == tests::print(record));
    REQUIRE(to_document(again) == document);
  }
}

TEST_CASE("a document is short: what was not said is not in it") {
  model::Record part;
  CHECK(to_document(part) == "{}");
  part.people.push_back({.id = "kz-0001", .file = "people/a.md", .at = {1, 1}});
  part.people[0].region = {"almaty", {4, 10}};
  part.people[0].events.push_back({.id = "e1", .at = {7, 1}});
  CHECK(to_document(part) ==
        R"({"person":[{"@":[1,1],"@file":"people/a.md","event":[{"@":[7,1],"id":"e1","type":"other"}],)"
        R"("id":"kz-0001","region":["almaty",4,10]}]})");
}

TEST_CASE("an optional struct that says nothing is still there") {
  model::Record part;
  part.sources.push_back({.id = "s", .expect = model::Expectation{}});
  CHECK(parse_document(to_document(part)).sources.at(0).expect.has_value());
}

TEST_CASE("a damaged document is refused with the place of the damage") {
  struct Row {
    const char* json;
    const char* message;
  };
  const Row row = GENERATE(
      Row{"", "indexed document: is not JSON from line 1 on"},
      Row{"[]", "indexed document: expected an object, found a list"},
      Row{R"({"persons":[]})", "indexed document: has the unknown key \"persons\""},
      Row{R"({"person":{}})", "indexed document: person: expected a list, found an object"},
      Row{R"({"person":[{"id":"a","nmae":1}]})", "indexed document: person[1]: has the unknown key \"nmae\""},
      Row{R"({"person":[{"id":"a"},{"id":"b","event":[{"id":"e1","type":"flown"}]}]})",
          "indexed document: person[2].event[1].type: the code \"flown\" is unknown"},
      Row{R"({"person":[{"id":"a","born":"19x8"}]})",
          "indexed document: person[1].born: \"19x8\" is not a year, year-month or year-month-day"},
      Row{R"({"person":[{"id":"a","name":{"en":5}}]})",
          "indexed document: person[1].name.en: expected a string, found a number"},
      Row{R"({"person":[{"id":"a","id":"b"}]})", "indexed document: person[1]: has the key \"id\" twice in one object"},
      Row{R"({"person":[{"id":"a","name":{"en":"b","en":"c"}}]})",
          "indexed document: person[1].name: has the key \"en\" twice in one object"},
      Row{R"({"person":[{"id":"a","event":[{"id":"e1","type":"other","order":1.5}]}]})",
          "indexed document: person[1].event[1].order: expected a number, found a number that is no integer"},
      Row{R"({"person":[{"id":"a","@":[1]}]})",
          "indexed document: person[1]: expected [line, column] under \"@\""},
      Row{R"({"person":[{"id":"a","region":["almaty",1]}]})",
          "indexed document: person[1].region: expected a string, found a list"},
      Row{R"({"person":[{"id":"a","life":{"ru":{"text":"x","body":"y"}}}]})",
          "indexed document: person[1].life.ru: has the unknown key \"body\""});
  try {
    parse_document(row.json);
    FAIL("nothing was thrown for " << row.json);
  } catch (const base::DataError& error) {
    CHECK(std::string(error.what()) == row.message);
    CHECK(error.hint().find("tracker rebuild") != std::string::npos);
  }
}
