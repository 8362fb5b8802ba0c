#include "tracker/rules/cumulation.h"

#include <algorithm>

namespace tracker::rules {
namespace {

using base::Day;
using model::Certainty;

DayRange later(const DayRange& days, int months) {
  return {base::add_months(days.earliest, months), base::add_months(days.latest, months)};
}

/// The cap in months: two where it is not told how grave a crime was.
std::pair<int, int> cap_of(const model::Cumulation& rule, const std::vector<const ChargeFacts*>& charges) {
  const int longer = rule.longer_cap_months.value_or(rule.cap_months);
  std::pair<int, int> cap{rule.cap_months, rule.cap_months};
  for (const auto* charge : charges) {
    std::size_t grave = 0, unknown = charge->parts.empty() ? 1 : 0;
    for (const auto* part : charge->parts) {
      if (part->grade == kNoGrade) {
        ++unknown;
        continue;
      }
      const auto& grade = charge->code->law->grades[static_cast<std::size_t>(part->grade)].id;
      if (std::find(rule.longer_for.begin(), rule.longer_for.end(), grade) != rule.longer_for.end()) ++grave;
    }
    if (grave > 0 || unknown > 0) cap.second = longer;
    if (grave > 0 && grave == charge->parts.size()) cap.first = longer;
  }
  return cap;
}

void add_in_part(const model::Cumulation& rule, const WalkedTerm& added, Reckoning& sum) {
  if (!rule.in_part) return;
  const Day least = base::add_months(added.imposed.days.earliest, *added.sentence.months);
  sum.when.earliest = std::min(sum.when.earliest, least);
  sum.certainty = lower(sum.certainty, lower(rule.certainty, Certainty::Low));
  sum.lines.push_back({.work = Work::InPart,
                       .days = DayRange{least, least},
                       .citation = rule.citation,
                       .certainty = rule.certainty});
}

void cut_at_cap(const model::Cumulation& rule, const Cumulated& both, Reckoning& sum) {
  const auto cap = cap_of(rule, both.charges);
  const DayRange longest{later(both.added.imposed.days, cap.first).earliest,
                         later(both.added.imposed.days, cap.second).latest};
  if (sum.when.latest <= longest.earliest) return;
  sum.when.earliest = std::min(sum.when.earliest, longest.earliest);
  sum.when.latest = std::min(sum.when.latest, longest.latest);
  sum.certainty = lower(sum.certainty, rule.certainty);
  sum.lines.push_back({.work = Work::Cap,
                       .days = longest,
                       .count = {{cap.first, cap.second}},
                       .citation = rule.citation,
                       .certainty = rule.certainty});
}

void take_share(const DayRange& from, const Fraction& share, Reckoning& sum) {
  const auto part = [&](Day first, Day last) {
    const auto days = std::max<long long>((last - first).count(), 0);
    return static_cast<int>((days * share.numerator + share.denominator - 1) / share.denominator);
  };
  const int least = part(from.earliest, sum.when.earliest), most = part(from.latest, sum.when.latest);
  sum.when = {from.earliest + std::chrono::days(least), from.latest + std::chrono::days(most)};
  sum.lines.push_back({.work = Work::ShareDays, .count = {{std::min(least, most), std::max(least, most)}}, .rate = share.text()});
}

}  // namespace

std::optional<Reckoning> reckon_added(const Cumulated& both, const Fraction& share) {
  const auto& months = both.added.sentence.months;
  if (!months) return std::nullopt;
  const auto first = reckon(both.prior, {1, 1});
  if (!first) return std::nullopt;
  Reckoning sum{.when = later(first->when, *months), .certainty = lower(first->certainty, both.added.imposed.certainty)};
  sum.lines = first->lines;
  sum.lines.push_back({.work = Work::AfterPrior, .days = first->when, .certainty = first->certainty});
  sum.lines.push_back({.work = Work::Term, .count = {{*months, *months}}});
  for (const auto* rules : both.prior.rules) {
    if (!rules->cumulation) continue;
    add_in_part(*rules->cumulation, both.added, sum);
    cut_at_cap(*rules->cumulation, both, sum);
  }
  if (share == Fraction{1, 1}) return sum;
  take_share(both.added.imposed.days, share, sum);
  return sum;
}

}  // namespace tracker::rules
