// The closed lists of laws, assessments and clocks. Like enums.h: every code has one spelling, in a table.
#pragma once

#include "tracker/model/enums.h"

namespace tracker::model {

/// How old somebody was when the act was done, as far as the law asks.
enum class Age { Adult, Minor };

/// A crime that was not completed, charged under an article of its own beside the article it was aimed at.
enum class Inchoate { Preparation, Attempt };

/// Where a charge stood when the act came into force.
enum class Situation {
  Pending,    // under investigation or in court
  Convicted,  // sentenced, and the sentence not over
  Served,     // the sentence was over
};

/// What an act does to one charge. From `reduced` on nobody is better off than before it.
enum class Outcome { ConvictionLifted, CaseClosed, Freed, Reduced, Excluded, Outside, Unknown };

/// What one step of an assessment asks.
enum class Test {
  Code,       // is it an offence under the code that the act speaks of?
  Window,     // was it done on the days that the act covers?
  Condition,  // a fact that the act asks for
  Listed,     // is the article on the act's list?
  Exclusion,  // does an exclusion of the act name the offence?
  Recidivism, // … or the person, for earlier convictions?
  Person,     // does a reading extend an exclusion to everything the person did?
  Form,       // completed, attempted or prepared?
  Gravity,    // how grave is the part?
  Situation,  // pending, convicted, served?
  Remainder,  // is so little left to serve that the rest is forgiven?
  Limitation, // had the time for prosecution run out?
  Effect,     // so what does the act do?
};

enum class Answer { Yes, No, Unknown };

/// The assessment beside the court's decision.
enum class Agreement {
  NoDecision,
  Agrees,
  AgreesInOneReading,
  Disagrees,
  CannotSay,  // the assessment is unknown
};

/// Where a ban that is imposed beside a sentence begins to run.
enum class BanStart { Effect, End };

/// What a state or a body said of how many people an act reaches.
enum class ClaimKind { Expected, Reported };

enum class ClockKind {
  EndOfTerm,
  EarliestParole,
  EndOfDeferral,
  EndOfBan,
  EndOfProbation,
  Limitation,
  ConvictionExpires,
};

template <>
std::span<const Code<Age>> codes<Age>();
template <>
std::span<const Code<Inchoate>> codes<Inchoate>();
template <>
std::span<const Code<Situation>> codes<Situation>();
template <>
std::span<const Code<Outcome>> codes<Outcome>();
template <>
std::span<const Code<Test>> codes<Test>();
template <>
std::span<const Code<Answer>> codes<Answer>();
template <>
std::span<const Code<Agreement>> codes<Agreement>();
template <>
std::span<const Code<BanStart>> codes<BanStart>();
template <>
std::span<const Code<ClaimKind>> codes<ClaimKind>();
template <>
std::span<const Code<ClockKind>> codes<ClockKind>();

}  // namespace tracker::model
