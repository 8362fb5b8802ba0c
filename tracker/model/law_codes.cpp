#include "tracker/model/law_codes.h"

namespace tracker::model {

template <>
std::span<const Code<Age>> codes<Age>() {
  static constexpr Code<Age> kCodes[] = {
      {Age::Adult, "adult"},
      {Age::Minor, "minor"},
  };
  return kCodes;
}

template <>
std::span<const Code<Inchoate>> codes<Inchoate>() {
  static constexpr Code<Inchoate> kCodes[] = {
      {Inchoate::Preparation, "preparation"},
      {Inchoate::Attempt, "attempt"},
  };
  return kCodes;
}

template <>
std::span<const Code<Situation>> codes<Situation>() {
  static constexpr Code<Situation> kCodes[] = {
      {Situation::Pending, "pending"},
      {Situation::Convicted, "convicted"},
      {Situation::Served, "served"},
  };
  return kCodes;
}

template <>
std::span<const Code<Outcome>> codes<Outcome>() {
  static constexpr Code<Outcome> kCodes[] = {
      {Outcome::ConvictionLifted, "conviction_lifted"},
      {Outcome::CaseClosed, "case_closed"},
      {Outcome::Freed, "freed"},
      {Outcome::Reduced, "reduced"},
      {Outcome::Excluded, "excluded"},
      {Outcome::Outside, "outside"},
      {Outcome::Unknown, "unknown"},
  };
  return kCodes;
}

template <>
std::span<const Code<Test>> codes<Test>() {
  static constexpr Code<Test> kCodes[] = {
      {Test::Code, "code"},
      {Test::Window, "window"},
      {Test::Condition, "condition"},
      {Test::Listed, "listed"},
      {Test::Exclusion, "exclusion"},
      {Test::Recidivism, "recidivism"},
      {Test::Person, "person"},
      {Test::Form, "form"},
      {Test::Gravity, "gravity"},
      {Test::Situation, "situation"},
      {Test::Remainder, "remainder"},
      {Test::Limitation, "limitation"},
      {Test::Effect, "effect"},
  };
  return kCodes;
}

template <>
std::span<const Code<Answer>> codes<Answer>() {
  static constexpr Code<Answer> kCodes[] = {
      {Answer::Yes, "yes"},
      {Answer::No, "no"},
      {Answer::Unknown, "unknown"},
  };
  return kCodes;
}

template <>
std::span<const Code<Agreement>> codes<Agreement>() {
  static constexpr Code<Agreement> kCodes[] = {
      {Agreement::NoDecision, "no_decision"},
      {Agreement::Agrees, "agrees"},
      {Agreement::AgreesInOneReading, "agrees_in_one_reading"},
      {Agreement::Disagrees, "disagrees"},
      {Agreement::CannotSay, "cannot_say"},
  };
  return kCodes;
}

template <>
std::span<const Code<BanStart>> codes<BanStart>() {
  static constexpr Code<BanStart> kCodes[] = {
      {BanStart::Effect, "effect"},
      {BanStart::End, "end"},
  };
  return kCodes;
}

template <>
std::span<const Code<ClaimKind>> codes<ClaimKind>() {
  static constexpr Code<ClaimKind> kCodes[] = {
      {ClaimKind::Expected, "expected"},
      {ClaimKind::Reported, "reported"},
  };
  return kCodes;
}

template <>
std::span<const Code<ClockKind>> codes<ClockKind>() {
  static constexpr Code<ClockKind> kCodes[] = {
      {ClockKind::EndOfTerm, "end_of_term"},
      {ClockKind::EarliestParole, "earliest_parole"},
      {ClockKind::EndOfDeferral, "end_of_deferral"},
      {ClockKind::EndOfBan, "end_of_ban"},
      {ClockKind::EndOfProbation, "end_of_probation"},
      {ClockKind::Limitation, "limitation"},
      {ClockKind::ConvictionExpires, "conviction_expires"},
  };
  return kCodes;
}

}  // namespace tracker::model
