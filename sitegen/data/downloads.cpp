#include "sitegen/data/downloads.h"

#include <nlohmann/json.hpp>

#include "sitegen/data/csv.h"
#include "sitegen/view/links.h"
#include "tracker/base/instant.h"
#include "tracker/base/text.h"
#include "tracker/model/article.h"
#include "tracker/report/person.h"

namespace sitegen::data {
namespace {

using tracker::model::code_of;
using tracker::model::Event;
using tracker::model::Person;
using tracker::model::Status;

std::string edtf(const std::optional<tracker::base::PartialDate>& date) { return date ? date->edtf() : ""; }

std::string number(const std::optional<int>& value) { return value ? std::to_string(*value) : ""; }

std::string joined(const std::vector<tracker::model::Ref>& refs) {
  std::vector<std::string> ids;
  for (const auto& ref : refs) ids.push_back(ref.id);
  return tracker::base::join(ids, " ");
}

std::string live_charges(const Status& status) {
  std::vector<std::string> charges;
  for (const auto& of_case : status.cases)
    for (const auto& charge : of_case.charges)
      if (charge.live) charges.push_back(charge.article);
  return tracker::base::join(charges, " ");
}

std::string name_in(const Person& person, std::string_view language, const std::string& fallback) {
  return person.name.has(language, fallback) ? person.name.in(language, fallback) : "";
}

std::string deprived(const Status& status) {
  return status.deprived == tracker::model::Deprived::Unknown ? "" : std::string(code_of(status.deprived));
}

std::string people_csv(const view::View& view) {
  std::vector<std::string> header = {"id"};
  const auto& site = view.record.site;
  for (const auto& language : site.languages) header.push_back("name_" + language);
  for (const char* column :
       {"also", "sex", "region", "status", "liberty", "deprived_of_liberty", "stage", "since", "last_confirmed",
        "last_confirmed_by", "prosecuted", "charges", "cases", "designations", "version"})
    header.emplace_back(column);
  std::string text = csv_row(header);
  for (std::size_t i = 0; i < view.record.people.size(); ++i) {
    const Person& person = view.record.people[i];
    const Status& status = view.statuses[i];
    std::vector<std::string> row = {person.id};
    for (const auto& language : site.languages) row.push_back(name_in(person, language, site.default_language));
    std::vector<std::string> cases, designations;
    for (const auto* of_case : view.cases().of(person)) cases.push_back(of_case->id);
    for (const auto& recognition : person.designations) designations.push_back(recognition.by.id);
    for (std::string field :
         {tracker::base::join(person.also, "; "), person.sex ? std::string(code_of(*person.sex)) : "",
          person.region.id, std::string(code_of(status.display)), std::string(code_of(status.liberty)),
          deprived(status), std::string(code_of(status.stage)), edtf(status.since),
          status.last_confirmed ? status.last_confirmed->date.edtf() : "",
          status.last_confirmed ? status.last_confirmed->source : "", std::string(status.prosecuted ? "yes" : "no"),
          live_charges(status), tracker::base::join(cases, " "), tracker::base::join(designations, " "),
          std::to_string(view.newest().number)})
      row.push_back(std::move(field));
    text += csv_row(row);
  }
  return text;
}

std::vector<std::string> event_row(const std::string& owner, const std::string& people, const Event& event,
                                   const std::string& case_id) {
  const auto sentence = event.sentence.value_or(tracker::model::Sentence{});
  const auto& source = event.sources.empty() ? tracker::model::Citation{} : event.sources.front();
  return {owner,
          event.id,
          people,
          case_id,
          std::string(code_of(event.type)),
          edtf(event.date),
          event.date ? tracker::base::to_iso(event.date->earliest()) : "",
          event.date ? tracker::base::to_iso(event.date->latest()) : "",
          joined(event.charges),
          event.place.id,
          event.court.id,
          number(event.days),
          sentence.kind ? std::string(code_of(*sentence.kind)) : "",
          number(sentence.months),
          number(sentence.ban_months),
          number(sentence.labour_hours),
          event.act.id,
          event.effect ? std::string(code_of(*event.effect)) : "",
          std::string(code_of(event.certainty.value_or(tracker::model::Certainty::High))),
          source.source.id,
          source.locator,
          std::to_string(event.sources.size())};
}

std::string events_csv(const view::View& view) {
  std::string text = csv_row({"owner",  "event",      "people",        "case",        "type",       "date",
                              "earliest", "latest",   "charges",       "place",       "court",      "days",
                              "sentence", "months",   "ban_months",    "labour_hours", "act",       "effect",
                              "certainty", "source",  "locator",       "sources"});
  for (const auto& person : view.record.people)
    for (const auto& event : person.events)
      text += csv_row(event_row("person/" + person.id, person.id, event, event.case_id.id));
  for (const auto& of_case : view.record.cases)
    for (const auto& event : of_case.events)
      text += csv_row(event_row("case/" + of_case.id,
                                joined(event.defendants.empty() ? of_case.defendants : event.defendants), event,
                                of_case.id));
  return text;
}

std::string people_json_lines(const view::View& view) {
  std::string text;
  for (std::size_t i = 0; i < view.record.people.size(); ++i) {
    const auto law = view.law_of(view.record.people[i]);
    text += tracker::report::list_entry(view.record, view.record.people[i], view.statuses[i], &law) + '\n';
  }
  return text;
}

std::string version_json(const view::View& view) {
  const auto& version = view.newest();
  nlohmann::ordered_json object;
  object["version"] = version.number;
  object["recorded"] = tracker::base::to_rfc3339(version.recorded);
  object["hash"] = version.hash.hex();
  object["as_of"] = tracker::base::to_iso(view.as_of);
  object["persons"] = view.totals.persons.size();
  object["deprived_of_liberty"] = view.totals.deprived.size();
  object["prosecuted"] = view.totals.prosecuted.size();
  object["cases"] = view.totals.cases;
  object["prosecutions"] = view.totals.prosecutions;
  object["licence"] = view.record.site.licence;
  return object.dump(2) + '\n';
}

}  // namespace

std::vector<view::OutputFile> downloads(const view::View& view) {
  std::vector<view::OutputFile> files = {{std::string(view::kPeopleCsv), people_csv(view)},
                                         {std::string(view::kEventsCsv), events_csv(view)},
                                         {std::string(view::kPeopleJsonLines), people_json_lines(view)},
                                         {"data/version.json", version_json(view)}};
  for (const auto& version : view.versions)
    files.push_back({"data/versions/" + tracker::version::file_name(version.number), view.version_file(version.number)});
  return files;
}

}  // namespace sitegen::data
