// The words of the site in one language. Every word comes from `content/i18n`; plurals, numbers and dates go through
// ICU. A word that is missing falls back to the default language, and is then marked so.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "tracker/base/date.h"
#include "tracker/model/record.h"

namespace sitegen::view {

using Argument = std::variant<std::string, long long>;
using Arguments = std::map<std::string, Argument, std::less<>>;

/// A month by itself ("июнь 2022 г.") or inside a sentence, in the case that dates take ("июня 2022 г.").
enum class DateForm { Alone, Within };

class Words {
 public:
  Words(const tracker::model::Record& record, std::string language);
  ~Words();
  Words(Words&&) noexcept;

  const std::string& language() const;
  const std::string& default_language() const;
  /// The pattern of `key` with its arguments, as plain text; the key itself in ⟨ ⟩ where no language has it.
  std::string operator()(std::string_view key, const Arguments& arguments = {}) const;
  /// The key has a pattern in this very language.
  bool has(std::string_view key) const;
  /// A partial date in words: "June 2022", "about March 2022", "15 July 2022", "between February and March 2022".
  std::string date(const tracker::base::PartialDate& date, DateForm form = DateForm::Alone) const;
  std::string day(tracker::base::Day day) const;
  std::string number(long long value) const;
  /// Text of the record in this language, or what there is.
  const std::string& text(const tracker::model::Localised& text) const;
  /// What the person is called; the word for an unknown name where there is none.
  std::string name(const tracker::model::Person& person) const;
  /// The language that `text` gives its text in: this one where it has it.
  std::string language_of(const tracker::model::Localised& text) const;
  /// The words of another language of the record, made when first asked for.
  const Words& in(const std::string& language) const;
  /// The person's place among all people by the language's rules: name, then id; who has no known name comes last.
  std::size_t rank(const tracker::model::Person& person) const;
  /// The first letter as a heading of an index shows it: a capital of the language's.
  std::string initial(std::string_view text) const;
  /// Compares by the rules of the language.
  bool less(std::string_view a, std::string_view b) const;

 private:
  std::string interval(const tracker::base::PartialDate& date) const;

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The words of all languages of a site, for what is made of many parts: `in` gives those of each.
using SharedWords = std::shared_ptr<const Words>;
/// Everything that ICU has to look up is looked up here. The record must live as long.
SharedWords shared_words(const tracker::model::Record& record);

}  // namespace sitegen::view
