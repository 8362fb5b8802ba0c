#include "tracker/rules/limitation.h"

#include <algorithm>

#include "tracker/rules/assess_part.h"

namespace tracker::rules {
namespace {

template <class List, class Value>
bool has(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

const model::GradeYears* years_for(const std::vector<model::GradeYears>& rows, const Code& code,
                                   const ChargeFacts& charge, const Part& part,
                                   std::optional<model::SentenceKind> kind) {
  if (part.grade == kNoGrade) return nullptr;
  const auto& grade = code.law->grades[static_cast<std::size_t>(part.grade)].id;
  for (const auto& row : rows) {
    if (!row.classes.empty() && has_class(charge, part, code.classes_of(row.classes)) != model::Answer::Yes) continue;
    if (row.classes.empty() && !has(row.grades, grade)) continue;
    if (!row.kinds.empty() && (!kind || !has(row.kinds, *kind))) continue;
    return &row;
  }
  return nullptr;
}

std::optional<Reckoning> limitation_of(const LawBook& book, const ChargeFacts& charge) {
  static constexpr int kMonths = 12;
  if (charge.offence.latest == DayRange::open().latest) return std::nullopt;
  std::optional<Reckoning> result;
  for (const auto* rules : book.rules_for(charge.code->law->id))
    for (const auto* part : charge.parts) {
      const auto* row = years_for(rules->limitation, *charge.code, charge, *part, std::nullopt);
      if (!row || !row->years) return std::nullopt;
      // An offence whose beginning is not told leaves the first day as open as it was.
      const base::Day first = charge.offence.earliest;
      const DayRange when{first == DayRange::open().earliest ? first : base::add_months(first, *row->years * kMonths),
                          base::add_months(charge.offence.latest, *row->years * kMonths)};
      if (!result) {
        result = Reckoning{.when = when, .certainty = lower(row->certainty, charge.offence_certainty)};
        result->lines.push_back(
            {.work = Work::Offence, .days = charge.offence, .certainty = charge.offence_certainty});
      }
      result->when.earliest = std::min(result->when.earliest, when.earliest);
      result->when.latest = std::max(result->when.latest, when.latest);
      result->certainty = lower(result->certainty, lower(row->certainty, part->told->certainty));
      const bool is_new = std::none_of(result->lines.begin(), result->lines.end(), [&](const WorkLine& line) {
        return line.work == Work::Years && line.citation == row->citation && line.count->first == *row->years;
      });
      if (is_new)
        result->lines.push_back({.work = Work::Years,
                                 .count = {{*row->years, *row->years}},
                                 .citation = row->citation,
                                 .certainty = row->certainty});
    }
  return result;
}

}  // namespace tracker::rules
