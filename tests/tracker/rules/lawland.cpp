#include "tests/tracker/rules/lawland.h"

#include <stdexcept>

#include "tests/tracker/rules/story.h"
#include "tracker/load/content.h"

namespace tests {
namespace {

using namespace tracker;

constexpr std::string_view kCode = R"(
id = "law"
kind = "criminal_code"
title = "Code of Lawland"
citation = "Code"
certainty = "high"
edition = "2021"

[[grade]]
id = "trifle"
title = "trifle"
infraction = true
citation = "Code, 1"
certainty = "high"
[[grade]]
id = "petty"
title = "petty crime"
intentional_months = 12
negligent_months = 36
citation = "Code, 1"
certainty = "high"
[[grade]]
id = "grave"
title = "grave crime"
intentional_months = 120
unlimited = ["negligent"]
citation = "Code, 1"
certainty = "high"
[[grade]]
id = "extreme"
title = "extreme crime"
unlimited = ["intentional"]
citation = "Code, 1"
certainty = "high"

[[class]]
id = "sedition"
title = "sedition"
citation = "Code, 2"
certainty = "high"
[[class]]
id = "plunder"
title = "plunder"
citation = "Code, 2"
certainty = "high"

[[recidivism]]
id = "again"
kind = "again"
title = "doing it again"
grade = "grave"
earlier_grade = "grave"
earlier_punishment = ["imprisonment"]
count = 1
citation = "Code, 3"
certainty = "high"

[[article]]
number = "1"
title = "Preparing and attempting"
[[article.part]]
part = "1"
form = "preparation"
liable_from = "grave"
citation = "Code, 1"
certainty = "high"
[[article]]
number = "10"
title = "Marching"
[[article.part]]
part = "1"
infraction = true
citation = "Code, 10"
certainty = "high"
[[article.part]]
part = "2"
max_months = 12
citation = "Code, 10"
certainty = "high"
[[article.part]]
part = "3"
max_months = 60
citation = "Code, 10"
certainty = "high"
[[article.part]]
part = "4"
life = true
citation = "Code, 10"
certainty = "high"
[[article]]
number = "20"
title = "Singing"
[[article.part]]
part = "1"
max_months = 6
classes = ["sedition"]
citation = "Code, 20"
certainty = "high"
[[article.part]]
part = "2"
max_months = 60
citation = "Code, 20"
certainty = "high"
[[article.part.clause]]
id = "7"
classes = ["plunder"]
citation = "Code, 20"
certainty = "high"
[[article]]
number = "30"
title = "Leading a march"
[[article.part]]
max_months = 60
citation = "Code, 30"
certainty = "high"
[[article]]
number = "40"
title = "Carelessness"
[[article.part]]
max_months = 36
fault = "negligent"
citation = "Code, 40"
certainty = "high"
[[article]]
number = "50"
title = "Whistling"
[[article.part]]
max_months = 12
valid_to = "2020-05-31"
citation = "Code, 50, old"
certainty = "high"
[[article.part]]
max_months = 60
valid_from = "2020-06-01"
citation = "Code, 50, new"
certainty = "high"
)";

constexpr std::string_view kAct = R"(
id = "act"
kind = "amnesty_act"
title = "Act of Grace"
citation = "Act"
certainty = "high"
in_force = "2021-01-01"
code = "law"

[scope]
window = "2020-05-01/2020-05-31"
requires = ["carnival"]
citation = "Act, 1"
certainty = "high"

[remainder]
months = 6
citation = "Act, 5"
certainty = "medium"

[[condition]]
id = "carnival"
text = "during the carnival"
missing = "whether it was part of the carnival"
citation = "Act, 1"
certainty = "high"

[[list]]
article = "1"
listed = "listed"
citation = "Act, 2"
certainty = "high"
[[list]]
article = "10"
listed = "listed"
citation = "Act, 2"
certainty = "high"
[[list]]
article = "10.4"
listed = "not_listed"
citation = "Act, 2"
certainty = "high"
[[list]]
article = "20"
listed = "listed"
citation = "Act, 2"
certainty = "low"
[[list]]
article = "30"
listed = "listed"
citation = "Act, 2"
certainty = "high"
[[list]]
article = "40"
listed = "unknown"
citation = "Act, 2"
certainty = "not_verified"
[[list]]
article = "50"
listed = "listed"
citation = "Act, 2"
certainty = "high"

[[exclusion]]
id = "sedition"
text = "sedition"
classes = ["sedition"]
citation = "Act, 3"
certainty = "high"
[[exclusion]]
id = "plunder"
text = "plunder"
classes = ["plunder"]
citation = "Act, 3"
certainty = "medium"
[[exclusion]]
id = "leaders"
text = "leaders, unless children"
articles = ["30"]
unless_minor = true
citation = "Act, 3"
certainty = "high"
[[exclusion]]
id = "again"
text = "who did it again"
recidivism = ["again"]
citation = "Act, 3"
certainty = "high"

[[effect]]
id = "close"
grades = ["trifle", "petty"]
situations = ["pending"]
outcome = "case_closed"
citation = "Act, 4"
certainty = "high"
[[effect]]
id = "free"
grades = ["trifle", "petty"]
situations = ["convicted"]
outcome = "freed"
citation = "Act, 4"
certainty = "high"
[[effect]]
id = "lift"
grades = ["trifle", "petty"]
situations = ["served"]
outcome = "conviction_lifted"
citation = "Act, 4"
certainty = "high"
[[effect]]
id = "half"
grades = ["grave"]
situations = ["pending", "convicted"]
outcome = "reduced"
fraction = "1/2"
citation = "Act, 4"
certainty = "high"
[[effect]]
id = "third"
grades = ["extreme"]
situations = ["pending", "convicted"]
outcome = "reduced"
fraction = "1/3"
citation = "Act, 4"
certainty = "high"

[[reading]]
id = "deed"
title = "by the deed"
text = "The excluded deed alone."
citation = "Act, 3"
certainty = "low"
[[reading]]
id = "doer"
title = "by the doer"
text = "Whoever did it."
widens = ["sedition"]
citation = "Act, 3"
certainty = "medium"
)";

constexpr std::string_view kRules = R"(
id = "terms"
kind = "rules"
title = "Rules of Lawland on terms"
citation = "Code"
certainty = "high"
code = "law"

[parole_floor]
months = 3
citation = "Code, 72"
certainty = "high"
[cumulation]
cap_months = 240
citation = "Code, 60"
certainty = "high"
[[regime]]
id = "soft"
title = "soft"
max_months = 24
earlier_imprisoned = false
citation = "Code, 46"
certainty = "medium"
[[regime]]
id = "hard"
title = "hard"
citation = "Code, 46"
certainty = "medium"
[[credit]]
id = "soft"
of = "pretrial_detention"
to = ["imprisonment"]
regime = "soft"
rate = "2/1"
citation = "Code, 62"
certainty = "high"
[[credit]]
id = "hard"
of = "pretrial_detention"
to = ["imprisonment"]
regime = "hard"
rate = "3/2"
citation = "Code, 62"
certainty = "high"
[[credit]]
id = "home"
of = "house_arrest"
to = ["imprisonment"]
rate = "1/2"
citation = "Code, 62"
certainty = "high"
[[parole]]
id = "grave"
grades = ["grave", "extreme"]
share = "1/2"
citation = "Code, 72"
certainty = "high"
[[parole]]
id = "petty"
grades = ["petty"]
share = "1/3"
citation = "Code, 72"
certainty = "high"
[[parole_bar]]
id = "sedition"
classes = ["sedition"]
never = true
text = "never for sedition"
citation = "Code, 72"
certainty = "high"
[[limitation]]
id = "never"
classes = ["sedition"]
citation = "Code, 71"
certainty = "high"
[[limitation]]
id = "trifle"
grades = ["trifle"]
years = 1
citation = "Code, 71"
certainty = "high"
[[limitation]]
id = "others"
grades = ["petty", "grave", "extreme"]
years = 5
citation = "Code, 71"
certainty = "high"
[[probation]]
id = "suspended"
of = ["suspended"]
citation = "Code, 63"
certainty = "high"
[[ban_rule]]
id = "prison"
with = ["imprisonment"]
starts = "end"
citation = "Code, 50"
certainty = "high"
[[ban_rule]]
id = "other"
starts = "effect"
citation = "Code, 50"
certainty = "high"
)";

std::string answers(const rules::Step& step) {
  std::string text = std::string(model::code_of(step.test)) + ' ' + std::string(model::code_of(step.answer));
  if (!step.subject.empty()) text += " (" + std::string(step.subject) + ")";
  return text;
}

rules::PersonLaw assessed(const model::Record& record, const rules::LawBook& book) {
  return rules::law_of(record, record.people.front(), book, day("2030-01-01"));
}

std::string range(const rules::Reckoning& reckoning) {
  const auto first = base::to_iso(reckoning.when.earliest);
  if (reckoning.open_end) return first + "/..";
  const auto last = base::to_iso(reckoning.when.latest);
  return first == last ? first : first + '/' + last;
}

}  // namespace

model::Law law_from(std::string_view toml) {
  base::Findings findings;
  auto part = load::parse({.path = "laws/made-up.toml", .kind = load::FileKind::Law, .bytes = std::string(toml)},
                          "content", findings);
  if (!findings.empty()) throw std::runtime_error(base::to_string(findings.front()));
  return part.laws.at(0);
}

model::Record lawland(std::string_view story, std::vector<model::Offence> offences) {
  auto record = tell(story);
  record.laws = {law_from(kAct), law_from(kCode), law_from(kRules)};
  for (auto& of_case : record.cases) of_case.offences = offences;
  return record;
}

model::Law& rules_of(model::Record& record) {
  for (auto& law : record.laws)
    if (law.kind == model::LawKind::Rules) return law;
  throw std::logic_error("there are no rules");
}

std::string outcome_text(const rules::Verdict& verdict) {
  std::string text(model::code_of(verdict.outcome));
  if (!verdict.fraction.is_zero()) text += ' ' + verdict.fraction.text();
  return text;
}

std::vector<std::string> outcomes(const model::Record& record, std::string_view act) {
  const rules::LawBook book(record);
  std::vector<std::string> lines;
  const auto law = assessed(record, book);
  for (const auto& one : law.assessments) {
    if (one.act->law->id != act) continue;
    std::string line = one.charge->number + ": " + outcome_text(one.verdict) + ' ' +
                       std::string(model::code_of(one.verdict.certainty));
    if (one.verdict.outcome == model::Outcome::Unknown) line += ", else " + outcome_text(one.if_met);
    if (one.readings_differ()) {
      line += " (";
      for (const auto& reading : one.readings)
        line += (line.back() == '(' ? "" : "; ") + reading.reading->id + ": " + outcome_text(reading.verdict);
      line += ')';
    }
    lines.push_back(line);
  }
  return lines;
}

std::string steps_of(const model::Record& record, std::string_view number, std::string_view act) {
  const rules::LawBook book(record);
  const auto law = assessed(record, book);
  for (const auto& one : law.assessments) {
    if (one.act->law->id != act || one.charge->number != number) continue;
    std::string text;
    for (const auto& step : one.steps) text += (text.empty() ? "" : ", ") + answers(step);
    return text;
  }
  return "no such charge";
}

std::vector<std::string> clocks(const model::Record& record, std::string_view as_of) {
  const rules::LawBook book(record);
  std::vector<std::string> lines;
  for (const auto& clock : rules::clocks_of(record, record.people.front(), book, day(as_of)))
    lines.push_back(std::string(model::code_of(clock.kind)) + ' ' + range(clock.reckoning) + ' ' +
                    (clock.told ? "told" : std::string(model::code_of(clock.reckoning.certainty))));
  return lines;
}

}  // namespace tests
