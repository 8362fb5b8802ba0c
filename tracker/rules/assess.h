// What an amnesty act says for one charge, step by step: in the days of the act, connected as it asks, on its list, not
// excluded, no repeat offender, how grave, where the case stood, so what follows. Every step has an answer, a citation
// and a certainty. An assessment is of published charges and no legal advice.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/model/status.h"
#include "tracker/rules/law_book.h"
#include "tracker/rules/subject.h"

namespace tracker::rules {

struct Step {
  model::Test test = model::Test::Effect;
  model::Answer answer = model::Answer::Unknown;
  model::Certainty certainty = model::Certainty::High;
  std::string_view citation;
  std::string_view subject;                   // id: of the condition, the exclusion, the grade, the effect …
  const model::Localised* words = nullptr;    // what the law calls it
  const model::Localised* missing = nullptr;  // of a condition: what would have to be known
  std::optional<DayRange> days;               // of the offence, or of the end of the term
  std::optional<model::Situation> situation;
  std::optional<model::Outcome> outcome;
  int number = 0;  // months, or years of limitation
};

struct Verdict {
  model::Outcome outcome = model::Outcome::Unknown;
  Fraction fraction;  // of `reduced`; zero: not known
  model::Certainty certainty = model::Certainty::NotVerified;

  friend bool operator==(const Verdict& a, const Verdict& b) {
    return a.outcome == b.outcome && a.fraction == b.fraction;
  }
};

struct ReadingVerdict {
  const model::ActReading* reading = nullptr;
  Verdict verdict;
};

/// Where the part of the article is not told: what each would mean.
struct Possibility {
  const Part* part = nullptr;
  Verdict verdict;  // with everything unknown taken as the act asks
};

struct Assessment {
  const Act* act = nullptr;
  const ChargeFacts* charge = nullptr;
  Verdict verdict;                 // of the act's first reading
  Verdict if_met;                  // of an unknown one: if every missing fact were as the act asks
  std::vector<ReadingVerdict> readings;
  std::vector<Possibility> possible;
  std::vector<Step> steps;

  bool readings_differ() const;
};

/// One charge. `subject` must outlive the result and stay where it is.
Assessment assess(const Act& act, const Subject& subject, const ChargeFacts& charge);

/// Every act for every charge: the acts in the order of the record, the charges in that of the subject.
std::vector<Assessment> assess(const LawBook& book, const Subject& subject);

/// A person as laws see them. Moving it keeps the pointers of the assessments good; copying does not.
struct PersonLaw {
  Subject subject;
  std::vector<Assessment> assessments;

  PersonLaw() = default;
  PersonLaw(PersonLaw&&) noexcept = default;
  PersonLaw& operator=(PersonLaw&&) noexcept = default;
};

PersonLaw law_of(const model::Record& record, const model::CaseIndex& cases, const model::Person& person,
                 const LawBook& book, base::Day as_of);
/// The same for one person alone: looks through all cases.
PersonLaw law_of(const model::Record& record, const model::Person& person, const LawBook& book, base::Day as_of);

/// The assessments that a court's decision on an act was about: of the charges it had before it.
std::vector<const Assessment*> decided_on(const PersonLaw& law, std::string_view act);

/// Ids of what stands against the charge: the steps that make it `outside` or `excluded`.
std::vector<std::string_view> grounds(const Assessment& assessment);

/// The months left of a sentence after the reduction; rounded up.
int months_after(int months, const Fraction& reduced_by);

/// The court's decision on an act beside what the assessments of the charges it was about say.
model::Agreement agreement(const model::AmnestyState& decided, const std::vector<const Assessment*>& of_charges);

}  // namespace tracker::rules
