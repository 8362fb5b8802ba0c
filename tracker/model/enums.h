// The closed lists of the record: every code that may stand in a file, with its one spelling. A list is an enum and a
// table beside it; reading, writing and "did you mean" all go by the table.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tracker::model {

template <class E>
struct Code {
  E value;
  std::string_view code;
};

/// The table of an enum; specialised in enums.cpp for every enum below.
template <class E>
std::span<const Code<E>> codes();

template <class E>
std::string_view code_of(E value) {
  for (const auto& entry : codes<E>())
    if (entry.value == value) return entry.code;
  return "?";
}

template <class E>
std::optional<E> from_code(std::string_view code) {
  for (const auto& entry : codes<E>())
    if (entry.code == code) return entry.value;
  return std::nullopt;
}

template <class E>
std::vector<std::string> all_codes() {
  std::vector<std::string> all;
  for (const auto& entry : codes<E>()) all.emplace_back(entry.code);
  return all;
}

enum class Sex { Female, Male };

/// How sure we are of a fact; the lowest of several is the certainty of what rests on them.
enum class Certainty { High, Medium, Low, NotVerified };

/// What can happen to a person or in a case. The order is the order in which things of one day follow each other.
enum class EventType {
  // Before and beside a prosecution
  Summoned,
  Searched,
  Wanted,
  LeftCountry,
  Returned,
  Disappeared,
  Found,
  Detained,
  Fined,               // administrative case that ended in a fine (also in place of an arrest)
  AdminArrest,         // `days` long; ends by itself
  ExtraditionArrest,
  // The prosecution
  CaseOpened,
  Charged,             // adds `charges`
  ChargesReclassified, // `charges` in place of `replaces` (of all of the case where that is empty)
  ChargesDropped,      // takes `charges` away
  ArrestedPretrial,
  HouseArrest,
  TravelRestriction,
  Bail,
  PsychiatricCommitment,
  // Court
  SentToCourt,
  TrialStarted,
  Hearing,             // the one event that may lie in the future
  Convicted,
  Sentenced,           // with `sentence`
  AppealFiled,
  AppealUpheld,
  AppealChanged,       // with the new `sentence`
  EnteredIntoForce,
  CassationFiled,
  CassationUpheld,
  CassationChanged,
  RetrialOrdered,
  // Serving
  SentenceDeferred,
  DeferralEnded,
  SentenceAdded,       // a further `sentence` on top of one being served
  SentenceReplaced,    // by the `sentence` given
  AmnestyRequested,
  AmnestyRefused,
  AmnestyGranted,      // under `act`, with `effect`
  ParoleRequested,
  ParoleRefused,
  ParoleGranted,
  Transferred,
  RestrictionImposed,  // after release or beside a sentence: ban, frozen accounts, no travel
  RestrictionEnded,
  // Ends
  Released,
  SentenceServed,
  CaseClosed,
  Acquitted,
  ConvictionExpunged,
  Died,
  // Without effect on any axis
  Confirmed,           // a source says on this date that nothing changed
  IllTreatmentReported,
  HungerStrike,
  HealthAlarm,
  Statement,           // others speak: a body's opinion, a joint appeal
  Other,
};

enum class SentenceKind {
  Imprisonment,
  RestrictedFreedom,
  Suspended,
  Fine,
  CommunityService,
  CorrectionalWork,
  Arrest,
  ActivityBan,
};

/// What a granted amnesty did.
enum class AmnestyEffect { Freed, Reduced, CaseClosed, ConvictionLifted };

enum class CaseKind { Criminal, Administrative };

/// `cited` is a document that is only quoted; every other kind is followed by `tracker fetch`.
enum class SourceKind { Cited, Page, Listing, Feed, Sitemap, Document, CourtSchedule, CourtCases, Import };

/// What a cell of a court's table says.
enum class CourtField { CaseNumber, Court, Judge, Date, Time, Parties, Articles, Hearing, Outcome };

enum class FingerprintKind {
  Captcha,   // asks for a proof that a person looks
  Login,     // asks who looks
  Denied,    // says that this reader may not
  Provider,  // a provider's page in place of the publisher's
  Consent,   // shows nothing before cookies are accepted
  Empty,     // says that there is nothing: maintenance, a parked name, a page that needs scripts
};

enum class Rhythm { Hourly, Daily, Weekly, Monthly, Yearly, Never };

enum class PlaceKind { Country, Region, City, Court, Prison, Other };

enum class LawKind { CriminalCode, AdministrativeCode, AmnestyAct, Rules };

enum class Membership { Listed, NotListed, Unknown };

enum class Fault { Intentional, Negligent };

enum class RulingKind {
  SamePerson,
  NotSamePerson,
  RejectedProposal,
  Withheld,
  Correction,
  Retraction,
  ExactBirthDate,
};

// Axes of the status (design §3.2). `vocabulary.csv` has the labels; the codes are these.
enum class Liberty {
  Detained,
  AdminArrest,
  PretrialDetention,
  HouseArrest,
  TravelRestriction,
  Bail,
  Imprisoned,
  RestrictedFreedom,
  Suspended,
  Deferred,
  NonCustodial,
  Parole,
  Psychiatric,
  AtLibertyCharged,
  Released,
  Wanted,
  Exile,
  ExtraditionCustody,
  Disappeared,
  Unknown,
};

enum class Stage {
  None,
  Investigation,
  InCourt,
  VerdictNotInForce,
  Appeal,
  InForce,
  Cassation,
  Retrial,
  Closed,
  Acquitted,
  Expunged,
};

enum class Life { Alive, DiedInCustody, DiedAfterRelease, Disappeared };

enum class Deprived { Yes, No, Unknown };

/// The court's word on an amnesty; `None` where nobody asked.
enum class Decision { None, Pending, Granted, Refused };

/// A state of the liberty axis, or one of the computed ends. Codes of the first kind are those of `Liberty`.
enum class Display {
  DiedInCustody,
  Disappeared,
  Imprisoned,
  Psychiatric,
  PretrialDetention,
  ExtraditionCustody,
  HouseArrest,
  AdminArrest,
  Detained,
  Wanted,
  Exile,
  Deferred,
  Suspended,
  RestrictedFreedom,
  Parole,
  NonCustodial,
  TravelRestriction,
  Bail,
  AtLibertyCharged,
  Amnestied,
  Acquitted,
  CaseClosed,
  Fined,
  Released,
  Unknown,
};

/// Why a field of the record changed (design §6).
enum class Reason {
  NewInformation,
  LateDiscovery,
  Correction,
  Retraction,
  WithheldOnRequest,
  Merged,
  Split,
  SourceVanished,
  MethodologyChange,
  Recomputed,
};

enum class Operation { Add, Modify, Delete };

/// How one attempt to fetch ended.
enum class FetchOutcome {
  Fetched,      // bytes are in the archive under `digest`
  NotModified,  // 304: the bytes of `digest`, kept earlier, still stand
  Unreachable,  // no connection, no name, no answer in time
  Refused,      // an answer that is no page: 4xx, 5xx, too large, wrong kind, a redirect that is not followed
  Disallowed,   // robots.txt asks not to, or could not be seen: the page was not asked for
  Postponed,    // not asked now: the server asked to wait, or the budget of the run is used up
  Quarantined,  // bytes are in the archive under `digest`, but somebody may stand between: they change nothing
};

/// Whether a source can be seen.
enum class SourceState {
  Untried,  // nobody has looked yet
  Ok,
  Failing,  // it could not be seen, and it is too early to give it up
  Dead,     // it could not be seen for so long that a person should find another address
};

/// How the reading of a snapshot ended.
enum class ReadingOutcome {
  Read,
  PartMissing,  // the part that the source's file names is not on the page
  Limited,      // a limit on size, depth, time or memory was reached: nothing was read
  Postponed,    // its time was over before the machine had worked on it: it is to be read again
  Unreadable,   // the bytes are not what the source's kind says
  Crashed,      // the parser died of them
};

/// What asking for a robots.txt gave (RFC 9309, 2.3.1).
enum class RobotsAccess {
  Found,        // 2xx, perhaps after redirects: it has rules
  Unavailable,  // 4xx, too many redirects: everything is allowed
  Unreachable,  // 5xx, no connection: nothing is allowed
};

/// What a site can do without (`[downloads] without` in site.toml), because it is large for a long list.
enum class Download {
  SiteZip,         // the whole site in one file
  Evidence,        // a zip of evidence for each person
  Sqlite,          // the tables as a database
  FollowTheMoney,  // the entities for Aleph and its kin
  Deltas,          // what each version changed, value by value
  PeopleFeeds,     // a feed for each person
  Tables,          // the record as rows: CSV and its spreadsheet twin, JSON Lines, Data Package, JSON-LD of the list
  Calendars,       // the dates of each person, and of all together, as calendars
};

template <>
std::span<const Code<Sex>> codes<Sex>();
template <>
std::span<const Code<Certainty>> codes<Certainty>();
template <>
std::span<const Code<EventType>> codes<EventType>();
template <>
std::span<const Code<SentenceKind>> codes<SentenceKind>();
template <>
std::span<const Code<AmnestyEffect>> codes<AmnestyEffect>();
template <>
std::span<const Code<CaseKind>> codes<CaseKind>();
template <>
std::span<const Code<SourceKind>> codes<SourceKind>();
template <>
std::span<const Code<CourtField>> codes<CourtField>();
template <>
std::span<const Code<FingerprintKind>> codes<FingerprintKind>();
template <>
std::span<const Code<ReadingOutcome>> codes<ReadingOutcome>();
template <>
std::span<const Code<SourceState>> codes<SourceState>();
template <>
std::span<const Code<Rhythm>> codes<Rhythm>();
template <>
std::span<const Code<PlaceKind>> codes<PlaceKind>();
template <>
std::span<const Code<LawKind>> codes<LawKind>();
template <>
std::span<const Code<Membership>> codes<Membership>();
template <>
std::span<const Code<Fault>> codes<Fault>();
template <>
std::span<const Code<RulingKind>> codes<RulingKind>();
template <>
std::span<const Code<Liberty>> codes<Liberty>();
template <>
std::span<const Code<Stage>> codes<Stage>();
template <>
std::span<const Code<Life>> codes<Life>();
template <>
std::span<const Code<Deprived>> codes<Deprived>();
template <>
std::span<const Code<Decision>> codes<Decision>();
template <>
std::span<const Code<Display>> codes<Display>();
template <>
std::span<const Code<Reason>> codes<Reason>();
template <>
std::span<const Code<Operation>> codes<Operation>();
template <>
std::span<const Code<FetchOutcome>> codes<FetchOutcome>();
template <>
std::span<const Code<Download>> codes<Download>();
template <>
std::span<const Code<RobotsAccess>> codes<RobotsAccess>();

}  // namespace tracker::model
