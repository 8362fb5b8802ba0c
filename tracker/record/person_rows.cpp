#include "tracker/record/person_rows.h"

#include <set>

#include "tracker/record/columns.h"

namespace tracker::record {
namespace {

// A tag that stands twice in a file says nothing more than one.
std::set<std::string> without_twins(const std::vector<std::string>& tags) {
  return {tags.begin(), tags.end()};
}

}  // namespace

PersonRows::PersonRows(db::Database& database)
    : events_(database),
      person_(insert_into(database, "person",
                          "id, file, sex, born, region, occupation, activity, identity, identity_note")),
      name_(insert_into(database, "person_name", "person, position, form, language, name")),
      tag_(insert_into(database, "person_tag", "person, kind, tag")),
      life_(insert_into(database, "person_text", "person, language, file, draft, body")),
      designation_(insert_into(database, "person_designation",
                               "person, position, designation, since, until, criterion")),
      designation_source_(insert_into(database, "designation_source",
                                      "person, designation_position, position, source, locator, quote, url, "
                                      "snapshot")),
      case_(insert_into(database, "case_", "id, file, title, kind, number, court, region, summary")),
      defendant_(insert_into(database, "case_defendant", "case_id, person, position")),
      case_tag_(insert_into(database, "case_tag", "case_id, tag")) {}

void PersonRows::write(const model::Person& person, const std::string& path) {
  person_.run(person.id, path, code(person.sex), edtf(person.born), said(person.region),
              said(person.occupation), to_json(person.activity), code(person.identity),
              to_json(person.identity_note));
  write_names(person);
  write_tags(person);
  write_designations(person);
  events_.write({"person", person.id}, person.events, path);
  write_life(person, path);
}

void PersonRows::write_life(const model::Person& person, const std::string& path) {
  for (const auto& [language, text] : person.life)
    life_.run(person.id, language, path, text.draft, text.body);
}

void PersonRows::write_names(const model::Person& person) {
  std::size_t position = 0;
  for (const auto& [language, name] : person.name.by_language)
    name_.run(person.id, position++, "main", language, name);
  for (const auto& name : person.also) name_.run(person.id, position++, "also", std::nullopt, name);
}

void PersonRows::write_tags(const model::Person& person) {
  for (const auto& group : without_twins(person.groups)) tag_.run(person.id, "group", group);
  for (const auto& tag : without_twins(person.tags)) tag_.run(person.id, "tag", tag);
}

void PersonRows::write_designations(const model::Person& person) {
  for (std::size_t position = 0; position < person.designations.size(); ++position) {
    const auto& recognition = person.designations[position];
    designation_.run(person.id, position, recognition.by.id, edtf(recognition.since), edtf(recognition.until),
                     said(recognition.criterion));
    for (std::size_t place = 0; place < recognition.sources.size(); ++place) {
      const auto& citation = recognition.sources[place];
      designation_source_.run(person.id, position, place, citation.source.id, said(citation.locator),
                              said(citation.quote), said(citation.url), said(citation.snapshot));
    }
  }
}

void PersonRows::write(const model::Case& of_case, const std::string& path) {
  case_.run(of_case.id, path, to_json(of_case.title), model::code_of(of_case.kind), said(of_case.number),
            said(of_case.court), said(of_case.region), to_json(of_case.summary));
  std::set<std::string> seen;
  for (std::size_t position = 0; position < of_case.defendants.size(); ++position)
    if (seen.insert(of_case.defendants[position].id).second)
      defendant_.run(of_case.id, of_case.defendants[position].id, position);
  for (const auto& tag : without_twins(of_case.tags)) case_tag_.run(of_case.id, tag);
  events_.write({"case", of_case.id}, of_case.events, path);
}

}  // namespace tracker::record
