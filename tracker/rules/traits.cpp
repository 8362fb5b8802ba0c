#include "tracker/rules/traits.h"

#include <algorithm>
#include <iterator>

namespace tracker::rules {
namespace {

using enum model::EventType;
using enum Reach;
using model::Liberty;

constexpr Traits kTraits[] = {
    {.type = Wanted, .reach = State, .adds_charges = true},
    {.type = LeftCountry, .reach = State},
    {.type = Returned, .reach = State},
    {.type = Disappeared, .reach = State},
    {.type = Found, .reach = State},
    {.type = Detained, .reach = State, .adds_charges = true, .custody = Liberty::Detained},
    {.type = Fined, .reach = State, .adds_charges = true},
    {.type = AdminArrest, .reach = State, .adds_charges = true, .custody = Liberty::AdminArrest},
    {.type = ExtraditionArrest, .reach = State, .adds_charges = true, .custody = Liberty::ExtraditionCustody},
    {.type = CaseOpened, .reach = Prosecution, .adds_charges = true},
    {.type = Charged, .reach = Prosecution, .adds_charges = true},
    {.type = ChargesReclassified, .reach = Prosecution},
    {.type = ChargesDropped, .reach = Prosecution},
    {.type = ArrestedPretrial,
     .reach = Prosecution,
     .adds_charges = true,
     .measure = Liberty::PretrialDetention},
    {.type = HouseArrest, .reach = Prosecution, .adds_charges = true, .measure = Liberty::HouseArrest},
    {.type = TravelRestriction,
     .reach = Prosecution,
     .adds_charges = true,
     .measure = Liberty::TravelRestriction},
    {.type = Bail, .reach = Prosecution, .adds_charges = true, .measure = Liberty::Bail},
    {.type = PsychiatricCommitment, .reach = State, .adds_charges = true, .custody = Liberty::Psychiatric},
    {.type = SentToCourt, .reach = Prosecution, .adds_charges = true},
    {.type = TrialStarted, .reach = Prosecution, .adds_charges = true},
    {.type = Hearing, .reach = State},
    {.type = Convicted, .reach = Prosecution},
    {.type = Sentenced, .reach = Prosecution},
    {.type = AppealFiled, .reach = Prosecution},
    {.type = AppealUpheld, .reach = Prosecution},
    {.type = AppealChanged, .reach = Prosecution},
    {.type = EnteredIntoForce, .reach = Prosecution},
    {.type = CassationFiled, .reach = Prosecution},
    {.type = CassationUpheld, .reach = Prosecution},
    {.type = CassationChanged, .reach = Prosecution},
    {.type = RetrialOrdered, .reach = Prosecution},
    {.type = SentenceDeferred, .reach = Prosecution},
    {.type = DeferralEnded, .reach = Prosecution},
    {.type = SentenceAdded, .reach = Prosecution},
    {.type = SentenceReplaced, .reach = Prosecution},
    {.type = AmnestyRequested, .reach = State},
    {.type = AmnestyRefused, .reach = State},
    {.type = AmnestyGranted, .reach = State},
    {.type = ParoleRequested, .reach = State},
    {.type = ParoleRefused, .reach = State},
    {.type = ParoleGranted, .reach = State},
    {.type = Transferred, .reach = State},
    {.type = RestrictionImposed, .reach = State},
    {.type = RestrictionEnded, .reach = State},
    {.type = Released, .reach = State},
    {.type = SentenceServed, .reach = State},
    {.type = CaseClosed, .reach = Prosecution},
    {.type = Acquitted, .reach = Prosecution},
    {.type = ConvictionExpunged, .reach = Prosecution},
    {.type = Died, .reach = State},
    {.type = Confirmed, .reach = State},
    {.type = Summoned},
    {.type = Searched},
    {.type = IllTreatmentReported},
    {.type = HungerStrike},
    {.type = HealthAlarm},
    {.type = Statement},
    {.type = Other},
};

}  // namespace

const Traits& traits_of(model::EventType type) {
  static constexpr Traits kNone{.type = Other};
  const auto* row = std::find_if(std::begin(kTraits), std::end(kTraits),
                                 [&](const Traits& candidate) { return candidate.type == type; });
  return row == std::end(kTraits) ? kNone : *row;
}

}  // namespace tracker::rules
