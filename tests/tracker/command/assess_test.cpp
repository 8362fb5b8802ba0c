// The two commands about laws, as a person calls them, on a list without acts and terms, and on the real one's shape.
#include <nlohmann/json.hpp>

#include "tests/support/catch.h"
#include "tests/support/project.h"

using tests::Project;
using Json = nlohmann::json;

namespace {

constexpr const char* kAct = R"(id = "xx-act"
kind = "amnesty_act"
title = "Act of Testland"
citation = "Gazette 2"
certainty = "high"
in_force = "2024-01-02"
code = "xx-cc"

[[effect]]
id = "all"
grades = ["petty", "grave"]
outcome = "reduced"
fraction = "1/2"
citation = "Gazette 2, article 4"
certainty = "medium"
)";

struct WithAct : Project {
  WithAct() {
    write("laws/xx-act.toml", kAct);
    done({"record"});
  }
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("assess says each step with its citation, and that it is no advice") {
  const WithAct project;
  const auto ran = project.done({"assess", "xx-0001"});
  CHECK(holds(ran.out, "Act of Testland"));
  CHECK(holds(ran.out, "12.1: "));
  CHECK(holds(ran.out, "reduced"));
  CHECK(holds(ran.out, "by 1/2"));
  CHECK(holds(ran.out, "[Gazette 2, article 4; "));
  CHECK(holds(ran.out, "not legal advice"));
}

TEST_CASE("assess as JSON keeps the contract: acts, charges, steps, decision") {
  const WithAct project;
  const auto person = Json::parse(project.done({"assess", "xx-0001", "--json"}).out);
  CHECK(person["id"] == "xx-0001");
  REQUIRE(person["assessments"].size() == 1);
  const auto& one = person["assessments"][0];
  CHECK(one["act"] == "xx-act");
  CHECK(one["charge"] == "xx-cc:12.1");
  CHECK(one["outcome"] == "reduced");
  CHECK(one["fraction"] == 0.5);
  CHECK(one["reduced_by"] == "1/2");
  CHECK(one["certainty"] == "medium");
  CHECK(one["readings"] == Json::array());
  for (const auto& step : one["steps"])
    for (const char* key : {"test", "result", "citation", "certainty"}) CHECK(step.contains(key));
  CHECK(person["decision"].is_null());
}

TEST_CASE("list and show say under amnesty what the acts say and what courts decided") {
  const WithAct project;
  const auto entry = Json::parse(project.done({"list", "--json"}).out)[0];
  REQUIRE(entry["amnesty"].size() == 1);
  CHECK(entry["amnesty"][0]["act"] == "xx-act");
  CHECK(entry["amnesty"][0]["decision"] == "none");
  CHECK(entry["amnesty"][0]["assessed"][0]["outcome"] == "reduced");
  CHECK(Json::parse(project.done({"show", "xx-0001", "--json"}).out)["amnesty"] == entry["amnesty"]);
}

TEST_CASE("clocks are text, JSON or a calendar, for one or for all") {
  const WithAct project;
  CHECK(holds(project.done({"clocks", "xx-0001"}).out, "nothing to compute"));
  const auto one = Json::parse(project.done({"clocks", "xx-0001", "--json"}).out);
  CHECK(one["clocks"] == Json::array());
  CHECK(Json::parse(project.done({"clocks", "--json"}).out).is_array());
  const auto calendar = project.done({"clocks", "--ics"}).out;
  CHECK(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  CHECK(calendar.ends_with("END:VCALENDAR\r\n"));
}

TEST_CASE("an id that nobody has fails, and two formats at once are a wrong call") {
  const WithAct project;
  for (const char* command : {"assess", "clocks"}) {
    const auto ran = project.tracker({command, "xx-001"});
    CHECK(ran.code == 1);
    CHECK(holds(ran.err, "did you mean \"xx-0001\"?"));
  }
  CHECK(project.tracker({"clocks", "--json", "--ics"}).code == 2);
}
