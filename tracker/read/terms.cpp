#include "tracker/read/terms.h"

#include <cmath>

#include "tracker/read/numbers.h"

namespace tracker::read {
namespace {

constexpr double kLongest = 100;  // years; more is a year of the calendar or no term

enum class Unit { Year, Month, Day, Hour };

std::optional<Unit> unit_of(const WordInfo* info) {
  if (!info) return std::nullopt;
  if (info->is(Class::UnitYear)) return Unit::Year;
  if (info->is(Class::UnitMonth)) return Unit::Month;
  if (info->is(Class::UnitDay)) return Unit::Day;
  if (info->is(Class::UnitHour)) return Unit::Hour;
  return std::nullopt;
}

std::optional<Length> length_of(double number, Unit unit) {
  if (number <= 0) return std::nullopt;
  Length length;
  if (unit == Unit::Year) {
    if (number > kLongest) return std::nullopt;
    length.months = static_cast<int>(std::lround(number * 12));
  } else if (unit == Unit::Month) {
    if (number > kLongest * 12) return std::nullopt;
    length.months = static_cast<int>(number);
    length.days = static_cast<int>(std::lround((number - std::floor(number)) * 30));
  } else if (number > 5000) {
    return std::nullopt;
  } else {
    (unit == Unit::Day ? length.days : length.hours) = static_cast<int>(number);
  }
  return length;
}

class Finder {
 public:
  Finder(const Sentence& sentence, const Grammar& grammar) : s_(sentence), grammar_(grammar) {}

  std::vector<Term> run() {
    std::vector<Term> found;
    for (std::size_t i = 0; i < s_.tokens.size();) {
      auto term = term_at(i);
      if (term && !found.empty() && found.back().end == term->begin && is_range_sign(term->begin)) term.reset();
      if (term) {
        i = std::max(term->end, i + 1);
        found.push_back(std::move(*term));
      } else {
        ++i;
      }
    }
    return found;
  }

 private:
  bool is_range_sign(std::size_t i) const { return s_.is_sign(i, "—"); }

  /// "six-year", "шестилетний", "бесжылдық": number and unit in one word.
  std::optional<Length> one_word(std::size_t i) const {
    const auto& word = s_.tokens[i].plain;
    if (const auto hyphen = word.rfind('-'); hyphen != std::string::npos && hyphen > 0) {
      const auto unit = unit_of(grammar_.look_up(word.substr(hyphen + 1)));
      const auto number = number_in(word.substr(0, hyphen), grammar_);
      if (unit && number) return length_of(*number, *unit);
    }
    for (const auto& [stem, unit] : grammar_.fused) {
      const auto at = word.find(stem);
      if (at == std::string::npos || at == 0) continue;
      const auto number = number_in(word.substr(0, at), grammar_);
      if (number && names_a_term(i + 1)) return length_of(*number, *unit_of_class(unit));
    }
    return std::nullopt;
  }

  static std::optional<Unit> unit_of_class(Class unit) {
    return unit == Class::UnitYear ? Unit::Year : unit == Class::UnitMonth ? Unit::Month : Unit::Day;
  }

  /// A fused word is an age where no word for a punishment follows: "36-летний активист", "шестилетний срок".
  bool names_a_term(std::size_t i) const { return s_.is(i, Class::TermNoun) || s_.is(i + 1, Class::TermNoun); }

  std::optional<Unit> unit_at(std::size_t i) const {
    if (i >= s_.tokens.size()) return std::nullopt;
    if (const auto unit = unit_of(s_.info[i])) return unit;
    if (!s_.tokens[i].glued) return std::nullopt;
    for (const auto& [stem, unit] : grammar_.fused)
      if (s_.tokens[i].plain.starts_with(stem) && names_a_term(i + 1)) return unit_of_class(unit);
    return std::nullopt;
  }

  std::optional<Term> term_at(std::size_t begin) const {
    if (s_.tokens[begin].kind == TokenKind::Word)
      if (const auto length = one_word(begin)) return Term{{*length}, begin, begin + 1};
    // "for a year", "на год", "ещё месяц": one, though no number stands there
    // … "год колонии"
    const bool alone = s_.is(begin, Class::UnitAlone) &&
                       ((begin > 0 && s_.is(begin - 1, Class::BeforeUnit)) || s_.is(begin + 1, Class::Punishment));
    if (alone)
      if (const auto unit = unit_of(s_.info[begin]))
        if (const auto length = length_of(1, *unit)) {
          Term term{{*length}, begin, begin + 1};
          add_smaller(term, *unit);
          return term;
        }
    std::vector<double> numbers;
    std::size_t i = begin;
    while (numbers.size() < 20) {
      const auto number = number_at(s_, i, grammar_);
      if (!number) return std::nullopt;
      numbers.push_back(number->value);
      i = number->end;
      // "six and five years", "6, 5 и 4 года"
      std::size_t next = i;
      while (next < i + 2 && (s_.is(next, Class::And) || s_.is_sign(next, ","))) ++next;
      if (next > i && next < s_.tokens.size() && number_at(s_, next, grammar_) && !unit_at(i)) {
        i = next;
        continue;
      }
      break;
    }
    if (is_range_sign(i) || (begin > 0 && is_range_sign(begin - 1) && begin > 1 && (s_.is_number(begin - 2) || s_.is(begin - 2, Class::Number))))
      return std::nullopt;
    if (s_.is(i, Class::More) && unit_at(i + 1)) ++i;  // "two more months"
    const auto unit = unit_at(i);
    if (!unit) return std::nullopt;
    ++i;
    Term term{{}, begin, i};
    for (const double number : numbers) {
      const auto length = length_of(number, *unit);
      if (!length) return std::nullopt;
      term.each.push_back(*length);
    }
    if (term.each.size() == 1 && (*unit == Unit::Year || *unit == Unit::Month)) add_smaller(term, *unit);
    return term;
  }

  /// "… and six months", "2 жыл 2 айға", "a year and a half".
  void add_smaller(Term& term, Unit unit) const {
    std::size_t i = term.end;
    while (i < term.end + 2 && (s_.is(i, Class::And) || s_.is_sign(i, ","))) ++i;
    if (unit == Unit::Year && s_.is(i, Class::Half)) {
      term.each[0].months += 6;
      term.end = i + 1;
      return;
    }
    const auto number = number_at(s_, i, grammar_);
    const auto smaller = number ? unit_at(number->end) : std::nullopt;
    if (!smaller || *smaller <= unit || *smaller == Unit::Hour) return;
    const auto length = length_of(number->value, *smaller);
    if (!length) return;
    term.each[0].months += length->months;
    term.each[0].days += length->days;
    term.end = number->end + 1;
  }

  const Sentence& s_;
  const Grammar& grammar_;
};

}  // namespace

std::vector<Term> find_terms(const Sentence& sentence, const Grammar& grammar) { return Finder(sentence, grammar).run(); }

std::optional<FoundMoney> find_money(const Sentence& sentence, const Grammar& grammar) {
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (!sentence.is(i, Class::Currency)) continue;
    for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
      const std::size_t begin = i - back;
      auto number = number_at(sentence, begin, grammar);
      if (!number || number->value < 1) continue;
      double amount = number->value;
      if (number->end == i - 1 && sentence.is(i - 1, Class::Number)) amount *= sentence.info[i - 1]->number;
      else if (number->end != i) continue;
      if (amount > 2e9) return std::nullopt;
      return FoundMoney{static_cast<int>(amount), sentence.info[i]->currency, begin, i + 1};
    }
  }
  return std::nullopt;
}

}  // namespace tracker::read
