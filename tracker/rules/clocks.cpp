#include "tracker/rules/clocks.h"

#include <algorithm>

#include "tracker/rules/assess_part.h"
#include "tracker/rules/cumulation.h"
#include "tracker/rules/expiry.h"
#include "tracker/rules/limitation.h"
#include "tracker/rules/parole.h"
#include "tracker/rules/term_end.h"

namespace tracker::rules {
namespace {

using base::Day;
using model::Certainty;
using model::ClockKind;
using model::SentenceKind;

template <class List, class Value>
bool has(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

void add_months(DayRange& range, int months) {
  range.earliest = base::add_months(range.earliest, months);
  range.latest = base::add_months(range.latest, months);
}

/// The clocks of one person.
class Clocks {
 public:
  Clocks(const model::Record& record, const model::CaseIndex& cases, const model::Person& person, const LawBook& book,
         Day as_of)
      : book_(book),
        walk_(walk_of(record, cases, person, as_of)),
        subject_(subject_of(record, person, walk_, book)) {
    if (walk_.died) return;
    for (const auto& of_case : walk_.cases) {
      if (of_case.kind != model::CaseKind::Criminal) continue;
      code_ = code_of_case(of_case);
      if (!code_) continue;
      rules_ = book.rules_for(code_->law->id);
      for (const auto& term : of_case.terms) term_clocks(of_case, term);
      limitations(of_case);
    }
    std::stable_sort(clocks_.begin(), clocks_.end(), [](const Clock& a, const Clock& b) {
      return a.reckoning.when.earliest < b.reckoning.when.earliest;
    });
  }

  std::vector<Clock> take() && { return std::move(clocks_); }

 private:
  /// The code that the charges of the case are under.
  const Code* code_of_case(const WalkedCase& of_case) const {
    for (const auto& charge : subject_.charges)
      if (charge.case_id == of_case.id) return charge.code;
    return nullptr;
  }

  TermQuestion question(const WalkedCase& of_case, const WalkedTerm& term) const {
    return {of_case, term, rules_, had_prison_before(walk_, of_case)};
  }

  Clock& add(ClockKind kind, const WalkedCase& of_case, Reckoning reckoning) {
    if (!reckoning.lines.empty() && reckoning.lines.back().work != Work::Sum && !reckoning.open_end)
      reckoning.lines.push_back({.work = Work::Sum, .days = reckoning.when, .certainty = reckoning.certainty});
    Clock clock{.kind = kind,
                .case_id = of_case.id,
                .id = std::string(model::code_of(kind)) + '/' + of_case.id,
                .reckoning = std::move(reckoning)};
    const auto same = std::count_if(clocks_.begin(), clocks_.end(), [&](const Clock& other) {
      return other.kind == clock.kind && other.case_id == clock.case_id;
    });
    if (same > 0) clock.id += '/' + std::to_string(same + 1);
    return clocks_.emplace_back(std::move(clock));
  }

  void term_clocks(const WalkedCase& of_case, const WalkedTerm& term) {
    const auto& sentence = term.sentence;
    if (!sentence.kind) return;
    std::optional<Reckoning> end;
    if (term.over) {
      end = Reckoning{.when = term.over->days, .certainty = term.over->certainty};
      end->lines.push_back({.work = Work::AfterTerm, .days = end->when, .certainty = end->certainty});
      if (is_superseded(of_case, term)) return;
    } else if (term.deferred && !term.deferral_over) {
      deferral(of_case, term);
      return;  // nothing of it is being served
    } else if (term.executed) {
      const auto both = term.added ? cumulated(of_case, term) : std::nullopt;
      if (both) end = reckon_added(*both, {1, 1});
      if (!term.added) end = reckon(question(of_case, term), {1, 1});
      if (end && !is_prior_of_added(term)) main_clocks(of_case, term, both, *end);
    }
    ban(of_case, term, end);
    if (end && !is_prior_of_added(term)) expiry(of_case, term, *end);
  }

  /// Another term took its place in the same case.
  static bool is_superseded(const WalkedCase& of_case, const WalkedTerm& term) {
    return &term != &of_case.terms.back();
  }

  void main_clocks(const WalkedCase& of_case, const WalkedTerm& term, const std::optional<Cumulated>& both,
                   const Reckoning& end) {
    const auto kind = *term.sentence.kind;
    const auto* probation = probation_of(kind);
    const bool is_only_supervised = kind == SentenceKind::Suspended;
    if (!is_only_supervised) add(ClockKind::EndOfTerm, of_case, end);
    if (probation || term.paroled) {
      auto until = end;
      if (probation) {
        until.certainty = lower(until.certainty, probation->certainty);
        until.lines.front().citation = probation->citation;
      }
      add(ClockKind::EndOfProbation, of_case, std::move(until));
    }
    if ((kind == SentenceKind::Imprisonment || kind == SentenceKind::RestrictedFreedom) && !term.paroled)
      parole(of_case, term, both);
  }

  const model::Probation* probation_of(SentenceKind kind) const {
    for (const auto* rules : rules_)
      for (const auto& row : rules->probation)
        if (has(row.of, kind)) return &row;
    return nullptr;
  }

  void deferral(const WalkedCase& of_case, const WalkedTerm& term) {
    if (!term.deferred_until) return;
    Reckoning reckoning{.when = DayRange::of(*term.deferred_until), .certainty = term.deferred->certainty};
    reckoning.lines.push_back({.work = Work::Told, .days = reckoning.when, .certainty = reckoning.certainty});
    add(ClockKind::EndOfDeferral, of_case, std::move(reckoning)).told = true;
  }

  // A sentence on top of another. What was left of the earlier one is added, in whole or, where the rules allow, in part.

  bool is_prior_of_added(const WalkedTerm& term) const {
    if (term.added || term.sentence.kind != SentenceKind::Imprisonment) return false;
    return std::any_of(walk_.cases.begin(), walk_.cases.end(), [&](const WalkedCase& other) {
      return std::any_of(other.terms.begin(), other.terms.end(), [&](const WalkedTerm& added) {
        return added.added && !added.over && term.imposed.days.earliest <= added.imposed.days.earliest;
      });
    });
  }

  /// The earlier sentence that goes on, and what was added to it.
  std::optional<Cumulated> cumulated(const WalkedCase& of_case, const WalkedTerm& term) const {
    for (const auto& other : walk_.cases)
      for (const auto& prior : other.terms) {
        if (prior.added || prior.over || !prior.executed || prior.sentence.kind != term.sentence.kind) continue;
        if (!reckon(question(other, prior), {1, 1})) continue;
        auto charges = convicted_in(other);
        if (&other != &of_case)
          for (const auto* charge : convicted_in(of_case)) charges.push_back(charge);
        return Cumulated{question(other, prior), term, std::move(charges)};
      }
    return std::nullopt;
  }

  // Parole.

  std::vector<const ChargeFacts*> convicted_in(const WalkedCase& of_case) const {
    std::vector<const ChargeFacts*> found;
    for (const auto& charge : subject_.charges)
      if (charge.case_id == of_case.id && charge.convicted) found.push_back(&charge);
    return found;
  }

  void parole(const WalkedCase& of_case, const WalkedTerm& term, const std::optional<Cumulated>& both) {
    const auto of_one = [&](const Fraction& share) { return reckon(question(of_case, term), share); };
    const auto of_both = [&](const Fraction& share) { return reckon_added(*both, share); };
    ParoleQuestion asked{.rules = rules_,
                         .charges = both ? both->charges : convicted_in(of_case),
                         .kind = *term.sentence.kind,
                         .served = of_one,
                         .held_since = term.in_force ? term.in_force->days : term.imposed.days};
    if (both) {
      asked.served = of_both;
      asked.held_since = term.imposed.days;
    } else if (!of_case.held.empty() && of_case.held.front().from.days.earliest < asked.held_since.earliest) {
      asked.held_since = of_case.held.front().from.days;
    }
    auto sum = parole_of(asked);
    if (!sum) return;
    Clock& clock = add(ClockKind::EarliestParole, of_case, std::move(*sum));
    // The sum stands before the remarks on it.
    if (clock.reckoning.lines.back().work == Work::Sum && has_two_sums(clock.reckoning.lines))
      clock.reckoning.lines.pop_back();
  }

  static bool has_two_sums(const std::vector<WorkLine>& lines) {
    return std::count_if(lines.begin(), lines.end(), [](const WorkLine& line) { return line.work == Work::Sum; }) > 1;
  }

  // Bans, convictions, limitation.

  void ban(const WalkedCase& of_case, const WalkedTerm& term, const std::optional<Reckoning>& end) {
    if (!term.sentence.ban_months) return;
    const auto* rule = ban_rule(*term.sentence.kind);
    if (!rule) return;
    Reckoning sum;
    if (rule->starts == model::BanStart::End) {
      if (!end) return;
      sum.when = end->when;
      sum.certainty = end->certainty;
      sum.open_end = end->open_end;
    } else {
      const Moment& start = term.in_force ? *term.in_force : term.imposed;
      if (start.days == DayRange::open()) return;
      sum.when = start.days;
      sum.certainty = lower(start.certainty, term.in_force ? Certainty::High : Certainty::Low);
      sum.open_end = !term.in_force;
    }
    sum.certainty = lower(sum.certainty, rule->certainty);
    sum.lines.push_back(
        {.work = Work::BanFrom, .days = sum.when, .citation = rule->citation, .certainty = rule->certainty});
    sum.lines.push_back({.work = Work::Term, .count = {{*term.sentence.ban_months, *term.sentence.ban_months}}});
    add_months(sum.when, *term.sentence.ban_months);
    ban_end_ = add(ClockKind::EndOfBan, of_case, std::move(sum)).reckoning;
  }

  const model::BanRule* ban_rule(SentenceKind kind) const {
    for (const auto* rules : rules_)
      for (const auto& row : rules->bans)
        if (row.with.empty() || has(row.with, kind)) return &row;
    return nullptr;
  }

  void expiry(const WalkedCase& of_case, const WalkedTerm& term, const Reckoning& end) {
    static constexpr int kMonths = 12;
    const auto years = expiry_years(rules_, convicted_in(of_case), term.sentence.kind);
    if (!years) return;
    const auto* by = years->by;
    Reckoning sum{.when = end.when, .open_end = end.open_end, .certainty = lower(end.certainty, by->certainty)};
    sum.lines.push_back({.work = Work::AfterTerm, .days = end.when, .certainty = end.certainty});
    if (term.sentence.ban_months && ban_end_ && ban_end_->when.latest > end.when.latest) {
      sum.when = ban_end_->when;
      sum.certainty = lower(sum.certainty, ban_end_->certainty);
      sum.lines.push_back({.work = Work::BanFrom, .days = ban_end_->when, .certainty = ban_end_->certainty});
    }
    sum.lines.push_back(
        {.work = Work::Years, .count = {{years->least, years->most}}, .citation = by->citation, .certainty = by->certainty});
    sum.when.earliest = base::add_months(sum.when.earliest, years->least * kMonths);
    sum.when.latest = base::add_months(sum.when.latest, years->most * kMonths);
    ban_end_.reset();
    add(ClockKind::ConvictionExpires, of_case, std::move(sum));
  }

  void limitations(const WalkedCase& of_case) {
    for (const auto& charge : subject_.charges) {
      if (charge.case_id != of_case.id || !charge.live || charge.convicted) continue;
      auto sum = limitation_of(book_, charge);
      if (!sum || sum->when.earliest < DayRange::open().earliest + std::chrono::days(366 * 100)) continue;
      Clock& clock = add(ClockKind::Limitation, of_case, std::move(*sum));
      clock.article = charge.article;
      clock.id = std::string(model::code_of(clock.kind)) + '/' + of_case.id + '/' + charge.article;
    }
  }

  const LawBook& book_;
  const Walk walk_;
  const Subject subject_;
  const Code* code_ = nullptr;
  std::vector<const model::Law*> rules_;
  std::optional<Reckoning> ban_end_;
  std::vector<Clock> clocks_;
};

}  // namespace

std::vector<Clock> clocks_of(const model::Record& record, const model::Person& person, const LawBook& book,
                             base::Day as_of) {
  return clocks_of(record, model::CaseIndex(record), person, book, as_of);
}

std::vector<Clock> clocks_of(const model::Record& record, const model::CaseIndex& cases, const model::Person& person,
                             const LawBook& book, base::Day as_of) {
  return Clocks(record, cases, person, book, as_of).take();
}

std::string_view code_of(Work work) {
  switch (work) {
    case Work::Effect: return "effect";
    case Work::NoEffect: return "no_effect";
    case Work::Replaced: return "replaced";
    case Work::Term: return "term";
    case Work::TermDays: return "term_days";
    case Work::Share: return "share";
    case Work::ShareDays: return "share_days";
    case Work::Held: return "held";
    case Work::Credit: return "credit";
    case Work::Regime: return "regime";
    case Work::AfterPrior: return "after_prior";
    case Work::InPart: return "in_part";
    case Work::Cap: return "cap";
    case Work::Floor: return "floor";
    case Work::Told: return "told";
    case Work::BanFrom: return "ban_from";
    case Work::Offence: return "offence";
    case Work::Years: return "years";
    case Work::AfterTerm: return "after_term";
    case Work::BarNever: return "bar_never";
    case Work::BarCondition: return "bar_condition";
    case Work::Sooner: return "sooner";
    case Work::Sum: return "sum";
  }
  return "?";
}

}  // namespace tracker::rules
