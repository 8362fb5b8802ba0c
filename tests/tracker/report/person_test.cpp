// The contract of `tracker list --json` and `tracker show --json` that outside tools rely on: names of keys, their order,
// null for what is not known.
#include "tracker/report/person.h"

#include <nlohmann/json.hpp>

#include "tests/support/catch.h"

using namespace tracker;
using Json = nlohmann::ordered_json;
using base::PartialDate;

namespace {

std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& item : object.items()) keys.push_back(item.key());
  return keys;
}

model::Ref ref(std::string id) { return {std::move(id), {}}; }

model::Localised text(std::string english, std::string russian = {}) {
  model::Localised made;
  made.by_language["en"] = std::move(english);
  if (!russian.empty()) made.by_language["ru"] = std::move(russian);
  return made;
}

model::Event event(std::string id, model::EventType type, const char* date) {
  model::Event made;
  made.id = std::move(id);
  made.type = type;
  if (date) made.date = PartialDate::parse(date);
  model::Citation citation;
  citation.source = ref("report");
  citation.locator = "ch. 1";
  made.sources = {citation};
  return made;
}

model::Record record() {
  model::Record made;
  made.site.default_language = "en";
  made.site.languages = {"en", "ru"};
  model::Source report;
  report.id = "report";
  report.title = text("Trials in Testland");
  report.url = "https://monitor.example.org/report.pdf";
  made.sources = {report};
  model::Designation list;
  list.id = "monitor-list";
  list.body = "Test Monitor";
  made.designations = {list};
  model::Case harbour;
  harbour.id = "harbour";
  harbour.title = text("The Harbour case", "Дело «Гавани»");
  harbour.defendants = {ref("xx-0001"), ref("xx-0002")};
  auto charged = event("c1", model::EventType::Charged, "2023-10-14");
  charged.charges = {ref("xx-cc:12.1")};
  auto other = event("c2", model::EventType::Sentenced, "2023-12-20");
  other.defendants = {ref("xx-0002")};
  harbour.events = {charged, other};
  made.cases = {harbour};

  model::Person one;
  one.id = "xx-0001";
  one.name = text("Test Person One", "Проба Пробаев");
  one.also = {"Proba Probayev"};
  one.sex = model::Sex::Male;
  one.region = ref("north");
  model::Recognition recognition;
  recognition.by = ref("monitor-list");
  recognition.since = PartialDate::parse("2023-11");
  one.designations = {recognition};
  one.file = "people/xx-0001.md";
  auto sentenced = event("e2", model::EventType::Sentenced, "2023-12");
  sentenced.case_id = ref("harbour");
  sentenced.sentence = model::Sentence{};
  sentenced.sentence->kind = model::SentenceKind::Imprisonment;
  sentenced.sentence->months = 18;
  one.events = {sentenced, event("e1", model::EventType::Detained, "2023-10-12"),
                event("e0", model::EventType::Statement, nullptr)};
  model::Person two;
  two.id = "xx-0002";
  made.people = {one, two};
  return made;
}

model::Status status() {
  model::Status made;
  made.display = model::Display::Imprisoned;
  made.liberty = model::Liberty::Imprisoned;
  made.deprived = model::Deprived::Yes;
  made.stage = model::Stage::InForce;
  made.since = PartialDate::parse("2023-12");
  made.last_confirmed = model::LastConfirmed{*PartialDate::parse("2024-01"), "report"};
  made.prosecuted = true;
  model::CaseState harbour;
  harbour.case_id = "harbour";
  harbour.stage = model::Stage::InForce;
  harbour.stage_since = PartialDate::parse("2024-01");
  model::ChargeState dropped{"xx-cc:14.4", false, false, PartialDate::parse("2023-10-14"), PartialDate::parse("2023-11"), ""};
  model::ChargeState live{"xx-cc:12.1", true, true, PartialDate::parse("2023-10-14"), std::nullopt, ""};
  harbour.charges = {dropped, live};
  model::SentenceState sentence;
  sentence.sentence.kind = model::SentenceKind::Imprisonment;
  sentence.sentence.months = 18;
  sentence.sentence.ban_months = 12;
  sentence.sentence.fine = model::Money{60, 200, "EUR"};
  sentence.since = PartialDate::parse("2023-12");
  sentence.in_force = true;
  harbour.sentences = {sentence};
  made.cases = {harbour};
  made.amnesties = {{"xx-amnesty", model::Decision::Granted, model::AmnestyEffect::Reduced, PartialDate::parse("2024")},
                    {"xx-amnesty-2", model::Decision::Refused, std::nullopt, std::nullopt}};
  made.restrictions = {{"activity_ban", 12, std::nullopt}};
  return made;
}

Json listed(const model::Status& of, std::size_t person = 0) {
  const auto made = record();
  return Json::parse(report::list_entry(made, made.people[person], of));
}

}  // namespace

TEST_CASE("a list entry has every key in one fixed order") {
  const std::vector<std::string> expected = {
      "id",    "name",           "names",             "also",       "status",     "liberty",
      "stage", "life",           "deprived_of_liberty", "since",    "since_is_computed", "last_confirmed",
      "last_confirmed_by", "region", "sex",           "prosecuted", "open_prosecution", "charges",
      "sentences", "restrictions", "amnesty",         "designations"};
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
  for (const char* key : {"name", "deprived_of_liberty", "since", "last_confirmed", "last_confirmed_by", "region", "sex"}) {
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
  CHECK(charges[0] == Json({{"article", "14.4"}, {"law", "xx-cc"}, {"case", "harbour"}, {"live", false},
                            {"convicted", false}, {"since", "2023-10-14"}, {"until", "2023-11"}}));
  CHECK(charges[1] == Json({{"article", "12.1"}, {"law", "xx-cc"}, {"case", "harbour"}, {"live", true},
                            {"convicted", true}, {"since", "2023-10-14"}, {"until", nullptr}}));
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
  CHECK(sentences[0] == Json({{"kind", "imprisonment"}, {"months", 18}, {"ban_months", 12},
                              {"fine", {{"amount", 60}, {"up_to", 200}, {"currency", "EUR"}}}, {"case", "harbour"},
                              {"since", "2023-12"}, {"in_force", true}, {"added", false}, {"ended", false}}));
}

TEST_CASE("amnesties give the decision of the court, designations the body that gave them") {
  const Json entry = listed(status());
  CHECK(entry["amnesty"] ==
        Json::array({{{"act", "xx-amnesty"}, {"decision", "granted"}, {"effect", "reduced"}, {"date", "2024"}},
                     {{"act", "xx-amnesty-2"}, {"decision", "refused"}, {"effect", nullptr}, {"date", nullptr}}}));
  CHECK(entry["designations"] == Json::array({{{"by", "monitor-list"}, {"body", "Test Monitor"}, {"since", "2023-11"},
                                               {"until", nullptr}, {"criterion", nullptr}}}));
  CHECK(entry["restrictions"] == Json::array({{{"kind", "activity_ban"}, {"months", 12}, {"since", nullptr}}}));
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
  CHECK(person["cases"] ==
        Json::array({{{"id", "harbour"}, {"title", {{"en", "The Harbour case"}, {"ru", "Дело «Гавани»"}}},
                      {"kind", "criminal"}, {"stage", "in_force"}, {"stage_since", "2024-01"},
                      {"defendants", {"xx-0001", "xx-0002"}}}}));
}

TEST_CASE("the timeline mixes own and shared events in the order of things, undated first, others' events left out") {
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
  CHECK(keys_of(item) == std::vector<std::string>{"id", "type", "date", "until", "case", "replaces", "place", "days", "fine",
                                                  "certainty", "original", "corrected", "sources"});
  CHECK(item["certainty"] == "low");
  CHECK(item["until"] == "2023-10-14");
  CHECK(item["replaces"] == Json::array({"xx-cc:14.4"}));
  CHECK(item["fine"] == Json({{"amount", 60}, {"currency", "EUR"}}));
  CHECK(item["sources"] ==
        Json::array({{{"id", "report"}, {"title", "Trials in Testland"}, {"url", "https://monitor.example.org/page"},
                      {"locator", "ch. 1"}, {"quote", "He was taken away."}},
                     {{"id", "gone"}, {"title", nullptr}, {"url", nullptr}}}));
  CHECK(person["timeline"][0]["certainty"] == "high");
  CHECK(person["timeline"][0]["sources"][0]["url"] == "https://monitor.example.org/report.pdf");
}
