#include <set>

#include "tracker/read/grammar.h"
#include "tracker/read/lexicon.h"
#include "tracker/read/plain.h"

namespace tracker::read {

std::vector<std::string> Lexicons::cautions_in(std::string_view text) const {
  std::set<std::string> found;
  for (const auto& grammar : grammars_)
    for (const auto& sentence : split_sentences(tokenise(text, {0, text.size()}), *grammar)) {
      const Plain plain(sentence, {});
      for (const auto& caution : grammar->cautions)
        if (re2::RE2::PartialMatch(plain.text(), *caution.pattern)) found.insert(caution.source.value);
    }
  return {found.begin(), found.end()};
}

}  // namespace tracker::read
