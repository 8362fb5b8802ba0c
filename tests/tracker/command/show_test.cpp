#include <nlohmann/json.hpp>

#include "tests/support/catch.h"
#include "tests/support/project.h"

using tests::Project;
using Json = nlohmann::json;

TEST_CASE("one person: axes, then a timeline with a source at every line") {
  Project project;
  project.done({"record"});
  const auto ran = project.done({"show", "xx-0001"});
  CHECK(ran.err.empty());
  CHECK(ran.out ==
        "Test Person One  xx-0001\n"
        "in pre-trial detention, since 2023-10-12; last confirmed 2024-01 by report\n"
        "\n"
        "  liberty           pretrial_detention\n"
        "  stage             investigation\n"
        "  deprived          yes\n"
        "  designated by     Test Monitor\n"
        "\n"
        "  2023-10-12        Remanded in custody\n"
        "                    — Trials in Testland, ch. 2\n"
        "  2023-10-14        Charged (xx-cc:12.1)\n"
        "                    — Trials in Testland, ch. 2\n");
}

TEST_CASE("the JSON of a person is the entry of the list and more") {
  Project project;
  project.done({"record"});
  const auto person = Json::parse(project.done({"show", "xx-0001", "--json"}).out);
  const auto entry = Json::parse(project.done({"list", "--json"}).out)[0];
  for (const auto& [key, value] : entry.items()) {
    INFO(key);
    CHECK(person[key] == value);
  }
  CHECK(person["events"].size() == 1);
  CHECK(person["timeline"].size() == 2);
  CHECK(person["cases"].size() == 1);
}

TEST_CASE("a person can be shown as of a day and as a version knew them") {
  Project project;
  project.done({"record"});
  project.replace("people/xx-0001.md", "Test Person One", "Test Person Uno");
  project.now = "2024-02-02T12:00:00Z";
  project.done({"record"});
  CHECK(Json::parse(project.done({"show", "xx-0001", "--json"}).out)["name"] == "Test Person Uno");
  CHECK(Json::parse(project.done({"show", "xx-0001", "--json", "--as-known", "1"}).out)["name"] ==
        "Test Person One");
  CHECK(Json::parse(project.done({"show", "xx-0001", "--json", "--as-of", "2022"}).out)["status"] ==
        "unknown");
}

TEST_CASE("an id that nobody has fails, with the nearest one") {
  Project project;
  project.done({"record"});
  const auto ran = project.tracker({"show", "xx-001"});
  CHECK(ran.code == 1);
  CHECK(ran.out.empty());
  CHECK(ran.err ==
        "tracker: show: there is nobody with the id \"xx-001\"\n  hint: did you mean \"xx-0001\"?\n");
  CHECK(project.tracker({"show", "somebody else"}).err.find("`tracker list` shows all ids") !=
        std::string::npos);
}

TEST_CASE("a person without a name is shown as one") {
  Project project;
  project.replace("people/xx-0002.md", "name = { en = \"Test Person Two\", ru = \"Проба Вторая\" }\n", "");
  project.done({"record"});
  CHECK(project.done({"show", "xx-0002"}).out.rfind("(name unknown)  xx-0002\n", 0) == 0);
  CHECK(Json::parse(project.done({"show", "xx-0002", "--json"}).out)["name"].is_null());
}
