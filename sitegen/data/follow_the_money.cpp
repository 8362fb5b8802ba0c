#include "sitegen/data/follow_the_money.h"

#include <nlohmann/json.hpp>

#include <map>

#include "sitegen/data/json_lines.h"
#include "sitegen/view/links.h"
#include "tracker/base/digest.h"
#include "tracker/base/text.h"

namespace sitegen::data {
namespace {

using Json = nlohmann::ordered_json;
using tracker::base::PartialDate;
using tracker::model::code_of;
using tracker::model::Event;

using Properties = std::vector<std::pair<std::string, std::vector<std::string>>>;

class Writer {
 public:
  explicit Writer(const view::View& view) : view_(view), site_(view.record.site) {}

  std::string write() {
    for (std::size_t i = 0; i < view_.record.people.size(); ++i) person(view_.record.people[i], view_.statuses[i]);
    for (const auto& of_case : view_.record.cases) add_case(of_case);
    for (const auto& designation : view_.record.designations) body(designation);
    for (const auto& person : view_.record.people) {
      links(person);
      for (const auto& event : person.events) add_event("person/" + person.id, event, {person.id});
    }
    for (const auto& of_case : view_.record.cases)
      for (const auto& event : of_case.events) add_event("case/" + of_case.id, event, concerned(of_case, event));
    return one_line(std::move(out_));
  }

 private:
  static std::vector<std::string> concerned(const tracker::model::Case& of_case, const Event& event) {
    std::vector<std::string> people;
    for (const auto& defendant : event.defendants.empty() ? of_case.defendants : event.defendants)
      people.push_back(defendant.id);
    return people;
  }

  /// Forty hexadecimal digits, as the tools make their own.
  std::string id(const std::string& what) const {
    return tracker::base::sha256(site_.tag_authority + ":" + what).hex().substr(0, 40);
  }

  void entity(const std::string& what, const char* schema, const Properties& properties) {
    Json object = {{"id", id(what)}, {"schema", schema}};
    Json& values = object["properties"] = Json::object();
    for (const auto& [name, all] : properties)
      for (const auto& value : all)
        if (!value.empty()) values[name].push_back(value);
    object["datasets"] = Json::array({site_.id_prefix.empty() ? std::string("list") : "list_" + site_.id_prefix});
    out_ += object.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
  }

  static std::vector<std::string> all_of(const tracker::model::Localised& text) {
    std::vector<std::string> values;
    for (const auto& [language, value] : text.by_language)
      if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
    return values;
  }

  std::string address(const std::string& path) const { return site_.base_url + path; }
  std::string modified() const { return tracker::base::to_iso(view_.as_of); }

  void person(const tracker::model::Person& person, const tracker::model::Status& status) {
    Properties properties = {{"name", all_of(person.name)}};
    if (person.name.empty()) properties = {{"name", {person.id}}};
    properties.push_back({"alias", person.also});
    if (person.sex) properties.push_back({"gender", {std::string(code_of(*person.sex))}});
    if (person.born && person.born->precision() != tracker::base::Precision::Interval && !person.born->is_approximate() &&
        !person.born->is_uncertain())
      properties.push_back({"birthDate", {person.born->edtf()}});
    properties.push_back({"status", {std::string(code_of(status.display))}});
    properties.push_back({"summary", all_of(person.activity)});
    properties.push_back({"sourceUrl", {address(view::person_path(person.id))}});
    properties.push_back({"publisher", {site_.publisher}});
    properties.push_back({"modifiedAt", {modified()}});
    entity("person/" + person.id, "Person", properties);
  }

  void add_case(const tracker::model::Case& of_case) {
    std::string court;
    if (const auto* place = tracker::model::find_place(view_.record, of_case.court.id))
      court = place->name.in(site_.default_language, site_.default_language);
    entity("case/" + of_case.id, "CourtCase",
           {{"name", all_of(of_case.title)},
            {"type", {std::string(code_of(of_case.kind))}},
            {"caseNumber", {of_case.number}},
            {"court", {court}},
            {"summary", all_of(of_case.summary)},
            {"sourceUrl", {address(view::case_path(of_case.id))}},
            {"publisher", {site_.publisher}}});
    for (const auto& defendant : of_case.defendants)
      entity("case/" + of_case.id + "/party/" + defendant.id, "CourtCaseParty",
             {{"party", {id("person/" + defendant.id)}}, {"case", {id("case/" + of_case.id)}}, {"role", {"defendant"}}});
  }

  void body(const tracker::model::Designation& designation) {
    entity("designation/" + designation.id, "Organization",
           {{"name", {designation.body}}, {"summary", all_of(designation.name)}, {"website", {designation.url}}});
  }

  void links(const tracker::model::Person& person) {
    std::map<std::string, int> seen;  // a body may recognise a person twice
    for (const auto& recognition : person.designations) {
      const int count = ++seen[recognition.by.id];
      entity("person/" + person.id + "/designation/" + recognition.by.id + "/" + std::to_string(count), "UnknownLink",
             {{"subject", {id("designation/" + recognition.by.id)}},
              {"object", {id("person/" + person.id)}},
              {"role", {"recognises as prosecuted on political grounds"}},
              {"startDate", dates(recognition.since)},
              {"endDate", dates(recognition.until)}});
    }
  }

  /// A date as the tools can hold it; nothing for one that is uncertain or an interval.
  static std::vector<std::string> dates(const std::optional<PartialDate>& date) {
    const bool fits = date && date->precision() != tracker::base::Precision::Interval && !date->is_approximate() &&
                      !date->is_uncertain();
    return fits ? std::vector{date->edtf()} : std::vector<std::string>();
  }

  void add_event(const std::string& owner, const Event& event, const std::vector<std::string>& people) {
    Properties properties = {{"name", {std::string(code_of(event.type))}}, {"summary", all_of(event.text)}};
    if (event.date && dates(event.date).empty()) {
      if (!event.date->has_open_end()) {
        properties.push_back({"startDate", {tracker::base::to_iso(event.date->earliest())}});
        properties.push_back({"endDate", {tracker::base::to_iso(event.date->latest())}});
      }
    } else {
      properties.push_back({"date", dates(event.date)});
    }
    if (const auto* place = tracker::model::find_place(view_.record, event.place.empty() ? event.court.id : event.place.id))
      properties.push_back({"location", {place->name.in(site_.default_language, site_.default_language)}});
    std::vector<std::string> involved;
    for (const auto& person : people) involved.push_back(id("person/" + person));
    properties.push_back({"involved", involved});
    std::vector<std::string> sources;
    for (const auto& citation : event.sources) {
      const auto* source = tracker::model::find_source(view_.record, citation.source.id);
      const std::string& url = citation.url.empty() && source ? source->url : citation.url;
      if (std::find(sources.begin(), sources.end(), url) == sources.end()) sources.push_back(url);
    }
    properties.push_back({"sourceUrl", sources});
    properties.push_back({"recordId", {owner + "/" + event.id}});
    entity(owner + "/event/" + event.id, "Event", properties);
  }

  const view::View& view_;
  const tracker::model::Site& site_;
  std::string out_;
};

}  // namespace

std::string follow_the_money(const view::View& view) { return Writer(view).write(); }

}  // namespace sitegen::data
