#include "tracker/command/lexicons.h"

#include "tracker/base/error.h"
#include "tracker/load/lexicon.h"

namespace tracker::command {

read::Lexicons read_lexicons(const Context& context) {
  base::Findings findings;
  const auto sources = load::load_lexicons(context.paths.content, context.paths.shown_content(), findings);
  if (sources.empty() && findings.empty())
    throw base::Error("there is no lexicon in " + context.paths.shown_content() + "/lexicon", "name the content folder with --content");
  auto lexicons = read::Lexicons::compile(sources, findings);
  if (!findings.empty())
    throw base::Error("the lexicon has an error: " + base::to_string(findings.front()), "`tracker check` shows all of them");
  return lexicons;
}

}  // namespace tracker::command
