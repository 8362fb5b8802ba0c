#include "tracker/model/enums.h"

#include <set>

#include "tests/support/catch.h"

using namespace tracker::model;

namespace {

/// Every value from 0 on has one code and every code one value; the tables have no hole and nothing twice.
template <class E>
void check_table(std::size_t count) {
  CHECK(codes<E>().size() == count);
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < codes<E>().size(); ++i) {
    const auto& entry = codes<E>()[i];
    CHECK(static_cast<std::size_t>(entry.value) == i);
    CHECK(seen.insert(entry.code).second);
    CHECK(from_code<E>(entry.code) == entry.value);
    CHECK(code_of(entry.value) == entry.code);
  }
  CHECK_FALSE(from_code<E>("no such code"));
}

}  // namespace

TEST_CASE("every closed list has one code a value") {
  check_table<EventType>(static_cast<std::size_t>(EventType::Other) + 1);
  check_table<Liberty>(static_cast<std::size_t>(Liberty::Unknown) + 1);
  check_table<Stage>(static_cast<std::size_t>(Stage::Expunged) + 1);
  check_table<Display>(static_cast<std::size_t>(Display::Unknown) + 1);
  check_table<Reason>(static_cast<std::size_t>(Reason::Recomputed) + 1);
  check_table<SourceKind>(static_cast<std::size_t>(SourceKind::Import) + 1);
  check_table<SentenceKind>(static_cast<std::size_t>(SentenceKind::ActivityBan) + 1);
  check_table<RulingKind>(static_cast<std::size_t>(RulingKind::ExactBirthDate) + 1);
  check_table<RobotsAccess>(static_cast<std::size_t>(RobotsAccess::Unreachable) + 1);
  check_table<FetchOutcome>(static_cast<std::size_t>(FetchOutcome::Quarantined) + 1);
  check_table<CourtField>(static_cast<std::size_t>(CourtField::Outcome) + 1);
  check_table<FingerprintKind>(static_cast<std::size_t>(FingerprintKind::Empty) + 1);
  check_table<ReadingOutcome>(static_cast<std::size_t>(ReadingOutcome::Crashed) + 1);
  check_table<SourceState>(static_cast<std::size_t>(SourceState::Dead) + 1);
  check_table<Operation>(3);
}

TEST_CASE("the 21 events that outside tools rely on have their names (design, section 7)") {
  for (const char* code :
       {"detained", "arrested_pretrial", "house_arrest", "travel_restriction", "charged", "charges_reclassified",
        "trial_started", "convicted", "sentenced", "appeal_upheld", "appeal_changed", "sentence_added", "amnesty_granted",
        "amnesty_refused", "parole_granted", "parole_refused", "released", "case_closed", "acquitted", "transferred", "died"})
    CHECK(from_code<EventType>(code));
}

TEST_CASE("the axes have the codes of the vocabulary") {
  for (const char* code : {"detained", "admin_arrest", "pretrial_detention", "house_arrest", "travel_restriction", "bail",
                           "imprisoned", "restricted_freedom", "suspended", "deferred", "non_custodial", "parole",
                           "psychiatric", "at_liberty_charged", "released", "wanted", "exile", "extradition_custody",
                           "disappeared", "unknown"}) {
    INFO(code);
    CHECK(from_code<Liberty>(code));
    CHECK(from_code<Display>(code));
  }
  for (const char* code : {"died_in_custody", "amnestied", "acquitted", "case_closed", "fined"})
    CHECK(from_code<Display>(code));
  for (const char* code : {"none", "investigation", "in_court", "verdict_not_in_force", "appeal", "in_force", "cassation",
                           "retrial", "closed", "acquitted", "expunged"})
    CHECK(from_code<Stage>(code));
}
