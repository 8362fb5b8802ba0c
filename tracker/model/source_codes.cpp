// Codes of sources: how they are followed, what came of it, and what was read in them.
#include "tracker/model/enums.h"

namespace tracker::model {
template <>
std::span<const Code<SourceKind>> codes<SourceKind>() {
  using enum SourceKind;
  static constexpr Code<SourceKind> kCodes[] = {
      {Cited, "cited"},
      {Page, "page"},
      {Listing, "listing"},
      {Feed, "feed"},
      {Sitemap, "sitemap"},
      {Document, "document"},
      {CourtSchedule, "court_schedule"},
      {CourtCases, "court_cases"},
      {Import, "import"},
  };
  return kCodes;
}

template <>
std::span<const Code<CourtField>> codes<CourtField>() {
  using enum CourtField;
  static constexpr Code<CourtField> kCodes[] = {
      {CaseNumber, "case_number"}, {Court, "court"},       {Judge, "judge"},
      {Date, "date"},              {Time, "time"},         {Parties, "parties"},
      {Articles, "articles"},      {Hearing, "hearing"},   {Outcome, "outcome"},
  };
  return kCodes;
}

template <>
std::span<const Code<FingerprintKind>> codes<FingerprintKind>() {
  using enum FingerprintKind;
  static constexpr Code<FingerprintKind> kCodes[] = {
      {Captcha, "captcha"},   {Login, "login"},     {Denied, "denied"},
      {Provider, "provider"}, {Consent, "consent"}, {Empty, "empty"},
  };
  return kCodes;
}

template <>
std::span<const Code<ReadingOutcome>> codes<ReadingOutcome>() {
  using enum ReadingOutcome;
  static constexpr Code<ReadingOutcome> kCodes[] = {
      {Read, "read"},
      {PartMissing, "part_missing"},
      {Limited, "limited"},
      {Postponed, "postponed"},
      {Unreadable, "unreadable"},
      {Crashed, "crashed"},
  };
  return kCodes;
}

template <>
std::span<const Code<SourceState>> codes<SourceState>() {
  using enum SourceState;
  static constexpr Code<SourceState> kCodes[] = {
      {Untried, "untried"}, {Ok, "ok"}, {Failing, "failing"}, {Dead, "dead"}};
  return kCodes;
}

template <>
std::span<const Code<Rhythm>> codes<Rhythm>() {
  using enum Rhythm;
  static constexpr Code<Rhythm> kCodes[] = {
      {Hourly, "hourly"},
      {Daily, "daily"},
      {Weekly, "weekly"},
      {Monthly, "monthly"},
      {Yearly, "yearly"},
      {Never, "never"},
  };
  return kCodes;
}

template <>
std::span<const Code<FetchOutcome>> codes<FetchOutcome>() {
  using enum FetchOutcome;
  static constexpr Code<FetchOutcome> kCodes[] = {
      {Fetched, "fetched"},
      {NotModified, "not_modified"},
      {Unreachable, "unreachable"},
      {Refused, "refused"},
      {Disallowed, "disallowed"},
      {Postponed, "postponed"},
      {Quarantined, "quarantined"},
  };
  return kCodes;
}

template <>
std::span<const Code<RobotsAccess>> codes<RobotsAccess>() {
  using enum RobotsAccess;
  static constexpr Code<RobotsAccess> kCodes[] = {
      {Found, "found"},
      {Unavailable, "unavailable"},
      {Unreachable, "unreachable"},
  };
  return kCodes;
}

}  // namespace tracker::model
