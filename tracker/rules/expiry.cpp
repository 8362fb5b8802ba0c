#include "tracker/rules/expiry.h"

#include <algorithm>

#include "tracker/rules/limitation.h"

namespace tracker::rules {

std::optional<ExpiryYears> expiry_years(const std::vector<const model::Law*>& rules,
                                        const std::vector<const ChargeFacts*>& charges,
                                        std::optional<model::SentenceKind> kind) {
  std::optional<ExpiryYears> years;
  bool is_complete = true;
  for (const auto* charge : charges)
    for (const auto* part : charge->parts) {
      const model::GradeYears* row = nullptr;
      for (const auto* law : rules)
        if (!row) row = years_for(law->expiry, *charge->code, *charge, *part, kind);
      if (!row || !row->years) {
        is_complete = false;
        continue;
      }
      if (!years) years = ExpiryYears{*row->years, *row->years, row};
      years->least = std::min(years->least, *row->years);
      if (*row->years > years->most) {
        years->most = *row->years;
        years->by = row;
      }
    }
  if (years) years->is_complete = is_complete;
  return years;
}

std::optional<DayRange> extinguished(const std::vector<const model::Law*>& rules, const ChargeFacts& charge) {
  static constexpr int kMonths = 12;
  const bool has_rules = std::any_of(rules.begin(), rules.end(), [](const auto* law) { return !law->expiry.empty(); });
  if (!has_rules || !charge.convicted) return std::nullopt;
  const auto kind = charge.sentence ? charge.sentence->kind : std::nullopt;
  const auto years = expiry_years(rules, {&charge}, kind);
  const bool is_complete = kind && years && years->is_complete;
  // Time in custody may have been all of the sentence: it can have ended on the day of the verdict.
  const base::Day open_end = DayRange::open().latest;
  DayRange end = charge.over       ? *charge.over
                 : charge.term_end ? *charge.term_end
                                   : DayRange{charge.convicted->earliest, open_end};
  // A ban runs from the verdict or from the end of the term, as the kind of the sentence has it: the later bounds it.
  if (charge.sentence && charge.sentence->ban_months && end.latest != open_end)
    end.latest = base::add_months(end.latest, *charge.sentence->ban_months);
  const bool is_bounded = is_complete && end.latest != open_end;
  return DayRange{base::add_months(end.earliest, (years ? years->least : 0) * kMonths),
                  is_bounded ? base::add_months(end.latest, years->most * kMonths) : open_end};
}

}  // namespace tracker::rules
