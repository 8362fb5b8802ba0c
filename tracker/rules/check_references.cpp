// Ids that name nothing, or something of the wrong kind: people, cases, places, courts, sources,
// designations.
#include <algorithm>
#include <initializer_list>

#include "tracker/rules/check_part.h"

namespace tracker::rules {
namespace {

using model::PlaceKind;
using model::Record;
using model::Ref;

void dangling(base::Findings& findings, const std::string& file, const Ref& ref, std::string_view noun,
              const std::vector<std::string>& known) {
  report(findings, {file, ref.at},
         {.code = "unknown-reference",
          .message = "there is no " + std::string(noun) + ' ' + in_quotes(ref.id),
          .hint = did_you_mean(ref.id, known)});
}

void check_place(const Record& record, base::Findings& findings, const std::string& file, const Ref& ref,
                 std::string_view noun, std::initializer_list<PlaceKind> kinds) {
  if (ref.empty()) return;
  const auto* place = model::find_place(record, ref.id);
  if (!place) return dangling(findings, file, ref, noun, ids_of(record.places));
  if (kinds.size() == 0 || std::find(kinds.begin(), kinds.end(), place->kind) != kinds.end()) return;
  std::string allowed;
  for (const auto kind : kinds)
    allowed += (allowed.empty() ? "" : " or ") + std::string(model::code_of(kind));
  report(findings, {file, ref.at},
         {.code = "wrong-kind",
          .message = in_quotes(ref.id) + " is a place of kind " + std::string(model::code_of(place->kind)) +
                     "; needed here: " + allowed});
}

constexpr std::initializer_list<PlaceKind> kRegions = {PlaceKind::Region, PlaceKind::City};
constexpr std::initializer_list<PlaceKind> kCourts = {PlaceKind::Court};
constexpr std::initializer_list<PlaceKind> kOuter = {PlaceKind::Country, PlaceKind::Region, PlaceKind::City};

void check_sources(const Record& record, base::Findings& findings, const std::string& file,
                   const std::vector<model::Citation>& citations) {
  for (const auto& citation : citations)
    if (!model::find_source(record, citation.source.id))
      dangling(findings, file, citation.source, "source", ids_of(record.sources));
}

bool is_among(const std::vector<Ref>& refs, const std::string& id) {
  return std::any_of(refs.begin(), refs.end(), [&](const Ref& ref) { return ref.id == id; });
}

std::vector<std::string> ids_in(const std::vector<Ref>& refs) {
  std::vector<std::string> ids;
  for (const auto& ref : refs) ids.push_back(ref.id);
  return ids;
}

void check_person_event(const Record& record, const model::Person& person, const model::Event& event,
                        base::Findings& findings) {
  if (!event.defendants.empty())
    report(findings, {person.file, event.defendants.front().at},
           {.code = "defendants-of-person",
            .message = "event " + in_quotes(event.id) + " stands with a person and cannot name defendants",
            .hint = "an event of several people stands in the file of their case"});
  if (event.case_id.empty()) return;
  const auto* of_case = model::find_case(record, event.case_id.id);
  if (!of_case) return dangling(findings, person.file, event.case_id, "case", ids_of(record.cases));
  if (!is_among(of_case->defendants, person.id))
    report(findings, {person.file, event.case_id.at},
           {.code = "not-a-defendant",
            .message = in_quotes(person.id) + " is no defendant of case " + in_quotes(of_case->id),
            .hint = "add the person to `defendants` of " + of_case->file});
}

void check_case_event(const model::Case& of_case, const model::Event& event, base::Findings& findings) {
  if (!event.case_id.empty())
    report(findings, {of_case.file, event.case_id.at},
           {.code = "case-in-case",
            .message = "event " + in_quotes(event.id) + " stands in a case file and cannot name a case",
            .hint = "leave `case` out"});
  for (const auto& defendant : event.defendants)
    if (!is_among(of_case.defendants, defendant.id))
      report(findings, {of_case.file, defendant.at},
             {.code = "not-a-defendant",
              .message = in_quotes(defendant.id) + " is no defendant of this case",
              .hint = did_you_mean(defendant.id, ids_in(of_case.defendants))});
}

void check_recognitions(const Record& record, const model::Person& person, base::Findings& findings) {
  for (const auto& recognition : person.designations) {
    check_sources(record, findings, person.file, recognition.sources);
    const auto* designation = model::find_designation(record, recognition.by.id);
    if (!designation) {
      dangling(findings, person.file, recognition.by, "designation", ids_of(record.designations));
      continue;
    }
    const auto& criteria = designation->criteria;
    if (recognition.criterion.empty() || criteria.contains(recognition.criterion)) continue;
    std::vector<std::string> known;
    for (const auto& [key, text] : criteria) known.push_back(key);
    report(findings, {person.file, recognition.by.at},
           {.code = "unknown-criterion",
            .message = "designation " + in_quotes(designation->id) + " has no criterion " +
                       in_quotes(recognition.criterion),
            .hint = did_you_mean(recognition.criterion, known)});
  }
}

void check_case(const Record& record, const model::Case& of_case, base::Findings& findings) {
  check_place(record, findings, of_case.file, of_case.court, "court", kCourts);
  check_place(record, findings, of_case.file, of_case.region, "region", kRegions);
  std::vector<std::string> seen;
  for (const auto& defendant : of_case.defendants) {
    if (!model::find_person(record, defendant.id))
      dangling(findings, of_case.file, defendant, "person", ids_of(record.people));
    if (std::find(seen.begin(), seen.end(), defendant.id) != seen.end())
      report(findings, {of_case.file, defendant.at},
             {.code = "duplicate-defendant",
              .message = in_quotes(defendant.id) + " is a defendant of this case twice"});
    seen.push_back(defendant.id);
  }
  for (const auto& event : of_case.events) check_case_event(of_case, event, findings);
}

/// Every place of a ring is named once, by the place whose id comes first.
void check_rings(const Record& record, base::Findings& findings) {
  for (const auto& place : record.places) {
    std::string way = place.id;
    const auto* outer = model::find_place(record, place.within.id);
    for (std::size_t steps = 0; outer && steps <= record.places.size(); ++steps) {
      way += " → " + outer->id;
      if (outer->id == place.id) {
        report(findings, {place.file, place.within.at},
               {.code = "place-cycle", .message = "places stand within each other: " + way});
        break;
      }
      if (outer->id < place.id) break;  // a ring through it is told there
      outer = model::find_place(record, outer->within.id);
    }
  }
}

}  // namespace

void check_references(const Record& record, base::Findings& findings) {
  for (const auto& person : record.people) {
    check_place(record, findings, person.file, person.region, "region", kRegions);
    check_recognitions(record, person, findings);
    for (const auto& event : person.events) check_person_event(record, person, event, findings);
  }
  for (const auto& of_case : record.cases) check_case(record, of_case, findings);
  for_each_event(record, [&](const model::Event& event, const std::string& file, const model::Case*) {
    check_place(record, findings, file, event.place, "place", {});
    check_place(record, findings, file, event.court, "court", kCourts);
    check_sources(record, findings, file, event.sources);
  });
  for (const auto& place : record.places)
    check_place(record, findings, place.file, place.within, "place", kOuter);
  check_rings(record, findings);
}

}  // namespace tracker::rules
