// Texts that one language of the site has and another lacks: one note a language and kind, because the site
// falls back and says so.
#include <algorithm>
#include <functional>

#include "tracker/rules/check.h"
#include "tracker/rules/check_part.h"

namespace tracker::rules {
namespace {

constexpr std::size_t kMostNamed = 3;

class Missing {
 public:
  void add(const std::string& id) {
    if (++count_ <= kMostNamed) named_ += (named_.empty() ? "" : ", ") + id;
  }
  void tell(const model::Record& record, const std::string& language, const char* of_what,
            base::Findings& findings) const {
    if (count_ == 0) return;
    report(findings, {record.site.file, record.site.at},
           {.severity = Severity::Note,
            .code = "missing-translation",
            .message = in_quotes(language) + " lacks " + of_what + ": " + named_ +
                       (count_ > kMostNamed ? " and " + std::to_string(count_ - kMostNamed) + " more" : ""),
            .hint = "pages show the text in another language there, and say so"});
  }

 private:
  std::size_t count_ = 0;
  std::string named_;
};

/// There is a text, but not in this language.
bool lacks(const model::Localised& text, const std::string& language, const std::string& standard) {
  return !text.empty() && !text.has(language, standard);
}

bool lacks(const std::map<std::string, model::Text>& texts, const std::string& language) {
  return !texts.empty() && !texts.contains(language);
}

void check_language(const model::Record& record, const std::string& language, base::Findings& findings) {
  const auto& standard = record.site.default_language;
  Missing names, lives, pages, cases;
  for (const auto& person : record.people) {
    if (lacks(person.name, language, standard)) names.add(person.id);
    if (lacks(person.life, language) || lacks(person.activity, language, standard)) lives.add(person.id);
  }
  for (const auto& of_case : record.cases)
    if (lacks(of_case.title, language, standard) || lacks(of_case.summary, language, standard))
      cases.add(of_case.id);
  for (const auto& page : record.pages)
    if (lacks(page.text, language) || lacks(page.title, language, standard)) pages.add(page.id);
  names.tell(record, language, "names of people", findings);
  lives.tell(record, language, "texts about people", findings);
  cases.tell(record, language, "titles or summaries of cases", findings);
  pages.tell(record, language, "pages", findings);
}

}  // namespace

base::Findings missing_translations(const model::Record& record) {
  base::Findings findings;
  for (const auto& language : record.site.languages)
    if (language != record.site.default_language) check_language(record, language, findings);
  base::sort_findings(findings);
  return findings;
}

}  // namespace tracker::rules
