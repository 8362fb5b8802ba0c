#include "tracker/report/assess.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tracker::report {
namespace {

using Json = nlohmann::ordered_json;  // keys stand in the order in which they are set
using model::code_of;
using model::Outcome;
using rules::Assessment;
using rules::DayRange;
using rules::Verdict;

std::string code(auto value) { return std::string(code_of(value)); }

Json text_of(const model::Record& record, const model::Localised* words) {
  if (!words || words->empty()) return nullptr;
  return words->in(record.site.default_language, record.site.default_language);
}

/// A day, a range of days "2024-10-01/2024-10-31", or an open one "../2022-03-31".
Json days_json(const std::optional<DayRange>& days) {
  if (!days) return nullptr;
  const auto open = DayRange::open();
  const std::string first = days->earliest == open.earliest ? ".." : base::to_iso(days->earliest);
  const std::string last = days->latest == open.latest ? ".." : base::to_iso(days->latest);
  if (first == ".." && last == "..") return nullptr;
  return first == last ? first : first + '/' + last;
}

void set_verdict(Json& object, const Verdict& verdict) {
  object["outcome"] = code(verdict.outcome);
  const bool has_fraction = verdict.outcome == Outcome::Reduced && !verdict.fraction.is_zero();
  object["fraction"] = has_fraction ? Json(verdict.fraction.value()) : Json(nullptr);
  object["reduced_by"] = has_fraction ? Json(verdict.fraction.text()) : Json(nullptr);
  object["certainty"] = code(verdict.certainty);
}

Json step_json(const model::Record& record, const rules::Step& step) {
  Json object = Json::object();
  object["test"] = code(step.test);
  object["result"] = code(step.answer);
  object["citation"] = std::string(step.citation);
  object["certainty"] = code(step.certainty);
  if (!step.subject.empty()) object["about"] = std::string(step.subject);
  if (step.words) object["text"] = text_of(record, step.words);
  if (step.days) object["days"] = days_json(step.days);
  if (step.situation) object["situation"] = code(*step.situation);
  if (step.outcome) object["outcome"] = code(*step.outcome);
  if (step.number) object[step.test == model::Test::Limitation ? "years" : "months"] = step.number;
  return object;
}

/// The steps that leave it open, in words: what would have to be known.
Json missing_json(const model::Record& record, const Assessment& one) {
  Json list = Json::array();
  if (one.verdict.outcome != Outcome::Unknown) return list;
  for (const auto& step : one.steps) {
    if (step.answer != model::Answer::Unknown || step.test == model::Test::Remainder ||
        step.test == model::Test::Form || step.test == model::Test::Person)
      continue;
    Json object = Json::object();
    object["test"] = code(step.test);
    if (!step.subject.empty()) object["about"] = std::string(step.subject);
    if (const auto text = text_of(record, step.missing ? step.missing : step.words); !text.is_null())
      object["text"] = text;
    list.push_back(object);
  }
  if (one.charge->parts.size() > 1) list.push_back({{"test", "part"}, {"about", one.charge->number}});
  return list;
}

Json readings_json(const model::Record& record, const Assessment& one) {
  Json list = Json::array();
  for (const auto& reading : one.readings) {
    Json object = Json::object();
    object["reading"] = reading.reading->id;
    set_verdict(object, reading.verdict);
    object["text"] = text_of(record, &reading.reading->text);
    list.push_back(object);
  }
  return list;
}

Json term_json(const Assessment& one) {
  const auto& verdict = one.verdict.outcome == Outcome::Unknown ? one.if_met : one.verdict;
  if (!one.charge->sentence || !one.charge->sentence->months) return nullptr;
  const int months = *one.charge->sentence->months;
  Json object = Json::object();
  object["months"] = months;
  const bool reduced = verdict.outcome == Outcome::Reduced && !verdict.fraction.is_zero();
  object["becomes_months"] = reduced ? Json(rules::months_after(months, verdict.fraction)) : Json(nullptr);
  return object;
}

Json assessment_json(const model::Record& record, const Assessment& one) {
  Json object = Json::object();
  object["act"] = one.act->law->id;
  object["charge"] = one.charge->article;
  object["article"] = one.charge->number;
  object["case"] = one.charge->case_id.empty() ? Json(nullptr) : Json(one.charge->case_id);
  object["live"] = one.charge->live;
  set_verdict(object, one.verdict);
  object["readings"] = readings_json(record, one);
  object["readings_differ"] = one.readings_differ();
  Json against = Json::array();
  for (const auto ground : rules::grounds(one)) against.push_back(std::string(ground));
  object["grounds"] = against;
  object["missing"] = missing_json(record, one);
  if (one.verdict.outcome == Outcome::Unknown) {
    Json met = Json::object();
    set_verdict(met, one.if_met);
    object["if_met"] = met;
  }
  if (!one.possible.empty()) {
    Json list = Json::array();
    for (const auto& possibility : one.possible) {
      Json item = Json::object();
      item["part"] = possibility.part->told->part;
      const auto grade = possibility.part->grade;
      item["gravity"] = grade == rules::kNoGrade
                            ? Json(nullptr)
                            : Json(one.charge->code->law->grades[static_cast<std::size_t>(grade)].id);
      set_verdict(item, possibility.verdict);
      list.push_back(item);
    }
    object["possible"] = list;
  }
  object["term"] = term_json(one);
  Json steps = Json::array();
  for (const auto& step : one.steps) steps.push_back(step_json(record, step));
  object["steps"] = steps;
  return object;
}

Json decision_json(const model::AmnestyState& decided, const rules::PersonLaw& law) {
  Json object = Json::object();
  object["act"] = decided.act;
  object["decision"] = code(decided.decision);
  object["effect"] = decided.effect ? Json(code(*decided.effect)) : Json(nullptr);
  object["date"] = decided.date ? Json(decided.date->edtf()) : Json(nullptr);
  object["agreement"] = code(rules::agreement(decided, rules::decided_on(law, decided.act)));
  return object;
}

Json name_of(const model::Record& record, const model::Person& person) {
  const auto& language = record.site.default_language;
  return person.name.empty() ? Json(nullptr) : Json(person.name.in(language, language));
}

Json range_json(const std::optional<std::pair<int, int>>& range) {
  if (range->first == range->second) return range->first;
  return Json::array({range->first, range->second});
}

Json work_json(const model::Record& record, const rules::WorkLine& line) {
  Json object = Json::object();
  object["step"] = std::string(rules::code_of(line.work));
  if (line.days) object["days"] = days_json(line.days);
  if (line.count) object["count"] = range_json(line.count);
  if (!line.rate.empty()) object["rate"] = line.rate;
  if (line.liberty != model::Liberty::Unknown) object["of"] = code(line.liberty);
  if (line.words) object["text"] = text_of(record, line.words);
  object["citation"] = line.citation.empty() ? Json(nullptr) : Json(std::string(line.citation));
  object["certainty"] = code(line.certainty);
  return object;
}

}  // namespace

std::string fraction_text(const Verdict& verdict) {
  return verdict.outcome == Outcome::Reduced && !verdict.fraction.is_zero() ? verdict.fraction.text() : "";
}

std::string assess_json(const model::Record& record, const model::Person& person, const model::Status& status,
                        const rules::PersonLaw& law, base::Day as_of) {
  Json object = Json::object();
  object["id"] = person.id;
  object["name"] = name_of(record, person);
  object["as_of"] = base::to_iso(as_of);
  Json assessments = Json::array();
  for (const auto& one : law.assessments) assessments.push_back(assessment_json(record, one));
  object["assessments"] = assessments;
  Json decisions = Json::array();
  for (const auto& decided : status.amnesties) decisions.push_back(decision_json(decided, law));
  object["decision"] = decisions.empty() ? Json(nullptr) : decisions.back();
  object["decisions"] = decisions;
  object["note"] = "An assessment from published charges, not legal advice.";
  return object.dump(2) + "\n";
}

std::string clocks_json(const model::Record& record, const model::Person& person,
                        const std::vector<rules::Clock>& clocks, base::Day as_of) {
  Json object = Json::object();
  object["id"] = person.id;
  object["name"] = name_of(record, person);
  object["as_of"] = base::to_iso(as_of);
  Json list = Json::array();
  for (const auto& clock : clocks) {
    Json item = Json::object();
    item["clock"] = code(clock.kind);
    item["case"] = clock.case_id.empty() ? Json(nullptr) : Json(clock.case_id);
    if (!clock.article.empty()) item["charge"] = clock.article;
    item["earliest"] = base::to_iso(clock.reckoning.when.earliest);
    item["latest"] = clock.reckoning.open_end ? Json(nullptr) : Json(base::to_iso(clock.reckoning.when.latest));
    item["computed"] = !clock.told;
    item["certainty"] = code(clock.reckoning.certainty);
    Json lines = Json::array();
    for (const auto& line : clock.reckoning.lines) lines.push_back(work_json(record, line));
    item["lines"] = lines;
    list.push_back(item);
  }
  object["clocks"] = list;
  return object.dump(2) + "\n";
}

std::string amnesty_json(const model::Status& status, const rules::PersonLaw& law) {
  Json list = Json::array();
  std::vector<std::string> acts;
  const auto note_act = [&](const std::string& act) {
    if (std::find(acts.begin(), acts.end(), act) == acts.end()) acts.push_back(act);
  };
  for (const auto& decided : status.amnesties) note_act(decided.act);
  for (const auto& one : law.assessments) note_act(one.act->law->id);
  for (const auto& act : acts) {
    model::AmnestyState decided{.act = act};
    for (const auto& known : status.amnesties)
      if (known.act == act) decided = known;
    Json object = decision_json(decided, law);
    Json charges = Json::array();
    for (const auto& one : law.assessments) {
      if (one.act->law->id != act) continue;
      Json charge = Json::object();
      charge["charge"] = one.charge->article;
      set_verdict(charge, one.verdict);
      if (one.readings_differ()) {
        Json readings = Json::object();
        for (const auto& reading : one.readings) readings[reading.reading->id] = code(reading.verdict.outcome);
        charge["readings"] = readings;
      }
      charges.push_back(charge);
    }
    object["assessed"] = charges;
    list.push_back(object);
  }
  return list.dump();
}

}  // namespace tracker::report
