// What the entities say of the record. Whether the model of FollowTheMoney takes them: tests/follow_the_money.
#include "sitegen/data/follow_the_money.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

#include "tests/sitegen/data/support.h"
#include "tests/support/catch.h"
#include "tracker/base/text.h"

using namespace sitegen;
using Json = nlohmann::json;

namespace {

std::vector<Json> entities_of(const view::View& view) {
  const std::string text = data::follow_the_money(view);
  std::vector<Json> entities;
  for (const auto line : tracker::base::split(text, '\n'))
    if (!line.empty()) entities.push_back(Json::parse(line));
  return entities;
}

}  // namespace

TEST_CASE("an interval goes out as its two ends, and a day that is uncertain does not go out as one that is sure") {
  auto record = tests::sample_record();
  auto& person = record.people[0];
  person.born = tracker::base::PartialDate::parse("1980~");
  person.events[0].date = tracker::base::PartialDate::parse("2022-01/2022-02-03");
  person.events[1].date = tracker::base::PartialDate::parse("2022-03~");
  const auto entities = entities_of(view::make_view(record, tests::versions_of({record}), {}));
  CHECK_FALSE(entities.front()["properties"].contains("birthDate"));
  std::map<std::string, Json> events;
  for (const auto& entity : entities)
    if (entity["schema"] == "Event") events[entity["properties"]["recordId"][0]] = entity["properties"];
  const auto& interval = events.at("person/" + person.id + "/" + person.events[0].id);
  CHECK(interval["startDate"] == Json({"2022-01-01"}));
  CHECK(interval["endDate"] == Json({"2022-02-03"}));
  CHECK_FALSE(interval.contains("date"));
  CHECK_FALSE(events.at("person/" + person.id + "/" + person.events[1].id).contains("date"));
}

TEST_CASE("there is one Person a person of the list, with the names and the page") {
  const auto view = tests::sample_view();
  std::size_t people = 0;
  for (const auto& entity : entities_of(view)) people += entity.at("schema") == "Person" ? 1 : 0;
  CHECK(people == view.record.people.size());
  const auto first = entities_of(view).front();
  CHECK(first["properties"]["name"] == Json({"Test Person One", "Сынақ Сынақов", "Проба Пробаев"}));
  CHECK(first["properties"]["sourceUrl"] == Json({"https://list.example.org/people/xx-0001.html"}));
}

TEST_CASE("an entity's id outlives names and addresses, and no topic calls anyone a suspect") {
  auto record = tests::sample_record();
  const auto old = entities_of(view::make_view(record, tests::versions_of({record}), {}));
  record.site.base_url = "https://elsewhere.example.com/";
  record.people[0].name.by_language["en"] = "Another Name";
  const auto renamed = entities_of(view::make_view(record, tests::versions_of({record}), {}));
  REQUIRE(old.size() == renamed.size());
  for (std::size_t i = 0; i < old.size(); ++i) {
    CHECK(old[i]["id"] == renamed[i]["id"]);
    CHECK_FALSE(old[i]["properties"].contains("topics"));
  }
}
