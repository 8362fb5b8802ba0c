#include <nlohmann/json.hpp>

#include "tests/support/catch.h"
#include "tests/support/project.h"

using tests::Project;
using Json = nlohmann::ordered_json;

namespace {

void record_twice(Project& project) {
  project.done({"record", "--note", "The beginning."});
  project.replace("people/xx-0001.md", "born = \"1988\"\n", "");
  project.replace("people/xx-0001.md", "sex = \"male\"", "sex = \"female\"");
  project.replace("people/xx-0002.md", "sex = ", "occupation = \"writer\"\nsex = ");
  project.now = "2024-02-02T12:00:00Z";
  project.done({"record", "--reason", "late_discovery"});
}

}  // namespace

TEST_CASE("a version is told in lines that a person can read") {
  Project project;
  record_twice(project);
  const auto ran = project.done({"changes", "--since", "1"});
  CHECK(ran.err.empty());
  const std::string hash = Json::parse(project.done({"changes", "--json", "--since", "1"}).out)[0]["hash"];
  CHECK(ran.out == "version 2  2024-02-02T12:00:00Z  " + hash.substr(0, 16) +
                       "\n"
                       "  persons              2 + 0 − 0 = 2\n"
                       "  deprived of liberty  1 + 0 − 0 = 1\n"
                       "  prosecuted           1 + 0 − 0 = 1\n"
                       "  person/xx-0001\n"
                       "    DEL born  \"1988\"  [late_discovery]\n"
                       "    MOD sex  \"male\" → \"female\"  [late_discovery]\n"
                       "  person/xx-0002\n"
                       "    ADD occupation  \"writer\"  [late_discovery]\n");
}

TEST_CASE("a version as JSON has every key in one order, and both values of every change") {
  Project project;
  record_twice(project);
  const auto versions = Json::parse(project.done({"changes", "--json"}).out);
  REQUIRE(versions.size() == 2);
  std::vector<std::string> keys;
  for (const auto& item : versions[1].items()) keys.push_back(item.key());
  CHECK(keys == std::vector<std::string>{"version", "recorded", "hash", "note", "persons",
                                         "deprived_of_liberty", "prosecuted", "changes"});
  CHECK(versions[0]["note"] == "The beginning.");
  CHECK(versions[1]["note"].is_null());
  CHECK(versions[1]["persons"] ==
        Json({{"previous", 2}, {"entered", Json::array()}, {"left", Json::array()}, {"current", 2}}));
  CHECK(versions[1]["changes"] == Json::array({{{"operation", "DEL"},
                                                {"entity", "person/xx-0001"},
                                                {"field", "born"},
                                                {"reason", "late_discovery"},
                                                {"before", "1988"},
                                                {"after", nullptr}},
                                               {{"operation", "MOD"},
                                                {"entity", "person/xx-0001"},
                                                {"field", "sex"},
                                                {"reason", "late_discovery"},
                                                {"before", "male"},
                                                {"after", "female"}},
                                               {{"operation", "ADD"},
                                                {"entity", "person/xx-0002"},
                                                {"field", "occupation"},
                                                {"reason", "late_discovery"},
                                                {"before", nullptr},
                                                {"after", "writer"}}}));
}

TEST_CASE("versions can be asked for from one on, and after the newest there is nothing") {
  Project project;
  record_twice(project);
  CHECK(Json::parse(project.done({"changes", "--json", "--since", "0"}).out).size() == 2);
  CHECK(Json::parse(project.done({"changes", "--json", "--since", "1"}).out).size() == 1);
  CHECK(Json::parse(project.done({"changes", "--json", "--since", "2"}).out) == Json::array());
  CHECK(project.done({"changes", "--since", "2"}).out.empty());
}

TEST_CASE("a value that would fill the screen is shortened in lines, and whole in JSON") {
  Project project;
  project.replace("people/xx-0001.md", "sex = ", "activity = \"" + std::string(400, 'w') + "\"\nsex = ");
  project.done({"record"});
  CHECK(project.done({"changes"}).out.find(std::string(130, 'w')) == std::string::npos);
  CHECK(project.done({"changes", "--json"}).out.find(std::string(400, 'w')) != std::string::npos);
}
