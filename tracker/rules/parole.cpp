#include "tracker/rules/parole.h"

#include <algorithm>

#include "tracker/rules/assess_part.h"

namespace tracker::rules {
namespace {

using model::Certainty;

/// For somebody convicted of that part: the ordinary share, or that for persons of some kinds.
const model::ParoleShare* share_of(const ParoleQuestion& question, const ChargeFacts& charge, const Part& part,
                                   bool for_persons) {
  if (part.grade == kNoGrade) return nullptr;
  const auto& grade = charge.code->law->grades[static_cast<std::size_t>(part.grade)].id;
  for (const auto* rules : question.rules)
    for (const auto& row : rules->parole) {
      if (row.persons.empty() == for_persons) continue;
      if (std::find(row.grades.begin(), row.grades.end(), grade) == row.grades.end()) continue;
      if (row.classes.empty() || has_class(charge, part, charge.code->classes_of(row.classes)) == model::Answer::Yes)
        return &row;
    }
  return nullptr;
}

struct Shares {
  const model::ParoleShare* least = nullptr;
  const model::ParoleShare* most = nullptr;
  bool complete = true;
};

Shares shares_in(const ParoleQuestion& question, bool for_persons) {
  const auto value = [](const model::ParoleShare* row) {
    return row ? parse_fraction(row->share).value_or(Fraction{}).value() : 0.0;
  };
  Shares all;
  for (const auto* charge : question.charges) {
    const model::ParoleShare *least = nullptr, *most = nullptr;
    for (const auto* part : charge->parts) {
      const auto* row = share_of(question, *charge, *part, for_persons);
      if (!row) {
        all.complete = false;
        continue;
      }
      if (!least || value(row) < value(least)) least = row;
      if (!most || value(row) > value(most)) most = row;
    }
    if (value(least) > value(all.least)) all.least = least;
    if (value(most) > value(all.most)) all.most = most;
  }
  return all;
}

bool is_share(const WorkLine& line) { return line.work == Work::Share || line.work == Work::ShareDays; }

void floor(const ParoleQuestion& question, Reckoning& sum) {
  if (question.kind != model::SentenceKind::Imprisonment) return;
  for (const auto* rules : question.rules) {
    if (!rules->parole_floor) continue;
    const int months = rules->parole_floor->months;
    const DayRange first{base::add_months(question.held_since.earliest, months),
                         base::add_months(question.held_since.latest, months)};
    if (first.earliest <= sum.when.earliest && first.latest <= sum.when.latest) continue;
    sum.when.earliest = std::max(sum.when.earliest, first.earliest);
    sum.when.latest = std::max(sum.when.latest, first.latest);
    sum.lines.push_back({.work = Work::Floor,
                         .days = first,
                         .count = {{months, months}},
                         .citation = rules->parole_floor->citation,
                         .certainty = rules->parole_floor->certainty});
  }
}

void sooner(const ParoleQuestion& question, Reckoning& sum) {
  const auto shares = shares_in(question, true);
  const auto share = shares.most ? parse_fraction(shares.most->share) : std::nullopt;
  const auto other = share ? question.served(*share) : std::nullopt;
  if (other && other->when.earliest < sum.when.earliest)
    sum.lines.push_back({.work = Work::Sooner,
                         .days = other->when,
                         .rate = shares.most->share,
                         .words = &shares.most->persons,
                         .citation = shares.most->citation,
                         .certainty = shares.most->certainty});
}

void bars(const ParoleQuestion& question, Reckoning& sum) {
  for (const auto* rules : question.rules)
    for (const auto& bar : rules->parole_bars) {
      const bool meets = std::any_of(question.charges.begin(), question.charges.end(), [&](const ChargeFacts* charge) {
        return has_class(*charge, charge->code->classes_of(bar.classes)) == model::Answer::Yes;
      });
      if (meets)
        sum.lines.push_back({.work = bar.never ? Work::BarNever : Work::BarCondition,
                             .words = &bar.text,
                             .citation = bar.citation,
                             .certainty = bar.certainty});
    }
}

}  // namespace

std::optional<Reckoning> parole_of(const ParoleQuestion& question) {
  const auto shares = shares_in(question, false);
  if (!shares.most) return std::nullopt;
  const auto least = parse_fraction(shares.least->share), most = parse_fraction(shares.most->share);
  if (!least || !most) return std::nullopt;
  const auto early = question.served(*least), late = question.served(*most);
  if (!early || !late) return std::nullopt;
  Reckoning sum = *late;
  sum.when.earliest = std::min(sum.when.earliest, early->when.earliest);
  sum.certainty = lower(sum.certainty, lower(shares.most->certainty, shares.least->certainty));
  if (!shares.complete) sum.certainty = Certainty::NotVerified;
  for (auto& line : sum.lines)
    if (is_share(line)) {
      line.citation = shares.most->citation;
      if (shares.least == shares.most) continue;
      line.rate = shares.least->share + "–" + shares.most->share;
      for (const auto& other : early->lines)
        if (is_share(other)) line.count = {{other.count->first, line.count->second}};
    }
  floor(question, sum);
  sum.lines.push_back({.work = Work::Sum, .days = sum.when, .certainty = sum.certainty});
  // Remarks on the sum, after it.
  sooner(question, sum);
  bars(question, sum);
  return sum;
}

}  // namespace tracker::rules
