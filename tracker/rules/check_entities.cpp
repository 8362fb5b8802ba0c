// What each entity must say by itself, apart from its events.
#include <algorithm>

#include "tracker/rules/check_part.h"

namespace tracker::rules {
namespace {

using model::Record;

/// A year is published; a day or month only where a ruling says that the person agrees.
bool is_more_than_a_year(const base::PartialDate& born) {
  static constexpr auto kYear = std::chrono::days(364);
  return born.latest() - born.earliest() < kYear;
}

bool may_tell_birth_date(const Record& record, const model::Person& person) {
  return std::any_of(record.rulings.begin(), record.rulings.end(), [&](const model::Ruling& ruling) {
    return ruling.kind == model::RulingKind::ExactBirthDate && ruling.subject == "person/" + person.id;
  });
}

bool is_named_by(const std::vector<model::Ref>& refs, const std::string& id) {
  return std::any_of(refs.begin(), refs.end(), [&](const model::Ref& ref) { return ref.id == id; });
}

/// Something is told of the defendant in that case, in its file or with the person.
bool is_told_in(const Record& record, const model::Case& of_case, const std::string& defendant) {
  if (std::any_of(of_case.events.begin(), of_case.events.end(), [&](const model::Event& event) {
        return event.defendants.empty() || is_named_by(event.defendants, defendant);
      }))
    return true;
  const auto* person = model::find_person(record, defendant);
  return !person || std::any_of(person->events.begin(), person->events.end(),
                                [&](const model::Event& event) { return event.case_id.id == of_case.id; });
}

void check_person(const Record& record, const model::CaseIndex& cases, const model::Person& person,
                  base::Findings& findings) {
  const Spot spot{person.file, person.at};
  if (person.born && is_more_than_a_year(*person.born) && !may_tell_birth_date(record, person))
    report(findings, spot,
           {.code = "exact-birth-date",
            .message = "the birth date of " + in_quotes(person.id) + " is more exact than a year",
            .hint = "write the year, or add a ruling of kind exact_birth_date"});
  if (model::events_of(record, cases, person).empty())
    report(findings, spot,
           {.severity = Severity::Warning,
            .code = "no-events",
            .message = "nothing is told of " + in_quotes(person.id),
            .hint = "add an event with its source, here or in the file of a case"});
  for (const auto& recognition : person.designations)
    if (recognition.sources.empty())
      report(findings, {person.file, recognition.by.at},
             {.code = "no-source",
              .message = "the designation by " + in_quotes(recognition.by.id) + " has no source"});
}

void check_case(const Record& record, const model::Case& of_case, base::Findings& findings) {
  if (of_case.defendants.empty())
    report(findings, {of_case.file, of_case.at},
           {.code = "no-defendants", .message = "case " + in_quotes(of_case.id) + " has no defendants"});
  for (const auto& defendant : of_case.defendants)
    if (!is_told_in(record, of_case, defendant.id))
      report(findings, {of_case.file, defendant.at},
             {.severity = Severity::Warning,
              .code = "no-events-in-case",
              .message = "nothing is told of " + in_quotes(defendant.id) + " in case " + in_quotes(of_case.id)});
}

bool is_web_address(const std::string& url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

void check_url(const std::string& url, const Spot& spot, base::Findings& findings) {
  if (!url.empty() && !is_web_address(url))
    report(findings, spot,
           {.code = "bad-url",
            .message = in_quotes(url) + " is no address of the web",
            .hint = "it begins with https:// or http://"});
}

void check_source(const model::Source& source, base::Findings& findings) {
  const Spot spot{source.file, source.at};
  check_url(source.url, spot, findings);
  const auto kind = std::string(model::code_of(source.kind));
  if (source.is_followed() && source.url.empty())
    report(findings, spot,
           {.code = "source-without-url",
            .message = "source " + in_quotes(source.id) + " of kind " + kind + " has no `url` to follow"});
  if (source.is_followed() && source.rhythm == model::Rhythm::Never)
    report(findings, spot,
           {.code = "source-without-rhythm",
            .message = "source " + in_quotes(source.id) + " of kind " + kind + " has no `rhythm`",
            .hint = "say how often to look: hourly, daily, weekly, monthly or yearly; or make it `cited`"});
  if (source.kind == model::SourceKind::Cited && source.url.empty() && source.note.empty())
    report(
        findings, spot,
        {.severity = Severity::Warning,
         .code = "source-without-url",
         .message = "source " + in_quotes(source.id) + " has neither `url` nor `note`: nobody can look it up"});
}

void check_site(const model::Site& site, base::Findings& findings) {
  const auto& languages = site.languages;
  if (std::find(languages.begin(), languages.end(), site.default_language) == languages.end() &&
      !(languages.empty() && site.default_language.empty()))
    report(
        findings, {site.file, site.at},
        {.code = "default-language",
         .message = "the default language " + in_quotes(site.default_language) + " is not among `languages`"});
}

}  // namespace

void check_entities(const Record& record, base::Findings& findings) {
  check_site(record.site, findings);
  const model::CaseIndex cases(record);
  for (const auto& person : record.people) check_person(record, cases, person, findings);
  for (const auto& of_case : record.cases) check_case(record, of_case, findings);
  for (const auto& source : record.sources) check_source(source, findings);
  for (const auto& law : record.laws) check_url(law.url, {law.file, law.at}, findings);
  for (const auto& designation : record.designations)
    check_url(designation.url, {designation.file, designation.at}, findings);
  for_each_event(record, [&](const model::Event& event, const std::string& file, const model::Case*) {
    for (const auto& citation : event.sources) check_url(citation.url, {file, citation.source.at}, findings);
  });
}

}  // namespace tracker::rules
