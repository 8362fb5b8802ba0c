// The contract of `tracker list --json` and `tracker show --json` that outside tools rely on: names of keys,
// their order, null for what is not known.
#include "tracker/report/person.h"

#include <nlohmann/json.hpp>

#include "tests/support/catch.h"
#include "tests/tracker/report/sample.h"

using namespace tracker;
using namespace tests;

namespace {

Json listed(const model::Status& of, std::size_t person = 0) {
  const auto made = record();
  return Json::parse(report::list_entry(made, made.people[person], of));
}

}  // namespace

TEST_CASE("a list entry has every key in one fixed order") {
  const std::vector<std::string> expected = {"id",
                                             "name",
                                             "names",
                                             "also",
                                             "status",
                                             "liberty",
                                             "stage",
                                             "life",
                                             "deprived_of_liberty",
                                             "since",
                                             "since_is_computed",
                                             "last_confirmed",
                                             "last_confirmed_by",
                                             "region",
                                             "sex",
                                             "prosecuted",
                                             "open_prosecution",
                                             "charges",
                                             "sentences",
                                             "restrictions",
                                             "amnesty",
                                             "designations"};
  CHECK(keys_of(listed(status())) == expected);
  CHECK(keys_of(listed({}, 1)) == expected);
}

TEST_CASE("a list entry says who the person is and in what state") {
  const Json entry = listed(status());
  CHECK(entry["id"] == "xx-0001");
  CHECK(entry["name"] == "Test Person One");
  CHECK(entry["names"] == Json({{"en", "Test Person One"}, {"ru", "Проба Пробаев"}}));
  CHECK(entry["also"] == Json::array({"Proba Probayev"}));
  CHECK(entry["status"] == "imprisoned");
  CHECK(entry["liberty"] == "imprisoned");
  CHECK(entry["stage"] == "in_force");
  CHECK(entry["life"] == "alive");
  CHECK(entry["deprived_of_liberty"] == true);
  CHECK(entry["since"] == "2023-12");
  CHECK(entry["since_is_computed"] == false);
  CHECK(entry["last_confirmed"] == "2024-01");
  CHECK(entry["last_confirmed_by"] == "report");
  CHECK(entry["region"] == "north");
  CHECK(entry["sex"] == "male");
  CHECK(entry["prosecuted"] == true);
  CHECK(entry["open_prosecution"] == false);
}

TEST_CASE("what is not known is null, and an empty list stays a list") {
  const Json entry = listed({}, 1);
  for (const char* key :
       {"name", "deprived_of_liberty", "since", "last_confirmed", "last_confirmed_by", "region", "sex"}) {
    INFO(key);
    CHECK(entry[key].is_null());
  }
  CHECK(entry["names"] == Json::object());
  for (const char* key : {"also", "charges", "sentences", "restrictions", "amnesty", "designations"}) {
    INFO(key);
    CHECK(entry[key] == Json::array());
  }
  CHECK(entry["status"] == "unknown");
}

TEST_CASE("a person at liberty is not deprived of it: false, not null") {
  model::Status free;
  free.deprived = model::Deprived::No;
  CHECK(listed(free)["deprived_of_liberty"] == false);
}

TEST_CASE("charges say whether they are live and whether they led to a conviction") {
  const Json charges = listed(status())["charges"];
  REQUIRE(charges.size() == 2);
  CHECK(charges[0] == Json({{"article", "14.4"},
                            {"law", "xx-cc"},
                            {"case", "harbour"},
                            {"live", false},
                            {"convicted", false},
                            {"since", "2023-10-14"},
                            {"until", "2023-11"}}));
  CHECK(charges[1] == Json({{"article", "12.1"},
                            {"law", "xx-cc"},
                            {"case", "harbour"},
                            {"live", true},
                            {"convicted", true},
                            {"since", "2023-10-14"},
                            {"until", nullptr}}));
}

TEST_CASE("a charge that is no reference is shown as it is written, and outside a case the case is null") {
  model::Status odd;
  odd.cases.resize(1);
  odd.cases[0].charges = {{"article twelve", true, false, std::nullopt, std::nullopt, ""}};
  const Json charge = listed(odd)["charges"][0];
  CHECK(charge["article"] == "article twelve");
  CHECK(charge["law"] == "");
  CHECK(charge["case"].is_null());
}

TEST_CASE("sentences have what is known of them and no key for what is not") {
  const Json sentences = listed(status())["sentences"];
  REQUIRE(sentences.size() == 1);
  CHECK(sentences[0] == Json({{"kind", "imprisonment"},
                              {"months", 18},
                              {"ban_months", 12},
                              {"fine", {{"amount", 60}, {"up_to", 200}, {"currency", "EUR"}}},
                              {"case", "harbour"},
                              {"since", "2023-12"},
                              {"in_force", true},
                              {"added", false},
                              {"ended", false}}));
}

TEST_CASE("amnesties give the decision of the court, designations the body that gave them") {
  const Json entry = listed(status());
  CHECK(entry["amnesty"] ==
        Json::array(
            {{{"act", "xx-amnesty"}, {"decision", "granted"}, {"effect", "reduced"}, {"date", "2024"}},
             {{"act", "xx-amnesty-2"}, {"decision", "refused"}, {"effect", nullptr}, {"date", nullptr}}}));
  CHECK(entry["designations"] == Json::array({{{"by", "monitor-list"},
                                               {"body", "Test Monitor"},
                                               {"since", "2023-11"},
                                               {"until", nullptr},
                                               {"criterion", nullptr}}}));
  CHECK(entry["restrictions"] ==
        Json::array({{{"kind", "activity_ban"}, {"months", 12}, {"since", nullptr}}}));
}

TEST_CASE("a list entry is one line and the list is one entry a line") {
  const auto made = record();
  CHECK(report::list_entry(made, made.people[0], status()).find('\n') == std::string::npos);
  const std::string list = report::list_json(made, {status(), {}});
  CHECK(std::count(list.begin(), list.end(), '\n') == 4);
  CHECK(Json::parse(list).size() == 2);
  CHECK(Json::parse(report::list_json({}, {})) == Json::array());
}

TEST_CASE("a person is the list entry with cases, own events and the whole timeline behind it") {
  const auto made = record();
  const Json person = Json::parse(report::person_json(made, made.people[0], status()));
  const Json entry = listed(status());
  auto expected = keys_of(entry);
  for (const char* key : {"cases", "events", "timeline"}) expected.emplace_back(key);
  CHECK(keys_of(person) == expected);
  for (const auto& item : entry.items()) {
    INFO(item.key());
    CHECK(person[item.key()] == item.value());
  }
  CHECK(person["cases"] == Json::array({{{"id", "harbour"},
                                         {"title", {{"en", "The Harbour case"}, {"ru", "Дело «Гавани»"}}},
                                         {"kind", "criminal"},
                                         {"stage", "in_force"},
                                         {"stage_since", "2024-01"},
                                         {"defendants", {"xx-0001", "xx-0002"}}}}));
}

TEST_CASE(
    "the timeline mixes own and shared events in the order of things, undated first, others' events left "
    "out") {
  const auto made = record();
  const Json person = Json::parse(report::person_json(made, made.people[0], status()));
  std::vector<std::string> own, all;
  for (const auto& item : person["events"]) own.push_back(item["id"]);
  for (const auto& item : person["timeline"]) all.push_back(item["id"]);
  CHECK(own == std::vector<std::string>{"e0", "e1", "e2"});
  CHECK(all == std::vector<std::string>{"e0", "e1", "c1", "e2"});
  CHECK(person["timeline"][0]["date"].is_null());
  CHECK(person["timeline"][1]["case"].is_null());
  CHECK(person["timeline"][2]["case"] == "harbour");
  CHECK(person["timeline"][3]["case"] == "harbour");
  CHECK(person["timeline"][2]["charges"] == Json::array({"xx-cc:12.1"}));
  CHECK(person["timeline"][3]["sentence"] == Json({{"kind", "imprisonment"}, {"months", 18}}));
}

TEST_CASE("every line of the timeline has its certainty and its sources") {
  auto made = record();
  auto& event = made.people[0].events[1];
  event.certainty = model::Certainty::Low;
  event.until = PartialDate::parse("2023-10-14");
  event.days = 2;
  event.place = ref("port");
  event.original = "2022";
  event.corrected = "2023";
  event.replaces = {ref("xx-cc:14.4")};
  event.fine = model::Money{60, std::nullopt, "EUR"};
  event.sources[0].url = "https://monitor.example.org/page";
  event.sources[0].quote = "He was taken away.";
  event.sources.push_back({ref("gone"), "", "", "", ""});
  const Json person = Json::parse(report::person_json(made, made.people[0], status()));
  const Json& item = person["timeline"][1];
  CHECK(keys_of(item) == std::vector<std::string>{"id", "type", "date", "until", "case", "replaces", "place",
                                                  "days", "fine", "certainty", "original", "corrected",
                                                  "sources"});
  CHECK(item["certainty"] == "low");
  CHECK(item["until"] == "2023-10-14");
  CHECK(item["replaces"] == Json::array({"xx-cc:14.4"}));
  CHECK(item["fine"] == Json({{"amount", 60}, {"currency", "EUR"}}));
  CHECK(item["sources"] == Json::array({{{"id", "report"},
                                         {"title", "Trials in Testland"},
                                         {"url", "https://monitor.example.org/page"},
                                         {"locator", "ch. 1"},
                                         {"quote", "He was taken away."}},
                                        {{"id", "gone"}, {"title", nullptr}, {"url", nullptr}}}));
  CHECK(person["timeline"][0]["certainty"] == "high");
  CHECK(person["timeline"][0]["sources"][0]["url"] == "https://monitor.example.org/report.pdf");
}
