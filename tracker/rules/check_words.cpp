// Words that the default language has and another language of the site lacks: one note a language, not one a
// word, because the site falls back and says so.
#include <algorithm>

#include "tracker/rules/check_part.h"

namespace tracker::rules {
namespace {

constexpr std::size_t kMostNamed = 3;
/// Months in the case that "between" takes: words that only some languages have.
constexpr std::string_view kOfSomeLanguages = "month_between.";

void compare(const model::Words& wanted, const model::Words& words, base::Findings& findings) {
  std::string named;
  std::size_t missing = 0;
  for (const auto& [key, pattern] : wanted.words) {
    if (words.words.contains(key) || key.starts_with(kOfSomeLanguages)) continue;
    if (++missing <= kMostNamed) named += (named.empty() ? "" : ", ") + key;
  }
  if (missing == 0) return;
  if (missing > kMostNamed) named += ", …";
  report(
      findings, {words.file, words.at},
      {.severity = Severity::Note,
       .code = "missing-words",
       .message = in_quotes(words.language) + " lacks " + std::to_string(missing) +
                  (missing == 1 ? " word" : " words") + " that " + in_quotes(wanted.language) + " has: " + named,
       .hint = "pages fall back to " + in_quotes(wanted.language) + " there"});
}

}  // namespace

void check_words(const model::Record& record, base::Findings& findings) {
  const auto& site = record.site;
  const auto* wanted = model::find_words(record, site.default_language);
  for (const auto& language : site.languages) {
    const auto* words = model::find_words(record, language);
    if (!words)
      report(findings, {site.file, site.at},
             {.severity = Severity::Warning,
              .code = "no-words",
              .message = "there are no words of the site in " + in_quotes(language),
              .hint = "add a file to i18n/"});
    else if (wanted && words != wanted)
      compare(*wanted, *words, findings);
  }
}

}  // namespace tracker::rules
