#include "tracker/report/person.h"

#include <nlohmann/json.hpp>

#include "tracker/model/article.h"
#include "tracker/report/assess.h"

namespace tracker::report {
namespace {

using Json = nlohmann::ordered_json;  // keys stand in the order in which they are set
using model::code_of;

Json date_of(const std::optional<base::PartialDate>& date) { return date ? Json(date->edtf()) : Json(nullptr); }

template <class Value>
void set_if(Json& object, const char* key, const std::optional<Value>& value) {
  if (value) object[key] = *value;
}

void set_if(Json& object, const char* key, const std::string& value) {
  if (!value.empty()) object[key] = value;
}

Json texts(const model::Localised& localised, const std::string& default_language) {
  Json object = Json::object();
  for (const auto& [language, text] : localised.by_language)
    object[language.empty() ? default_language : language] = text;
  return object;
}

Json money_json(const model::Money& money) {
  Json object = Json::object();
  set_if(object, "amount", money.amount);
  set_if(object, "up_to", money.up_to);
  object["currency"] = money.currency;
  return object;
}

Json sentence_json(const model::Sentence& sentence) {
  Json object = Json::object();
  object["kind"] = sentence.kind ? Json(std::string(code_of(*sentence.kind))) : Json(nullptr);
  set_if(object, "months", sentence.months);
  set_if(object, "days", sentence.days);
  set_if(object, "ban_months", sentence.ban_months);
  set_if(object, "labour_hours", sentence.labour_hours);
  if (sentence.fine) object["fine"] = money_json(*sentence.fine);
  return object;
}

Json charges_json(const model::Status& status) {
  Json list = Json::array();
  for (const auto& of_case : status.cases)
    for (const auto& charge : of_case.charges) {
      const auto ref = model::parse_article_ref(charge.article);
      Json object = Json::object();
      object["article"] = ref ? ref->number() : charge.article;
      object["law"] = ref ? ref->law : "";
      object["case"] = of_case.case_id.empty() ? Json(nullptr) : Json(of_case.case_id);
      object["live"] = charge.live;
      object["convicted"] = charge.convicted;
      object["since"] = date_of(charge.since);
      object["until"] = date_of(charge.until);
      list.push_back(object);
    }
  return list;
}

Json sentences_json(const model::Status& status) {
  Json list = Json::array();
  for (const auto& of_case : status.cases)
    for (const auto& state : of_case.sentences) {
      Json object = sentence_json(state.sentence);
      object["case"] = of_case.case_id.empty() ? Json(nullptr) : Json(of_case.case_id);
      object["since"] = date_of(state.since);
      object["in_force"] = state.in_force;
      object["added"] = state.added;
      object["ended"] = state.ended;
      list.push_back(object);
    }
  return list;
}

Json decisions_json(const model::Status& status) {
  Json list = Json::array();
  for (const auto& amnesty : status.amnesties) {
    Json object = Json::object();
    object["act"] = amnesty.act;
    object["decision"] = std::string(code_of(amnesty.decision));
    object["effect"] = amnesty.effect ? Json(std::string(code_of(*amnesty.effect))) : Json(nullptr);
    object["date"] = date_of(amnesty.date);
    list.push_back(object);
  }
  return list;
}

Json designations_json(const model::Record& record, const model::Person& person) {
  Json list = Json::array();
  for (const auto& recognition : person.designations) {
    const auto* designation = model::find_designation(record, recognition.by.id);
    Json object = Json::object();
    object["by"] = recognition.by.id;
    object["body"] = designation ? Json(designation->body) : Json(nullptr);
    object["since"] = date_of(recognition.since);
    object["until"] = date_of(recognition.until);
    object["criterion"] = recognition.criterion.empty() ? Json(nullptr) : Json(recognition.criterion);
    list.push_back(object);
  }
  return list;
}

Json entry(const model::Record& record, const model::Person& person, const model::Status& status,
           const rules::PersonLaw* law) {
  const auto& language = record.site.default_language;
  Json object = Json::object();
  object["id"] = person.id;
  object["name"] = person.name.empty() ? Json(nullptr) : Json(person.name.in(language, language));
  object["names"] = texts(person.name, language);
  object["also"] = person.also;
  object["status"] = std::string(code_of(status.display));
  object["liberty"] = std::string(code_of(status.liberty));
  object["stage"] = std::string(code_of(status.stage));
  object["life"] = std::string(code_of(status.life));
  object["deprived_of_liberty"] =
      status.deprived == model::Deprived::Unknown ? Json(nullptr) : Json(status.deprived == model::Deprived::Yes);
  object["since"] = date_of(status.since);
  object["since_is_computed"] = status.since_is_computed;
  object["last_confirmed"] = status.last_confirmed ? Json(status.last_confirmed->date.edtf()) : Json(nullptr);
  object["last_confirmed_by"] = status.last_confirmed ? Json(status.last_confirmed->source) : Json(nullptr);
  object["region"] = person.region.empty() ? Json(nullptr) : Json(person.region.id);
  object["sex"] = person.sex ? Json(std::string(code_of(*person.sex))) : Json(nullptr);
  object["prosecuted"] = status.prosecuted;
  object["open_prosecution"] = status.open_prosecution;
  object["charges"] = charges_json(status);
  object["sentences"] = sentences_json(status);
  Json restrictions = Json::array();
  for (const auto& restriction : status.restrictions) {
    Json item = Json::object();
    item["kind"] = restriction.kind;
    item["months"] = restriction.months ? Json(*restriction.months) : Json(nullptr);
    item["since"] = date_of(restriction.since);
    restrictions.push_back(item);
  }
  object["restrictions"] = restrictions;
  object["amnesty"] = law ? Json::parse(amnesty_json(status, *law)) : decisions_json(status);
  object["designations"] = designations_json(record, person);
  return object;
}

Json event_json(const model::Record& record, const model::SituatedEvent& situated) {
  const auto& event = *situated.event;
  const auto& language = record.site.default_language;
  Json object = Json::object();
  object["id"] = event.id;
  object["type"] = std::string(code_of(event.type));
  object["date"] = date_of(event.date);
  if (event.until) object["until"] = event.until->edtf();
  object["case"] = situated.of_case ? Json(situated.of_case->id) : Json(nullptr);
  Json charges = Json::array();
  for (const auto& charge : event.charges) charges.push_back(charge.id);
  if (!charges.empty()) object["charges"] = charges;
  Json replaces = Json::array();
  for (const auto& charge : event.replaces) replaces.push_back(charge.id);
  if (!replaces.empty()) object["replaces"] = replaces;
  set_if(object, "place", event.place.id);
  set_if(object, "court", event.court.id);
  set_if(object, "days", event.days);
  if (event.sentence) object["sentence"] = sentence_json(*event.sentence);
  if (event.fine) object["fine"] = money_json(*event.fine);
  set_if(object, "act", event.act.id);
  if (event.effect) object["effect"] = std::string(code_of(*event.effect));
  if (!event.text.empty()) object["text"] = texts(event.text, language);
  if (!event.note.empty()) object["note"] = texts(event.note, language);
  object["certainty"] = std::string(code_of(event.certainty.value_or(model::Certainty::High)));
  set_if(object, "original", event.original);
  set_if(object, "corrected", event.corrected);
  Json sources = Json::array();
  for (const auto& citation : event.sources) {
    const auto* source = model::find_source(record, citation.source.id);
    Json item = Json::object();
    item["id"] = citation.source.id;
    item["title"] = source ? Json(source->title.in(language, language)) : Json(nullptr);
    const std::string& url = !citation.url.empty() || !source ? citation.url : source->url;
    item["url"] = url.empty() ? Json(nullptr) : Json(url);
    set_if(item, "locator", citation.locator);
    set_if(item, "quote", citation.quote);
    set_if(item, "snapshot", citation.snapshot);
    sources.push_back(item);
  }
  object["sources"] = sources;
  return object;
}

Json cases_json(const model::Record& record, const model::Status& status) {
  Json list = Json::array();
  for (const auto& state : status.cases) {
    const auto* of_case = model::find_case(record, state.case_id);
    Json object = Json::object();
    object["id"] = state.case_id.empty() ? Json(nullptr) : Json(state.case_id);
    object["title"] = of_case ? texts(of_case->title, record.site.default_language) : Json::object();
    object["kind"] = std::string(code_of(state.kind));
    object["stage"] = std::string(code_of(state.stage));
    object["stage_since"] = date_of(state.stage_since);
    Json defendants = Json::array();
    if (of_case)
      for (const auto& defendant : of_case->defendants) defendants.push_back(defendant.id);
    object["defendants"] = defendants;
    list.push_back(object);
  }
  return list;
}

}  // namespace

std::string list_entry(const model::Record& record, const model::Person& person, const model::Status& status,
                       const rules::PersonLaw* law) {
  return entry(record, person, status, law).dump();
}

std::string list_json(const model::Record& record, const std::vector<model::Status>& statuses,
                      const std::vector<rules::PersonLaw>* laws) {
  std::string text = "[";
  for (std::size_t i = 0; i < record.people.size(); ++i)
    text += (i ? ",\n " : "\n ") + list_entry(record, record.people[i], statuses[i], laws ? &(*laws)[i] : nullptr);
  return text + "\n]\n";
}

std::string person_json(const model::Record& record, const model::Person& person, const model::Status& status,
                        const rules::PersonLaw* law) {
  Json object = entry(record, person, status, law);
  object["cases"] = cases_json(record, status);
  Json own = Json::array(), timeline = Json::array();
  for (const auto& situated : model::events_of(record, person)) {
    timeline.push_back(event_json(record, situated));
    if (situated.file == &person.file) own.push_back(event_json(record, situated));
  }
  object["events"] = own;
  object["timeline"] = timeline;
  return object.dump(2) + "\n";
}

}  // namespace tracker::report
