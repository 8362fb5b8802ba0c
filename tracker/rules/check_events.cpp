// What each event must say by itself.
#include <algorithm>
#include <set>

#include "tracker/rules/check_part.h"
#include "tracker/rules/traits.h"

namespace tracker::rules {
namespace {

using model::Event;
using model::EventType;

std::string name_of(const Event& event) {
  return "event " + in_quotes(event.id) + " (" + std::string(model::code_of(event.type)) + ')';
}

void check_dates(const Event& event, base::Day today, const Spot& spot, base::Findings& findings) {
  if (event.date && event.until && surely_before(*event.until, *event.date))
    report(findings, spot,
           {.code = "until-before-date",
            .message = name_of(event) + " ends on " + event.until->edtf() + ", before it begins on " +
                       event.date->edtf()});
  if (event.date && event.date->earliest() > today && event.type != EventType::Hearing)
    report(findings, spot,
           {.code = "future-event",
            .message = name_of(event) + " lies in the future: " + event.date->edtf(),
            .hint = "only a hearing can be announced; correct the date"});
}

void check_admin_arrest(const Event& event, const Spot& spot, base::Findings& findings) {
  static constexpr int kLongest = 60;
  if (!event.days && !event.until)
    return report(findings, spot,
                  {.code = "arrest-without-days",
                   .message = name_of(event) + " does not say for how many `days`",
                   .hint = "an administrative arrest ends by itself; without its length nobody knows when"});
  if (event.days && *event.days < 1)
    report(findings, spot,
           {.code = "arrest-days",
            .message = name_of(event) + " has " + std::to_string(*event.days) + " `days`"});
  if (event.days && *event.days > kLongest)
    report(findings, spot,
           {.severity = Severity::Warning,
            .code = "arrest-days",
            .message = name_of(event) + " has " + std::to_string(*event.days) +
                       " `days`, more than an administrative arrest lasts",
            .hint = "is it a criminal case? then it is a sentence"});
}

/// What a type cannot do without.
void check_needs(const Event& event, const Spot& spot, base::Findings& findings) {
  const auto lacks = [&](Severity severity, std::string code, std::string_view key) {
    report(findings, spot,
           {.severity = severity,
            .code = std::move(code),
            .message = name_of(event) + " has no `" + std::string(key) + '`'});
  };
  switch (event.type) {
    case EventType::AdminArrest:
      return check_admin_arrest(event, spot, findings);
    case EventType::Sentenced:
    case EventType::SentenceAdded:
    case EventType::SentenceReplaced:
      if (!event.sentence) lacks(Severity::Error, "no-sentence", "sentence");
      return;
    case EventType::Charged:
    case EventType::ChargesReclassified:
      if (event.charges.empty()) lacks(Severity::Warning, "no-charges", "charges");
      return;
    case EventType::AmnestyGranted:
      if (event.act.empty()) lacks(Severity::Error, "no-act", "act");
      if (!event.effect) lacks(Severity::Error, "no-effect", "effect");
      return;
    case EventType::AmnestyRequested:
    case EventType::AmnestyRefused:
      if (event.act.empty()) lacks(Severity::Warning, "no-act", "act");
      return;
    default:
      return;
  }
}

void check_sentence(const model::Sentence& sentence, const Event& event, const Spot& spot,
                    base::Findings& findings) {
  const auto is_negative = [](const std::optional<int>& value) { return value && *value < 0; };
  if (is_negative(sentence.months) || is_negative(sentence.days) || is_negative(sentence.ban_months) ||
      is_negative(sentence.labour_hours))
    report(findings, spot,
           {.code = "negative-term", .message = name_of(event) + " has a term below nothing"});
}

void check_case_of(const model::Record& record, const Event& event, const model::Case* file_case,
                   const Spot& spot, base::Findings& findings) {
  const auto* of_case = file_case ? file_case : model::find_case(record, event.case_id.id);
  if (!of_case && event.case_id.empty() && traits_of(event.type).reach == Reach::Prosecution)
    report(findings, spot,
           {.severity = Severity::Warning,
            .code = "no-case",
            .message = name_of(event) + " names no case, so the prosecution is not counted",
            .hint = "name it with `case`, or move the event to the file of the case"});
  const bool is_administrative = event.type == EventType::AdminArrest || event.type == EventType::Fined;
  if (of_case && of_case->kind == model::CaseKind::Criminal && is_administrative)
    report(
        findings, spot,
        {.severity = Severity::Warning,
         .code = "wrong-kind",
         .message = name_of(event) + " is administrative, and case " + in_quotes(of_case->id) + " is criminal",
         .hint = "leave `case` out, or make a case of kind administrative"});
}

void check_ids(const std::vector<Event>& events, const std::string& file, base::Findings& findings) {
  std::set<std::string_view> seen;
  for (const auto& event : events)
    if (!seen.insert(event.id).second)
      report(findings, {file, event.at},
             {.code = "duplicate-event",
              .message = "event " + in_quotes(event.id) + " stands in this file twice",
              .hint = "every event of a file has an id of its own"});
}

}  // namespace

void check_events(const model::Record& record, base::Day today, base::Findings& findings) {
  for (const auto& person : record.people) check_ids(person.events, person.file, findings);
  for (const auto& of_case : record.cases) check_ids(of_case.events, of_case.file, findings);
  for_each_event(record, [&](const Event& event, const std::string& file, const model::Case* of_case) {
    const Spot spot{file, event.at};
    if (event.sources.empty())
      report(findings, spot,
             {.code = "no-source",
              .message = name_of(event) + " has no source",
              .hint = "nothing is published without one: name it in `sources`"});
    check_dates(event, today, spot, findings);
    check_needs(event, spot, findings);
    if (event.sentence) check_sentence(*event.sentence, event, spot, findings);
    check_case_of(record, event, of_case, spot, findings);
  });
}

}  // namespace tracker::rules
