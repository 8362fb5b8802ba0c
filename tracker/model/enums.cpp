#include "tracker/model/enums.h"

namespace tracker::model {
template <>
std::span<const Code<Sex>> codes<Sex>() {
  using enum Sex;
  static constexpr Code<Sex> kCodes[] = {
      {Female, "female"},
      {Male, "male"},
  };
  return kCodes;
}

template <>
std::span<const Code<Certainty>> codes<Certainty>() {
  using enum Certainty;
  static constexpr Code<Certainty> kCodes[] = {
      {High, "high"},
      {Medium, "medium"},
      {Low, "low"},
      {NotVerified, "not_verified"},
  };
  return kCodes;
}

template <>
std::span<const Code<EventType>> codes<EventType>() {
  using enum EventType;
  static constexpr Code<EventType> kCodes[] = {
      {Summoned, "summoned"},
      {Searched, "searched"},
      {Wanted, "wanted"},
      {LeftCountry, "left_country"},
      {Returned, "returned"},
      {Disappeared, "disappeared"},
      {Found, "found"},
      {Detained, "detained"},
      {Fined, "fined"},
      {AdminArrest, "admin_arrest"},
      {ExtraditionArrest, "extradition_arrest"},
      {CaseOpened, "case_opened"},
      {Charged, "charged"},
      {ChargesReclassified, "charges_reclassified"},
      {ChargesDropped, "charges_dropped"},
      {ArrestedPretrial, "arrested_pretrial"},
      {HouseArrest, "house_arrest"},
      {TravelRestriction, "travel_restriction"},
      {Bail, "bail"},
      {PsychiatricCommitment, "psychiatric_commitment"},
      {SentToCourt, "sent_to_court"},
      {TrialStarted, "trial_started"},
      {Hearing, "hearing"},
      {Convicted, "convicted"},
      {Sentenced, "sentenced"},
      {AppealFiled, "appeal_filed"},
      {AppealUpheld, "appeal_upheld"},
      {AppealChanged, "appeal_changed"},
      {EnteredIntoForce, "entered_into_force"},
      {CassationFiled, "cassation_filed"},
      {CassationUpheld, "cassation_upheld"},
      {CassationChanged, "cassation_changed"},
      {RetrialOrdered, "retrial_ordered"},
      {SentenceDeferred, "sentence_deferred"},
      {DeferralEnded, "deferral_ended"},
      {SentenceAdded, "sentence_added"},
      {SentenceReplaced, "sentence_replaced"},
      {AmnestyRequested, "amnesty_requested"},
      {AmnestyRefused, "amnesty_refused"},
      {AmnestyGranted, "amnesty_granted"},
      {ParoleRequested, "parole_requested"},
      {ParoleRefused, "parole_refused"},
      {ParoleGranted, "parole_granted"},
      {Transferred, "transferred"},
      {RestrictionImposed, "restriction_imposed"},
      {RestrictionEnded, "restriction_ended"},
      {Released, "released"},
      {SentenceServed, "sentence_served"},
      {CaseClosed, "case_closed"},
      {Acquitted, "acquitted"},
      {ConvictionExpunged, "conviction_expunged"},
      {Died, "died"},
      {Confirmed, "confirmed"},
      {IllTreatmentReported, "ill_treatment_reported"},
      {HungerStrike, "hunger_strike"},
      {HealthAlarm, "health_alarm"},
      {Statement, "statement"},
      {Other, "other"},
  };
  return kCodes;
}

template <>
std::span<const Code<SentenceKind>> codes<SentenceKind>() {
  using enum SentenceKind;
  static constexpr Code<SentenceKind> kCodes[] = {
      {Imprisonment, "imprisonment"},
      {RestrictedFreedom, "restricted_freedom"},
      {Suspended, "suspended"},
      {Fine, "fine"},
      {CommunityService, "community_service"},
      {CorrectionalWork, "correctional_work"},
      {Arrest, "arrest"},
      {ActivityBan, "activity_ban"},
  };
  return kCodes;
}

template <>
std::span<const Code<AmnestyEffect>> codes<AmnestyEffect>() {
  using enum AmnestyEffect;
  static constexpr Code<AmnestyEffect> kCodes[] = {
      {Freed, "freed"},
      {Reduced, "reduced"},
      {CaseClosed, "case_closed"},
      {ConvictionLifted, "conviction_lifted"},
  };
  return kCodes;
}

template <>
std::span<const Code<CaseKind>> codes<CaseKind>() {
  using enum CaseKind;
  static constexpr Code<CaseKind> kCodes[] = {
      {Criminal, "criminal"},
      {Administrative, "administrative"},
  };
  return kCodes;
}

template <>
std::span<const Code<PlaceKind>> codes<PlaceKind>() {
  using enum PlaceKind;
  static constexpr Code<PlaceKind> kCodes[] = {
      {Country, "country"},
      {Region, "region"},
      {City, "city"},
      {Court, "court"},
      {Prison, "prison"},
      {Other, "other"},
  };
  return kCodes;
}

template <>
std::span<const Code<LawKind>> codes<LawKind>() {
  using enum LawKind;
  static constexpr Code<LawKind> kCodes[] = {
      {CriminalCode, "criminal_code"},
      {AdministrativeCode, "administrative_code"},
      {AmnestyAct, "amnesty_act"},
      {Rules, "rules"},
  };
  return kCodes;
}

template <>
std::span<const Code<Membership>> codes<Membership>() {
  using enum Membership;
  static constexpr Code<Membership> kCodes[] = {
      {Listed, "listed"},
      {NotListed, "not_listed"},
      {Unknown, "unknown"},
  };
  return kCodes;
}

template <>
std::span<const Code<Fault>> codes<Fault>() {
  using enum Fault;
  static constexpr Code<Fault> kCodes[] = {
      {Intentional, "intentional"},
      {Negligent, "negligent"},
  };
  return kCodes;
}

template <>
std::span<const Code<RulingKind>> codes<RulingKind>() {
  using enum RulingKind;
  static constexpr Code<RulingKind> kCodes[] = {
      {SamePerson, "same_person"},
      {NotSamePerson, "not_same_person"},
      {RejectedProposal, "rejected_proposal"},
      {Withheld, "withheld"},
      {Correction, "correction"},
      {Retraction, "retraction"},
      {ExactBirthDate, "exact_birth_date"},
  };
  return kCodes;
}

template <>
std::span<const Code<Liberty>> codes<Liberty>() {
  using enum Liberty;
  static constexpr Code<Liberty> kCodes[] = {
      {Detained, "detained"},
      {AdminArrest, "admin_arrest"},
      {PretrialDetention, "pretrial_detention"},
      {HouseArrest, "house_arrest"},
      {TravelRestriction, "travel_restriction"},
      {Bail, "bail"},
      {Imprisoned, "imprisoned"},
      {RestrictedFreedom, "restricted_freedom"},
      {Suspended, "suspended"},
      {Deferred, "deferred"},
      {NonCustodial, "non_custodial"},
      {Parole, "parole"},
      {Psychiatric, "psychiatric"},
      {AtLibertyCharged, "at_liberty_charged"},
      {Released, "released"},
      {Wanted, "wanted"},
      {Exile, "exile"},
      {ExtraditionCustody, "extradition_custody"},
      {Disappeared, "disappeared"},
      {Unknown, "unknown"},
  };
  return kCodes;
}

template <>
std::span<const Code<Stage>> codes<Stage>() {
  using enum Stage;
  static constexpr Code<Stage> kCodes[] = {
      {None, "none"},
      {Investigation, "investigation"},
      {InCourt, "in_court"},
      {VerdictNotInForce, "verdict_not_in_force"},
      {Appeal, "appeal"},
      {InForce, "in_force"},
      {Cassation, "cassation"},
      {Retrial, "retrial"},
      {Closed, "closed"},
      {Acquitted, "acquitted"},
      {Expunged, "expunged"},
  };
  return kCodes;
}

template <>
std::span<const Code<Life>> codes<Life>() {
  using enum Life;
  static constexpr Code<Life> kCodes[] = {
      {Alive, "alive"},
      {DiedInCustody, "died_in_custody"},
      {DiedAfterRelease, "died_after_release"},
      {Disappeared, "disappeared"},
  };
  return kCodes;
}

template <>
std::span<const Code<Deprived>> codes<Deprived>() {
  using enum Deprived;
  static constexpr Code<Deprived> kCodes[] = {
      {Yes, "yes"},
      {No, "no"},
      {Unknown, "unknown"},
  };
  return kCodes;
}

template <>
std::span<const Code<Decision>> codes<Decision>() {
  using enum Decision;
  static constexpr Code<Decision> kCodes[] = {
      {None, "none"},
      {Pending, "pending"},
      {Granted, "granted"},
      {Refused, "refused"},
  };
  return kCodes;
}

template <>
std::span<const Code<Download>> codes<Download>() {
  using enum Download;
  static constexpr Code<Download> kCodes[] = {
      {SiteZip, "site_zip"},
      {Evidence, "evidence"},
      {Sqlite, "sqlite"},
      {FollowTheMoney, "followthemoney"},
      {Deltas, "deltas"},
      {PeopleFeeds, "people_feeds"},
      {Tables, "tables"},
      {Calendars, "calendars"},
  };
  return kCodes;
}

template <>
std::span<const Code<Display>> codes<Display>() {
  using enum Display;
  static constexpr Code<Display> kCodes[] = {
      {DiedInCustody, "died_in_custody"},
      {Disappeared, "disappeared"},
      {Imprisoned, "imprisoned"},
      {Psychiatric, "psychiatric"},
      {PretrialDetention, "pretrial_detention"},
      {ExtraditionCustody, "extradition_custody"},
      {HouseArrest, "house_arrest"},
      {AdminArrest, "admin_arrest"},
      {Detained, "detained"},
      {Wanted, "wanted"},
      {Exile, "exile"},
      {Deferred, "deferred"},
      {Suspended, "suspended"},
      {RestrictedFreedom, "restricted_freedom"},
      {Parole, "parole"},
      {NonCustodial, "non_custodial"},
      {TravelRestriction, "travel_restriction"},
      {Bail, "bail"},
      {AtLibertyCharged, "at_liberty_charged"},
      {Amnestied, "amnestied"},
      {Acquitted, "acquitted"},
      {CaseClosed, "case_closed"},
      {Fined, "fined"},
      {Released, "released"},
      {Unknown, "unknown"},
  };
  return kCodes;
}

template <>
std::span<const Code<Reason>> codes<Reason>() {
  using enum Reason;
  static constexpr Code<Reason> kCodes[] = {
      {NewInformation, "new_information"},
      {LateDiscovery, "late_discovery"},
      {Correction, "correction"},
      {Retraction, "retraction"},
      {WithheldOnRequest, "withheld_on_request"},
      {Merged, "merged"},
      {Split, "split"},
      {SourceVanished, "source_vanished"},
      {MethodologyChange, "methodology_change"},
      {Recomputed, "recomputed"},
  };
  return kCodes;
}

template <>
std::span<const Code<Operation>> codes<Operation>() {
  using enum Operation;
  static constexpr Code<Operation> kCodes[] = {
      {Add, "ADD"},
      {Modify, "MOD"},
      {Delete, "DEL"},
  };
  return kCodes;
}

}  // namespace tracker::model
