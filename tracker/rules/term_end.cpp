#include "tracker/rules/term_end.h"

#include <algorithm>
#include <cmath>

namespace tracker::rules {
namespace {

using base::Day;
using model::Certainty;
using model::SentenceKind;

constexpr std::size_t kEffect = static_cast<std::size_t>(-1);
constexpr std::size_t kMostCorners = 8;  // dates whose both ends are tried: 2^8 sums

template <class Kinds>
bool holds(const Kinds& kinds, SentenceKind kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

struct Rate {
  Fraction rate;
  const model::Credit* credit = nullptr;
};

const model::Regime* regime_of(const TermQuestion& question) {
  const auto months = months_of(question.term.sentence);
  for (const auto* rules : question.rules)
    for (const auto& regime : rules->regimes)
      if ((!regime.max_months || (months && *months <= *regime.max_months)) &&
          (!regime.earlier_imprisoned || *regime.earlier_imprisoned == question.earlier_imprisoned))
        return &regime;
  return nullptr;
}

std::optional<Rate> rate_of(const TermQuestion& question, model::Liberty liberty, const model::Regime* regime) {
  for (const auto* rules : question.rules)
    for (const auto& credit : rules->credits) {
      if (credit.of != liberty || !holds(credit.to, *question.term.sentence.kind)) continue;
      if (!credit.regime.empty() && (!regime || regime->id != credit.regime)) continue;
      if (const auto rate = parse_fraction(credit.rate)) return Rate{*rate, &credit};
    }
  return std::nullopt;
}

/// Dates in the order of things: each span's beginning and end, then the effect.
struct Chain {
  std::vector<DayRange> dates;
  struct Span {
    std::size_t from, to;
    Fraction rate;
  };
  std::vector<Span> spans;
};

/// One choice of an end for every date; a later date is never before an earlier one.
std::vector<Day> corner(const Chain& chain, unsigned bits) {
  std::vector<Day> days;
  for (std::size_t i = 0; i < chain.dates.size(); ++i) {
    Day day = (bits >> std::min(i, kMostCorners - 1)) & 1u ? chain.dates[i].latest : chain.dates[i].earliest;
    if (!days.empty()) day = std::max(day, days.back());
    days.push_back(day);
  }
  return days;
}

/// Credit in days, rounded up: the doubt is the convict's.
int credit_of(const Chain& chain, const std::vector<Day>& days) {
  long long numerator = 0, denominator = 1;
  for (const auto& span : chain.spans) {
    const long long held = (days[span.to] - days[span.from]).count();
    numerator = numerator * span.rate.denominator + held * span.rate.numerator * denominator;
    denominator *= span.rate.denominator;
  }
  return static_cast<int>((numerator + denominator - 1) / denominator);
}

Day with_term(Day start, const model::Sentence& sentence, const Fraction& share) {
  if (sentence.months) {
    const int months = *sentence.months * share.numerator;
    const Day whole = base::add_months(start, months / share.denominator);
    // A share that is no number of months: the rest in days of a thirtieth of a month.
    const int rest = months % share.denominator;
    return whole + std::chrono::days((rest * 30 + share.denominator - 1) / share.denominator);
  }
  return start + std::chrono::days((sentence.days.value_or(0) * share.numerator + share.denominator - 1) /
                                   share.denominator);
}

void widen(std::optional<DayRange>& range, Day day) {
  if (!range) range = DayRange{day, day};
  range->earliest = std::min(range->earliest, day);
  range->latest = std::max(range->latest, day);
}

void widen(std::optional<std::pair<int, int>>& range, int value) {
  if (!range) range = {value, value};
  range->first = std::min(range->first, value);
  range->second = std::max(range->second, value);
}

bool is_open(const DayRange& range) {
  const auto open = DayRange::open();
  return range.earliest == open.earliest || range.latest == open.latest;
}

}  // namespace

std::optional<int> months_of(const model::Sentence& sentence) {
  if (sentence.months) return sentence.months;
  if (sentence.days) return (*sentence.days + 29) / 30;
  return std::nullopt;
}

std::optional<Reckoning> reckon(const TermQuestion& question, const Fraction& share) {
  const auto& term = question.term;
  const auto& sentence = term.sentence;
  if (!sentence.kind || (!sentence.months && !sentence.days)) return std::nullopt;
  Reckoning result;
  const bool takes_effect = term.in_force.has_value();
  const Moment& start = term.replaces || !takes_effect ? term.imposed : *term.in_force;
  if (is_open(start.days)) return std::nullopt;
  result.certainty = start.certainty;
  result.open_end = !takes_effect;
  if (!takes_effect) result.certainty = lower(result.certainty, Certainty::Low);
  result.lines.push_back({.work = term.replaces  ? Work::Replaced
                                  : takes_effect ? Work::Effect
                                                 : Work::NoEffect,
                          .days = start.days,
                          .certainty = start.certainty});
  if (sentence.months)
    result.lines.push_back({.work = Work::Term, .count = {{*sentence.months, *sentence.months}}});
  else
    result.lines.push_back({.work = Work::TermDays, .count = {{*sentence.days, *sentence.days}}});
  if (!(share == Fraction{1, 1}) && sentence.months) {
    const int part = *sentence.months * share.numerator / share.denominator;
    result.lines.push_back({.work = Work::Share, .count = {{part, part}}, .rate = share.text()});
  }

  Chain chain;
  const auto* regime = regime_of(question);
  bool needs_regime = false;
  const model::Event* last_event = nullptr;
  std::vector<std::pair<std::size_t, WorkLine>> held_lines;  // of the span with that index
  if (!term.replaces && !term.added)
    for (const auto& held : question.of_case.held) {
      const auto rate = rate_of(question, held.liberty, regime);
      if (!rate || held.from.days.earliest > start.days.latest) continue;
      const Moment& to = held.to && held.to->days.latest <= start.days.latest ? *held.to : start;
      const bool is_nothing = held.from.days == to.days && to.days.earliest == to.days.latest;
      if (is_nothing) continue;  // sentenced and in force on one day
      if (is_open(held.from.days) || is_open(to.days)) {
        result.certainty = lower(result.certainty, Certainty::NotVerified);
        continue;
      }
      // What begins where something else ended is one date, not two that could lie apart.
      if (chain.dates.empty() || held.from.event != last_event) chain.dates.push_back(held.from.days);
      const std::size_t from = chain.dates.size() - 1;
      const bool until_effect = &to == &start || to.event == start.event;
      if (!until_effect) chain.dates.push_back(to.days);
      last_event = to.event;
      chain.spans.push_back({from, until_effect ? kEffect : chain.dates.size() - 1, rate->rate});
      held_lines.push_back({chain.spans.size() - 1,
                            {.work = Work::Held,
                             .days = DayRange{held.from.days.earliest, to.days.latest},
                             .rate = rate->rate.text(),
                             .liberty = held.liberty,
                             .citation = rate->credit->citation,
                             .certainty = lower(rate->credit->certainty, held.from.certainty)}});
      needs_regime = needs_regime || !rate->credit->regime.empty();
      result.certainty = lower(result.certainty, lower(rate->credit->certainty, held.from.certainty));
      result.certainty = lower(result.certainty, to.certainty);
    }
  if (needs_regime && regime) {
    result.lines.push_back({.work = Work::Regime,
                            .words = &regime->title,
                            .citation = regime->citation,
                            .certainty = regime->certainty});
    result.certainty = lower(result.certainty, regime->certainty);
  }
  chain.dates.push_back(start.days);
  for (auto& span : chain.spans)
    if (span.to == kEffect) span.to = chain.dates.size() - 1;

  std::optional<DayRange> when;
  std::optional<std::pair<int, int>> credit;
  std::vector<std::optional<std::pair<int, int>>> held_days(chain.spans.size());
  const unsigned corners = 1u << std::min(chain.dates.size(), kMostCorners);
  for (unsigned bits = 0; bits < corners; ++bits) {
    const auto days = corner(chain, bits);
    if (days.back() > start.days.latest) continue;  // custody would go on after the effect
    const int days_off = credit_of(chain, days);
    widen(credit, days_off);
    for (std::size_t i = 0; i < chain.spans.size(); ++i)
      widen(held_days[i], static_cast<int>((days[chain.spans[i].to] - days[chain.spans[i].from]).count()));
    widen(when, with_term(days.back(), sentence, share) - std::chrono::days(days_off));
  }
  if (!when) return std::nullopt;
  for (auto& [index, line] : held_lines) {
    line.count = held_days[index];
    result.lines.push_back(line);
  }
  if (!chain.spans.empty()) result.lines.push_back({.work = Work::Credit, .count = credit});
  result.when = *when;
  return result;
}

}  // namespace tracker::rules
