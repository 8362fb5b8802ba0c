// One made-up person with a case, told in full: what the contract of the JSON is tested on.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "tracker/model/record.h"
#include "tracker/model/status.h"

namespace tests {

using namespace tracker;
using Json = nlohmann::ordered_json;
using base::PartialDate;

inline std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& item : object.items()) keys.push_back(item.key());
  return keys;
}

inline model::Ref ref(std::string id) {
  return {std::move(id), {}};
}

inline model::Localised text(std::string english, std::string russian = {}) {
  model::Localised made;
  made.by_language["en"] = std::move(english);
  if (!russian.empty()) made.by_language["ru"] = std::move(russian);
  return made;
}

inline model::Event event(std::string id, model::EventType type, const char* date) {
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

inline model::Record record() {
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

inline model::Status status() {
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
  model::ChargeState dropped{
      "xx-cc:14.4", false, false, PartialDate::parse("2023-10-14"), PartialDate::parse("2023-11"), ""};
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
  made.amnesties = {
      {"xx-amnesty", model::Decision::Granted, model::AmnestyEffect::Reduced, PartialDate::parse("2024")},
      {"xx-amnesty-2", model::Decision::Refused, std::nullopt, std::nullopt}};
  made.restrictions = {{"activity_ban", 12, std::nullopt}};
  return made;
}

}  // namespace tests
