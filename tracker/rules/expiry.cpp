#include "tracker/rules/expiry.h"

#include <algorithm>

#include "tracker/rules/limitation.h"

namespace tracker::rules {

std::optional<DayRange> extinguished(const std::vector<const model::Law*>& rules, const ChargeFacts& charge) {
  static constexpr int kMonths = 12;
  const bool has_rules = std::any_of(rules.begin(), rules.end(), [](const auto* law) { return !law->expiry.empty(); });
  if (!has_rules || !charge.convicted) return std::nullopt;
  const auto kind = charge.sentence ? charge.sentence->kind : std::nullopt;
  std::optional<int> least, most;
  bool is_complete = kind && !charge.parts.empty();
  for (const auto* part : charge.parts) {
    const model::GradeYears* found = nullptr;
    for (const auto* law : rules)
      if (!found) found = years_for(law->expiry, *charge.code, charge, *part, kind);
    if (!found || !found->years) {
      is_complete = false;
      continue;
    }
    least = std::min(least.value_or(*found->years), *found->years);
    most = std::max(most.value_or(*found->years), *found->years);
  }
  // Time in custody may have been all of the sentence: it can have ended on the day of the verdict.
  const base::Day open_end = DayRange::open().latest;
  DayRange end = charge.over       ? *charge.over
                 : charge.term_end ? *charge.term_end
                                   : DayRange{charge.convicted->earliest, open_end};
  // A ban runs from the verdict or from the end of the term, as the kind of the sentence has it: the later bounds it.
  if (charge.sentence && charge.sentence->ban_months && end.latest != open_end)
    end.latest = base::add_months(end.latest, *charge.sentence->ban_months);
  const bool is_bounded = is_complete && end.latest != open_end;
  return DayRange{base::add_months(end.earliest, least.value_or(0) * kMonths),
                  is_bounded ? base::add_months(end.latest, *most * kMonths) : open_end};
}

}  // namespace tracker::rules
