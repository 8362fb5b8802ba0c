#include "tracker/rules/check.h"

#include <algorithm>

#include "tracker/base/text.h"
#include "tracker/rules/check_part.h"

namespace tracker::rules {

void report(base::Findings& findings, const Spot& spot, Told told) {
  findings.push_back({.severity = told.severity,
                      .file = spot.file,
                      .line = spot.at.line,
                      .column = spot.at.column,
                      .code = std::move(told.code),
                      .message = std::move(told.message),
                      .hint = std::move(told.hint)});
}

std::string in_quotes(std::string_view text) {
  static constexpr std::size_t kLongest = 60;
  return '"' + base::visible(base::shorten(text, kLongest)) + '"';
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const auto near = base::closest(word, known);
  return near ? "did you mean " + in_quotes(*near) + '?' : std::string{};
}

std::string for_whom(const model::SituatedEvent& happened, const model::Person& person) {
  return happened.file == &person.file ? std::string{} : " of " + person.id;
}

base::Findings check(const model::Record& record, base::Day today) {
  base::Findings findings;
  check_references(record, findings);
  check_articles(record, findings);
  check_entities(record, findings);
  check_laws(record, today, findings);
  check_rulings(record, findings);
  check_events(record, today, findings);
  check_sequences(record, findings);
  check_states(record, today, findings);
  check_words(record, findings);
  base::sort_findings(findings);
  return findings;
}

}  // namespace tracker::rules
