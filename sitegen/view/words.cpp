#include "sitegen/view/words.h"

#include "sitegen/view/quotes.h"

#include <unicode/coll.h>
#include <unicode/dtptngen.h>
#include <unicode/msgfmt.h>
#include <unicode/numfmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <vector>

namespace sitegen::view {
namespace {

using tracker::base::Day;
using tracker::base::PartialDate;

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// Day before month, as everywhere but in the United States.
icu::Locale locale_of(const std::string& language) {
  return language == "en" ? icu::Locale("en", "GB") : icu::Locale(language.c_str());
}

std::unique_ptr<icu::SimpleDateFormat> date_format(const icu::Locale& locale, const char* skeleton,
                                                   DateForm form) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateTimePatternGenerator> generator(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  if (U_FAILURE(status)) return nullptr;
  auto pattern = generator->getBestPattern(icu::UnicodeString::fromUTF8(skeleton), status);
  if (form == DateForm::Within) pattern.findAndReplace(u"L", u"M");
  auto format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
  if (U_FAILURE(status)) return nullptr;
  format->setTimeZone(*icu::TimeZone::getGMT());
  return format;
}

/// The pattern of a key, and the words that have it: the language's own, or those that it falls back to.
struct Pattern {
  const std::string* text = nullptr;
  const tracker::model::Words* words = nullptr;
  bool is_plain = false;   // nothing in it for ICU to do
  bool is_simple = false;  // names in braces and nothing else
};

/// ICU's rules for a pattern begin with a quotation mark, or with a comma in braces: "{count, plural, …}".
bool is_simple(std::string_view pattern) {
  if (pattern.find('\'') != std::string_view::npos) return false;
  if (std::count(pattern.begin(), pattern.end(), '{') != std::count(pattern.begin(), pattern.end(), '}')) return false;
  for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1)) {
    const auto end = pattern.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", open + 1);
    if (end == open + 1 || end == std::string_view::npos || pattern[end] != '}') return false;
  }
  return true;
}

struct DateFormats {
  std::unique_ptr<icu::SimpleDateFormat> year, month, month_within, day;
  std::unique_ptr<icu::SimpleDateFormat> month_of_year, day_of_year;  // without the year
};

/// What one end of an interval leaves out because the other says it.
enum class Unsaid { Nothing, Year, Month };

bool is_qualified(const PartialDate& date) {
  return date.is_approximate() || date.is_uncertain();
}

/// "12 January to January" is the 12th to the 31st: an end that holds the other one is said to the day.
void make_ends_differ(PartialDate& from, PartialDate& to) {
  if (is_qualified(from) || is_qualified(to)) return;
  if (to.earliest() <= from.earliest()) to = PartialDate::on(to.latest());
  else if (from.latest() >= to.latest()) from = PartialDate::on(from.earliest());
}

}  // namespace

struct Words::Impl {
  const tracker::model::Record* record = nullptr;
  std::string language;
  std::string default_language;
  const tracker::model::Words* own = nullptr;
  const tracker::model::Words* fallback = nullptr;
  icu::Locale locale;
  DateFormats dates;
  std::unique_ptr<icu::NumberFormat> numbers;
  std::unique_ptr<icu::Collator> collator;
  mutable std::map<std::string, std::unique_ptr<Words>> others;
  std::unordered_map<std::string_view, Pattern> by_key;
  mutable std::unordered_map<std::string, std::string> said;
  mutable std::unordered_map<int, std::string> days;
  mutable std::array<std::unordered_map<std::string, std::string>, 2> written;  // dates, by form
  mutable std::unordered_map<std::string, std::string> intervals;
  mutable std::vector<std::size_t> ranks;  // one a person; empty before the first question
  // Patterns are parsed once a language; a null one is no ICU pattern and is shown as it stands.
  mutable std::unordered_map<std::string, std::unique_ptr<icu::MessageFormat>> patterns;

  void add_patterns(const tracker::model::Words* words) {
    if (!words) return;
    for (const auto& [key, text] : words->words)
      by_key.try_emplace(key, Pattern{&text, words, text.find_first_of("{}'") == std::string::npos, is_simple(text)});
  }

  const Pattern* pattern(std::string_view key) const {
    const auto found = by_key.find(key);
    return found == by_key.end() ? nullptr : &found->second;
  }

  const icu::MessageFormat* parsed(const std::string& pattern, const tracker::model::Words& words) const {
    const auto known = patterns.find(pattern);
    if (known != patterns.end()) return known->second.get();
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    auto format = std::make_unique<icu::MessageFormat>(icu::UnicodeString::fromUTF8(pattern),
                                                       locale_of(words.language), where, status);
    if (U_FAILURE(status)) format.reset();
    return patterns.emplace(pattern, std::move(format)).first->second.get();
  }

  static std::string formatted(const std::unique_ptr<icu::SimpleDateFormat>& format, Day day) {
    if (!format) return tracker::base::to_iso(day);
    icu::UnicodeString text;
    format->format(static_cast<UDate>(day.time_since_epoch().count()) * 86400000.0, text);
    return utf8(text);
  }

  /// Where the text of that key with these arguments is kept; empty before it was made. Formatting by ICU's rules takes
  /// longer than all the rest of a row, and lists say the same again and again.
  std::string& said_before(std::string_view key, const Arguments& arguments) const {
    static constexpr std::size_t kMost = 50'000;
    std::string what(key);
    for (const auto& [name, value] : arguments) {
      what.append(1, '\0').append(name).append(1, '\0');
      if (const auto* number = std::get_if<long long>(&value))
        what.append("#").append(std::to_string(*number));
      else
        what.append("=").append(std::get<std::string>(value));
    }
    if (said.size() >= kMost) said.clear();
    return said[std::move(what)];
  }
  std::string number(long long value) const;
  std::string filled(std::string_view pattern, const Arguments& arguments) const;
  std::string formatted_with(const std::string& pattern, const tracker::model::Words& words, const Arguments& arguments) const;

  /// Lists name the same days again and again.
  const std::string& plain_date(const PartialDate& date, DateForm form) const {
    auto& known = written[form == DateForm::Within ? 1 : 0];
    auto found = known.find(date.edtf());
    if (found == known.end()) found = known.emplace(date.edtf(), written_out(date, form)).first;
    return found->second;
  }

  bool begins_with_year() const {
    icu::UnicodeString pattern;
    if (dates.day) dates.day->toPattern(pattern);
    return pattern.startsWith(u"y");
  }

  /// One end of an interval, in the case that "between" takes where the language's words have one.
  std::string end_of_interval(const PartialDate& date, Unsaid unsaid) const {
    const Day day = date.earliest();
    if (date.precision() == tracker::base::Precision::Year) return formatted(dates.year, day);
    const std::chrono::year_month_day civil(day);
    if (date.precision() == tracker::base::Precision::Day) {
      if (unsaid == Unsaid::Month) return std::to_string(static_cast<unsigned>(civil.day()));
      return formatted(unsaid == Unsaid::Year ? dates.day_of_year : dates.day, day);
    }
    std::string text = formatted(unsaid == Unsaid::Year ? dates.month_of_year : dates.month_within, day);
    const auto* month = pattern("month_between." + std::to_string(static_cast<unsigned>(civil.month())));
    if (month && month->words == own) text.replace(0, std::min(text.find(' '), text.size()), *month->text);
    return text;
  }

  /// What both ends have in common and the first one need not say; in languages that begin with the year, the second.
  Unsaid in_common(const PartialDate& from, const PartialDate& to) const {
    using enum tracker::base::Precision;
    if (is_qualified(from) || is_qualified(to) || from.precision() == Year || to.precision() == Year) return Unsaid::Nothing;
    const std::chrono::year_month_day first(from.earliest()), last(to.earliest());
    if (first.year() != last.year()) return Unsaid::Nothing;
    const bool are_days = from.precision() == Day && to.precision() == Day;
    return are_days && first.month() == last.month() && !begins_with_year() ? Unsaid::Month : Unsaid::Year;
  }

  std::string written_out(const PartialDate& date, DateForm form) const {
    if (date.precision() == tracker::base::Precision::Year) return formatted(dates.year, date.earliest());
    if (date.precision() == tracker::base::Precision::Month)
      return formatted(form == DateForm::Within ? dates.month_within : dates.month, date.earliest());
    return formatted(dates.day, date.earliest());
  }
};

Words::Words(const tracker::model::Record& record, std::string language) : impl_(std::make_unique<Impl>()) {
  auto& impl = *impl_;
  impl.record = &record;
  impl.language = std::move(language);
  impl.default_language = record.site.default_language;
  impl.own = tracker::model::find_words(record, impl.language);
  impl.fallback = tracker::model::find_words(record, impl.default_language);
  impl.add_patterns(impl.own);
  impl.add_patterns(impl.fallback);
  impl.locale = locale_of(impl.language);
  impl.dates = {date_format(impl.locale, "y", DateForm::Alone),
                date_format(impl.locale, "yMMMM", DateForm::Alone),
                date_format(impl.locale, "yMMMM", DateForm::Within),
                date_format(impl.locale, "yMMMMd", DateForm::Alone),
                date_format(impl.locale, "MMMM", DateForm::Within),
                date_format(impl.locale, "MMMMd", DateForm::Alone)};
  UErrorCode status = U_ZERO_ERROR;
  impl.numbers.reset(icu::NumberFormat::createInstance(impl.locale, status));
  if (U_FAILURE(status)) impl.numbers.reset();
  status = U_ZERO_ERROR;
  impl.collator.reset(icu::Collator::createInstance(impl.locale, status));
  if (U_FAILURE(status)) impl.collator.reset();
}

Words::~Words() = default;
Words::Words(Words&&) noexcept = default;

const std::string& Words::language() const {
  return impl_->language;
}
const std::string& Words::default_language() const {
  return impl_->default_language;
}

bool Words::has(std::string_view key) const {
  const auto* pattern = impl_->pattern(key);
  return pattern && pattern->words == impl_->own;
}

std::string Words::operator()(std::string_view key, const Arguments& arguments) const {
  const auto* pattern = impl_->pattern(key);
  if (!pattern) return "⟨" + std::string(key) + "⟩";
  if (pattern->is_plain) return *pattern->text;
  if (pattern->is_simple && pattern->words == impl_->own) return impl_->filled(*pattern->text, arguments);
  std::string& known = impl_->said_before(key, arguments);
  if (known.empty()) known = impl_->formatted_with(*pattern->text, *pattern->words, arguments);
  return known;
}

/// What ICU makes of such a pattern, without its parser: most words of a page are of this kind.
std::string Words::Impl::filled(std::string_view pattern, const Arguments& arguments) const {
  std::string text;
  for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{')) {
    const auto close = pattern.find('}', open);
    const auto name = pattern.substr(open + 1, close - open - 1);
    text.append(pattern.substr(0, open));
    const auto argument = arguments.find(name);
    if (argument == arguments.end())
      text.append(pattern.substr(open, close + 1 - open));
    else if (const auto* count = std::get_if<long long>(&argument->second))
      text.append(number(*count));
    else
      text.append(std::get<std::string>(argument->second));
    pattern.remove_prefix(close + 1);
  }
  return with_inner_quotes(text.append(pattern));
}

std::string Words::Impl::formatted_with(const std::string& pattern, const tracker::model::Words& words,
                                        const Arguments& arguments) const {
  const auto* format = parsed(pattern, words);
  if (!format) return pattern;
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : arguments) {
    names.push_back(icu::UnicodeString::fromUTF8(name));
    if (const auto* number = std::get_if<long long>(&value)) {
      values.emplace_back(static_cast<int64_t>(*number));
    } else {
      values.emplace_back(icu::UnicodeString::fromUTF8(std::get<std::string>(value)));
    }
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text;
  format->format(names.data(), values.data(), static_cast<int32_t>(names.size()), text, status);
  return U_FAILURE(status) ? pattern : with_inner_quotes(utf8(text));
}

std::string Words::day(Day day) const {
  std::string& known = impl_->days[static_cast<int>(day.time_since_epoch().count())];
  if (known.empty()) known = Impl::formatted(impl_->dates.day, day);
  return known;
}

std::string Words::Impl::number(long long value) const {
  if (!numbers) return std::to_string(value);
  icu::UnicodeString text;
  numbers->format(static_cast<int64_t>(value), text);
  return utf8(text);
}

std::string Words::number(long long value) const { return impl_->number(value); }

std::string Words::date(const PartialDate& date, DateForm form) const {
  if (date.edtf().find('/') != std::string::npos) return interval(date);
  const std::string_view key = date.is_approximate() && date.is_uncertain() ? "date.about_uncertain"
                               : date.is_approximate()                      ? "date.about"
                                                                            : "date.uncertain";
  const std::string plain = impl_->plain_date(date, form);
  return is_qualified(date) ? (*this)(key, {{"date", plain}}) : plain;
}

std::string Words::interval(const PartialDate& date) const {
  std::string& known = impl_->intervals[date.edtf()];
  if (!known.empty()) return known;
  const std::string& edtf = date.edtf();
  const auto slash = edtf.find('/');
  auto from = PartialDate::parse(edtf.substr(0, slash));
  auto to = PartialDate::parse(edtf.substr(slash + 1));
  if (from && to) {
    make_ends_differ(*from, *to);
    const auto unsaid = impl_->in_common(*from, *to);
    const bool is_last_short = impl_->begins_with_year();
    const auto end = [&](const PartialDate& of, bool is_short) {
      return is_qualified(of) ? this->date(of, DateForm::Within)
                              : impl_->end_of_interval(of, is_short ? unsaid : Unsaid::Nothing);
    };
    return known = (*this)("date.between", {{"from", end(*from, !is_last_short)}, {"to", end(*to, is_last_short)}});
  }
  if (from) return known = (*this)("date.from", {{"date", this->date(*from, DateForm::Within)}});
  if (to) return known = (*this)("date.until", {{"date", this->date(*to, DateForm::Within)}});
  return known = (*this)("date.unknown");
}

const std::string& Words::text(const tracker::model::Localised& text) const {
  return text.in(impl_->language, impl_->default_language);
}

std::string Words::language_of(const tracker::model::Localised& text) const {
  if (text.has(impl_->language, impl_->default_language)) return impl_->language;
  if (text.has(impl_->default_language, impl_->default_language)) return impl_->default_language;
  return text.empty() ? impl_->language : text.by_language.begin()->first;
}

std::string Words::name(const tracker::model::Person& person) const {
  return person.name.empty() ? (*this)("person.no_name") : text(person.name);
}

const Words& Words::in(const std::string& language) const {
  if (language == impl_->language) return *this;
  auto& other = impl_->others[language];
  if (!other) other = std::make_unique<Words>(*impl_->record, language);
  return *other;
}

std::size_t Words::rank(const tracker::model::Person& person) const {
  const auto& people = impl_->record->people;
  auto& ranks = impl_->ranks;
  if (ranks.size() != people.size()) {
    std::vector<std::size_t> order(people.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const auto &first = people[a].name, &second = people[b].name;
      if (first.empty() || second.empty()) return !first.empty() && second.empty();
      return less(text(first), text(second));
    });
    ranks.resize(people.size());
    for (std::size_t i = 0; i < order.size(); ++i) ranks[order[i]] = i;
  }
  return ranks[static_cast<std::size_t>(&person - people.data())];
}

std::string Words::initial(std::string_view text) const {
  auto letter = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  letter.truncate(letter.moveIndex32(0, 1));
  return utf8(letter.toUpper(impl_->locale));
}

bool Words::less(std::string_view a, std::string_view b) const {
  if (impl_->collator) {
    UErrorCode status = U_ZERO_ERROR;
    const auto order =
        impl_->collator->compareUTF8(icu::StringPiece(a.data(), static_cast<int32_t>(a.size())),
                                     icu::StringPiece(b.data(), static_cast<int32_t>(b.size())), status);
    if (U_SUCCESS(status) && order != UCOL_EQUAL) return order == UCOL_LESS;
  }
  return a < b;
}

SharedWords shared_words(const tracker::model::Record& record) {
  auto words = std::make_shared<const Words>(record, record.site.default_language);
  for (const auto& language : record.site.languages) words->in(language);
  return words;
}

}  // namespace sitegen::view
