#include "tracker/read/dates.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "tracker/read/numbers.h"

namespace tracker::read {
namespace {

using std::chrono::year_month_day;
constexpr int kEarliestYear = 1900, kLatestYear = 2100;
constexpr int kBackwards = 60;  // days that a story may step back within a year without naming it

int number_of(const re2::StringPiece& group) { return std::atoi(std::string(group.substr(0, 6)).c_str()); }

std::optional<base::PartialDate> written(int year, int month, int day) {
  if (year < kEarliestYear || year > kLatestYear) return std::nullopt;
  char text[24];
  if (month == 0) std::snprintf(text, sizeof text, "%04d", year);
  else if (day == 0) std::snprintf(text, sizeof text, "%04d-%02d", year, month);
  else std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
  return base::PartialDate::parse(text);
}

int year_of(base::Day day) { return static_cast<int>(year_month_day(day).year()); }

/// The date as far as both the wish and what it is counted from are known.
std::optional<base::PartialDate> cut(base::Day day, base::Precision known, const std::string& wanted) {
  const year_month_day ymd(day);
  const int month = static_cast<int>(static_cast<unsigned>(ymd.month())), date = static_cast<int>(static_cast<unsigned>(ymd.day()));
  if (wanted == "year" || known == base::Precision::Year) return written(static_cast<int>(ymd.year()), 0, 0);
  if (wanted == "month" || known == base::Precision::Month) return written(static_cast<int>(ymd.year()), month, 0);
  return written(static_cast<int>(ymd.year()), month, date);
}

std::optional<base::PartialDate> without_year(const DateMention& mention, const DateContext& context) {
  const int month = mention.month, day = mention.day;
  if (context.with_year && context.with_year->precision() != base::Precision::Interval) {
    const auto before = context.with_year->earliest();
    for (int year = year_of(before); year <= year_of(before) + 1; ++year) {
      const auto candidate = written(year, month, day);
      const bool fits = candidate && candidate->latest() >= before - std::chrono::days(kBackwards) &&
                        (!context.published || candidate->earliest() <= context.published->latest());
      if (fits) return candidate;
    }
  }
  if (!context.published) return std::nullopt;
  const int year = year_of(context.published->latest());
  auto candidate = written(year, month, day);
  if (!candidate || candidate->earliest() > context.published->latest()) candidate = written(year - 1, month, day);
  return candidate;
}

base::Day shifted(base::Day from, const model::LexiconDate& by, double number) {
  const double times = (number > 0 ? number : 1) * (by.earlier ? -1 : 1);
  base::Day day = from + std::chrono::days(static_cast<int>(by.days * times));
  const int months = static_cast<int>((by.months + by.years * 12) * times);
  return months == 0 ? day : base::add_months(day, months);
}

std::optional<base::PartialDate> relative(const DateMention& mention, const DateContext& context) {
  const auto& rule = mention.rule->source;
  const auto& from = rule.base == "previous" ? context.previous : context.published;
  if (!from || from->precision() == base::Precision::Interval) return std::nullopt;
  if (mention.weekday > 0) {
    if (from->precision() != base::Precision::Day) return cut(from->earliest(), from->precision(), "");
    const auto today = static_cast<int>(std::chrono::weekday(from->latest()).iso_encoding());
    const int back = (today - mention.weekday + 7) % 7;
    return cut(from->latest() - std::chrono::days(back + (rule.earlier && back == 0 ? 7 : 0)), base::Precision::Day, "");
  }
  if (mention.month > 0) return written(year_of(from->latest()) + (rule.earlier ? -rule.years : rule.years), mention.month, mention.day);
  return cut(shifted(from->earliest(), rule, mention.number), from->precision(), rule.precision);
}

}  // namespace

std::vector<DateMention> find_dates(const Sentence& sentence, const Grammar& grammar) {
  std::vector<DateMention> found;
  const Plain plain(sentence, {});
  const std::string& text = plain.text();
  for (const int number : grammar.sieves.dates.candidates(text)) {
    const auto& rule = grammar.dates[static_cast<std::size_t>(number)];
    const int groups = 1 + std::max({1, rule.day, rule.month, rule.year, rule.weekday, rule.number});
    re2::StringPiece group[12];
    std::size_t from = 0;
    while (from < text.size() && rule.pattern->Match(text, from, text.size(), re2::RE2::UNANCHORED, group, std::min(groups, 12))) {
      const auto begin = static_cast<std::size_t>(group[1].data() - text.data());
      from = begin + std::max<std::size_t>(group[1].size(), 1);
      DateMention mention{.rule = &rule, .begin = plain.token_at(begin), .end = plain.token_after(begin + group[1].size())};
      const bool taken = std::any_of(found.begin(), found.end(), [&](const DateMention& other) {
        return mention.begin < other.end && other.begin < mention.end;
      });
      const bool no_name = rule.source.capital && (mention.begin == 0 || !sentence.tokens[mention.begin].capital);
      if (taken || no_name) continue;
      if (rule.day) mention.day = number_of(group[rule.day]);
      if (rule.year) mention.year = number_of(group[rule.year]);
      const auto index = [&](int which) {
        const auto* info = grammar.look_up(std::string(group[which]));
        return info ? info->index : number_of(group[which]);
      };
      if (rule.month) mention.month = index(rule.month);
      if (rule.weekday) mention.weekday = index(rule.weekday);
      if (rule.number) {
        const auto value = number_in(std::string(group[rule.number]), grammar);
        mention.number = value ? *value : number_of(group[rule.number]);
      }
      if (mention.day > 31 || mention.month > 12) continue;
      found.push_back(mention);
    }
  }
  std::sort(found.begin(), found.end(), [](const DateMention& a, const DateMention& b) { return a.begin < b.begin; });
  return found;
}

std::optional<base::PartialDate> resolve(const DateMention& mention, const DateContext& context) {
  if (mention.year > 0) return written(mention.year, mention.month, mention.day);
  if (!mention.rule->source.base.empty()) return relative(mention, context);
  if (mention.month > 0) return without_year(mention, context);
  return std::nullopt;
}

}  // namespace tracker::read
