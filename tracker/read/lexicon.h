// The words and patterns of content/lexicon, made ready to be looked for.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/finding.h"
#include "tracker/model/lexicon.h"

namespace tracker::read {

struct Grammar;  // one language, compiled: grammar.h

class Lexicons {
 public:
  Lexicons();
  ~Lexicons();
  Lexicons(Lexicons&&) noexcept;
  Lexicons& operator=(Lexicons&&) noexcept;

  /// Compiles what the files say. A pattern that is no pattern is a finding, and its rule is left out.
  static Lexicons compile(const std::vector<model::Lexicon>& lexicons, base::Findings& findings);

  /// Null where there is none for the language.
  const Grammar* find(std::string_view language) const;
  const std::vector<std::unique_ptr<Grammar>>& all() const { return grammars_; }

  /// What in these words is never accepted in bulk ("death", "torture", "minor", "health", "designation"), by the [[caution]]
  /// rules of every language, whatever the text is in; sorted, each once.
  std::vector<std::string> cautions_in(std::string_view text) const;

 private:
  std::vector<std::unique_ptr<Grammar>> grammars_;
};

/// Tries every rule on its own examples: what must match and does not, what must not and does, is an error at the rule.
base::Findings check_examples(const std::vector<model::Lexicon>& sources);

}  // namespace tracker::read
