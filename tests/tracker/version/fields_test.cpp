#include "tracker/version/fields.h"

#include <string>

#include "tests/support/catch.h"
#include "tests/tracker/version/any_record.h"
#include "tracker/base/error.h"

using namespace tracker;
using version::Fields;
using version::record_of;
using version::State;
using version::state_of;

TEST_CASE("a state gives back the record it was made of, without places, pages and words") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const auto record = tests::Filler(seed, false).record();
    const State state = state_of(record);
    const auto again = record_of(state);
    CAPTURE(seed);
    REQUIRE(tests::print(again) == tests::print(tests::without_pages(record)));
    REQUIRE(state_of(again) == state);
  }
}

TEST_CASE("places are no part of a state") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    auto record = tests::Filler(seed, true).record();
    auto moved = record;
    for (auto& person : moved.people) {
      person.at = {99, 1};
      person.file = "elsewhere.md";
      person.region.at = {7, 7};
      for (auto& event : person.events) event.at = {8, 8};
    }
    REQUIRE(state_of(moved) == state_of(record));
  }
}

TEST_CASE("what a person's file says becomes fields that a person can read") {
  model::Person person{.id = "kz-0001", .also = {"T. P. One"}};
  person.name.by_language = {{"", "Test Person One"}, {"kk", "Проба Пробаев"}};
  person.sex = model::Sex::Male;
  person.designations.push_back({.by = {"body", {}}, .since = base::PartialDate::parse("2022")});
  person.designations.push_back({.by = {"body", {}}, .criterion = "speech"});
  auto& event = person.events.emplace_back();
  event.id = "e1";
  event.type = model::EventType::Sentenced;
  event.sentence = model::Sentence{.kind = model::SentenceKind::Fine,
                                   .fine = model::Money{.amount = 10, .currency = "KZT"}};
  event.charges = {{"kz-cc-2014:272.1", {}}, {"kz-cc-2014:274.4", {}}};
  event.sources.push_back({.source = {"paper", {}}, .locator = "p. 2"});
  person.life["ru"] = {.body = "Жил-был.\n", .draft = true};
  model::Record record;
  record.people.push_back(person);

  CHECK(state_of(record).at("person/kz-0001") ==
        Fields{{"also", R"(["T. P. One"])"},
               {"designation.body.since", R"("2022")"},
               {"designation.body#2.criterion", R"("speech")"},
               {"event.e1.charges", R"(["kz-cc-2014:272.1","kz-cc-2014:274.4"])"},
               {"event.e1.sentence.fine.amount", "10"},
               {"event.e1.sentence.fine.currency", R"("KZT")"},
               {"event.e1.sentence.kind", R"("fine")"},
               {"event.e1.sources", R"([{"id":"paper","locator":"p. 2"}])"},
               {"event.e1.type", R"("sentenced")"},
               {"id", R"("kz-0001")"},
               {"life.ru.draft", "true"},
               {"life.ru.text", R"("Жил-был.\n")"},
               {"name.-", R"("Test Person One")"},
               {"name.kk", R"("Проба Пробаев")"},
               {"sex", R"("male")"}});
}

TEST_CASE("articles, parts and entries of lists stand under their numbers") {
  model::Law law{.id = "law"};
  law.articles.push_back({.number = "272", .parts = {{.part = "1", .max_months = 24}, {.part = "2"}}});
  law.articles.push_back({.number = "273-1", .parts = {{.part = ""}}});
  law.articles.push_back({.number = "274"});
  law.list.push_back({.article = "106.1"});
  model::Record record;
  record.laws.push_back(law);
  const auto fields = state_of(record).at("law/law");
  CHECK(fields.at("article.272.part.1.max_months") == "24");
  CHECK(fields.at("article.272.part.2.certainty") == R"("not_verified")");
  CHECK(fields.at("article.273-1.part.-.certainty") == R"("not_verified")");
  CHECK(fields.at("article.274") == "{}");
  CHECK(fields.at("list.106%2E1.listed") == R"("unknown")");
}

TEST_CASE("the order of events is a field only where it is not the natural one") {
  model::Record record;
  auto& events = record.people.emplace_back(model::Person{.id = "kz-0001"}).events;
  for (const char* id : {"e1", "e2", "e10"}) events.push_back({.id = id});
  CHECK_FALSE(state_of(record).at("person/kz-0001").contains("event.#"));
  std::swap(events[0], events[2]);
  State state = state_of(record);
  CHECK(state.at("person/kz-0001").at("event.#") == R"(["e10","e2","e1"])");

  SECTION("an event of which every field is withheld is passed over") {
    state.at("person/kz-0001").erase("event.e2.type");
    const auto left = record_of(state).people.at(0).events;
    REQUIRE(left.size() == 2);
    CHECK(left[0].id == "e10");
    CHECK(left[1].id == "e1");
  }
  SECTION("events that the order does not name follow") {
    state.at("person/kz-0001")["event.e0.type"] = R"("other")";
    CHECK(record_of(state).people.at(0).events.at(3).id == "e0");
  }
}

TEST_CASE("an entity with nothing but its id survives, and so does one that lost even that") {
  model::Record record;
  record.people.push_back({.id = "kz-0007"});
  State state = state_of(record);
  CHECK(state == State{{"person/kz-0007", {{"id", R"("kz-0007")"}}}});
  CHECK(record_of(state).people.at(0).id == "kz-0007");
  state.at("person/kz-0007") = {{"derived.status", R"("released")"}};
  CHECK(record_of(state).people.at(0).id == "kz-0007");
}

TEST_CASE("an empty record has an empty state") {
  CHECK(state_of({}).empty());
  CHECK(tests::print(record_of({})) == tests::print({}));
}

TEST_CASE("derived fields are passed over") {
  const State state{{"person/a", {{"derived.status", "\"imprisoned\""}, {"id", "\"a\""}}}};
  CHECK(record_of(state).people.size() == 1);
}

TEST_CASE("two entities of one id are refused") {
  model::Record record;
  record.cases = {{.id = "a"}, {.id = "a"}};
  CHECK_THROWS_WITH(state_of(record), "two entities of the record are called case/a");
}

TEST_CASE("a state that no record can have made is refused") {
  struct Row {
    const char* entity;
    Fields fields;
    const char* message;
  };
  const auto row = GENERATE(values<Row>({
      {"persons/a", {}, "persons/a: is no entity of a record"},
      {"page/about", {}, "page/about: is no entity of a record"},
      {"", {}, ": is no entity of a record"},
      {"person/a", {{"id", "\"b\""}}, "person/a: holds the id \"b\""},
      {"person/a", {{"nmae", "\"b\""}}, "person/a: has the unknown key \"nmae\""},
      {"person/a", {{"also", "[1]"}}, "person/a: also[1]: expected a string, found a number"},
      {"person/a", {{"region", "{"}}, "person/a: region: is not JSON from line 1 on"},
      {"person/a", {{"name", "{\"en\":\"x\"}"}}, "person/a: name: has a value that is no field's"},
      {"person/a", {{"sex", "null"}}, "person/a: sex: has a value that is no field's"},
      {"person/a",
       {{"name", "{}"}, {"name.en", "\"x\""}},
       "person/a: name: has a value although there are fields below it"},
      {"person/a", {{"name..en", "\"x\""}}, "person/a: name..en: is no path"},
      {"person/a", {{"", "\"x\""}}, "person/a: : is no path"},
      {"person/a", {{"event.e1.id", "\"e2\""}}, "person/a: event: \"e1\" has another name inside"},
      {"person/a", {{"event.#", "[\"e1\",\"e1\"]"}}, "person/a: event: the order names \"e1\" twice"},
      {"person/a", {{"event", "[]"}}, "person/a: event: expected an object, found a list"},
      {"person/a",
       {{"event.e1.order", "99999999999"}},
       "person/a: event.e1.order: the number 99999999999 is too large"},
  }));
  CHECK_THROWS_WITH(record_of({{row.entity, row.fields}}), row.message);
}
