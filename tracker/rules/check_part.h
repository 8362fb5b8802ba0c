// The parts that `check` is made of, and the one way in which they report. Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/finding.h"
#include "tracker/base/instant.h"
#include "tracker/model/record.h"

namespace tracker::rules {

using base::Severity;

/// Where a finding points.
struct Spot {
  const std::string& file;
  model::Position at;
};

struct Told {
  Severity severity = Severity::Error;
  std::string code;
  std::string message;
  std::string hint = {};
};

void report(base::Findings& findings, const Spot& spot, Told told);

/// Text of the record as it may stand in a message: in quotation marks, short, nothing invisible.
std::string in_quotes(std::string_view text);
/// `did you mean "x"?` where one of `known` is near, else nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

template <class Entity>
std::vector<std::string> ids_of(const std::vector<Entity>& entities) {
  std::vector<std::string> ids;
  ids.reserve(entities.size());
  for (const auto& entity : entities) ids.push_back(entity.id);
  return ids;
}

/// Calls `visit(event, file, case or null)` for every event of the record once.
template <class Visit>
void for_each_event(const model::Record& record, Visit visit) {
  for (const auto& person : record.people)
    for (const auto& event : person.events)
      visit(event, person.file, static_cast<const model::Case*>(nullptr));
  for (const auto& of_case : record.cases)
    for (const auto& event : of_case.events) visit(event, of_case.file, &of_case);
}

/// Ids that name nothing, or something of the wrong kind.
void check_references(const model::Record& record, base::Findings& findings);
/// Articles of charges, and the acts of amnesties.
void check_articles(const model::Record& record, base::Findings& findings);
/// What each entity must say by itself.
void check_entities(const model::Record& record, base::Findings& findings);
/// Laws, and what cases tell for them.
void check_laws(const model::Record& record, base::Day today, base::Findings& findings);
void check_rulings(const model::Record& record, base::Findings& findings);
/// What each event must say by itself.
void check_events(const model::Record& record, base::Day today, base::Findings& findings);
/// What must have happened before.
void check_sequences(const model::Record& record, base::Findings& findings);
/// What cannot happen in the state that the person is in.
void check_states(const model::Record& record, base::Day today, base::Findings& findings);
/// Words of the site that a language lacks.
void check_words(const model::Record& record, base::Findings& findings);

/// `of kz-0001`, for an event of a case file, which is looked at once for every defendant.
std::string for_whom(const model::SituatedEvent& happened, const model::Person& person);

}  // namespace tracker::rules
