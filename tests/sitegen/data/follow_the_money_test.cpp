// Entities against the schemata of FollowTheMoney: names of schemata and properties, what is required, and references that
// lead to entities of the file.
#include "sitegen/data/follow_the_money.h"

#include <nlohmann/json.hpp>

#include <map>
#include <regex>
#include <set>

#include "tests/sitegen/data/support.h"
#include "tests/support/catch.h"
#include "tracker/base/text.h"

using namespace sitegen;
using Json = nlohmann::json;

namespace {

/// What followthemoney 4 knows of the schemata that we use, with those that they extend.
const std::set<std::string> kThing = {"name", "alias", "summary", "country", "sourceUrl", "publisher", "modifiedAt", "notes"};
const std::set<std::string> kInterval = {"startDate", "endDate", "date", "summary", "recordId", "sourceUrl"};
const std::map<std::string, std::set<std::string>> kOwn = {
    {"Person", {"birthDate", "gender", "nationality", "position", "status"}},
    {"CourtCase", {"type", "category", "status", "caseNumber", "court", "fileDate", "closeDate"}},
    {"CourtCaseParty", {"party", "case", "role", "status"}},
    {"Event", {"location", "involved"}},
    {"Organization", {"website"}},
    {"UnknownLink", {"subject", "object", "role", "status"}}};
const std::map<std::string, std::set<std::string>> kRequired = {
    {"Person", {"name"}},        {"CourtCase", {"name"}},    {"CourtCaseParty", {"party", "case"}},
    {"Event", {"name"}},         {"Organization", {"name"}}, {"UnknownLink", {"subject", "object"}}};
const std::set<std::string> kEntities = {"party", "case", "involved", "subject", "object"};
const std::set<std::string> kDates = {"birthDate", "startDate", "endDate", "date", "modifiedAt"};

bool has_property(const std::string& schema, const std::string& property) {
  const bool is_thing = schema != "CourtCaseParty" && schema != "UnknownLink";
  const bool is_interval = schema == "CourtCaseParty" || schema == "UnknownLink" || schema == "Event";
  return kOwn.at(schema).contains(property) || (is_thing && kThing.contains(property)) ||
         (is_interval && kInterval.contains(property));
}

std::vector<Json> entities_of(const view::View& view) {
  const std::string text = data::follow_the_money(view);
  std::vector<Json> entities;
  for (const auto line : tracker::base::split(text, '\n'))
    if (!line.empty()) entities.push_back(Json::parse(line));
  return entities;
}

}  // namespace

TEST_CASE("every entity has a known schema, known properties, what is required, and references that hold") {
  const auto entities = entities_of(tests::sample_view());
  std::set<std::string> ids;
  for (const auto& entity : entities) CHECK(ids.insert(entity.at("id")).second);
  static const std::regex kDate("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
  std::set<std::string> schemata;
  for (const auto& entity : entities) {
    INFO(entity.dump());
    const std::string schema = entity.at("schema");
    REQUIRE(kOwn.contains(schema));
    schemata.insert(schema);
    for (const auto& required : kRequired.at(schema)) CHECK(entity.at("properties").contains(required));
    for (const auto& [property, values] : entity.at("properties").items()) {
      INFO(property);
      CHECK(has_property(schema, property));
      REQUIRE(values.is_array());
      CHECK_FALSE(values.empty());
      for (const auto& value : values) {
        REQUIRE(value.is_string());
        if (kEntities.contains(property)) CHECK(ids.contains(value));
        if (kDates.contains(property)) CHECK(std::regex_match(value.get<std::string>(), kDate));
      }
    }
  }
  CHECK(schemata.size() == kOwn.size());
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
