// The two tables that turn axes into one word: which states are deprivation of liberty, and which state is
// shown where several could be.
#include <algorithm>

#include "tracker/rules/fold.h"
#include "tracker/rules/status.h"

namespace tracker::rules {

using model::Deprived;
using model::Display;
using model::Liberty;

Deprived deprives(Liberty liberty) {
  switch (liberty) {
    case Liberty::Detained:
    case Liberty::AdminArrest:
    case Liberty::PretrialDetention:
    case Liberty::HouseArrest:
    case Liberty::Imprisoned:
    case Liberty::Psychiatric:
    case Liberty::ExtraditionCustody:
    case Liberty::Disappeared:
      return Deprived::Yes;
    case Liberty::Unknown:
      return Deprived::Unknown;
    default:
      return Deprived::No;
  }
}

const std::vector<Display>& precedence() {
  static const std::vector<Display> kOrder = {
      // What was done to the person's life and liberty
      Display::DiedInCustody,
      Display::Disappeared,
      Display::Imprisoned,
      Display::Psychiatric,
      Display::PretrialDetention,
      Display::ExtraditionCustody,
      Display::HouseArrest,
      Display::AdminArrest,
      Display::Detained,
      // Out of reach
      Display::Wanted,
      Display::Exile,
      // A sentence served at liberty
      Display::Deferred,
      Display::Suspended,
      Display::RestrictedFreedom,
      Display::Parole,
      Display::NonCustodial,
      // A case that is open
      Display::TravelRestriction,
      Display::Bail,
      Display::AtLibertyCharged,
      // Ends: the last one decides among them
      Display::Amnestied,
      Display::Acquitted,
      Display::CaseClosed,
      Display::Fined,
      Display::Released,
      Display::Unknown,
  };
  return kOrder;
}

std::size_t rank(Display display) {
  const auto& order = precedence();
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), display) - order.begin());
}

Display display_of(Liberty liberty) {
  return model::from_code<Display>(model::code_of(liberty)).value_or(Display::Unknown);
}

}  // namespace tracker::rules
