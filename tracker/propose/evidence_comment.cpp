#include <algorithm>

#include "tracker/base/text.h"
#include "tracker/propose/plan.h"

namespace tracker::propose {

std::string evidence_comment(const Proposal& proposal) {
  const auto shown = [](const std::string& text) {
    std::string line = base::visible(text);
    std::replace_if(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
    return line;
  };
  const auto& event = proposal.event;
  std::string text = "# proposal " + proposal.id + ": " + shown(proposal.person) + ", " +
                     std::string(model::code_of(event.type)) + (event.date ? " " + event.date->edtf() : "") + "; " +
                     std::to_string(proposal.independent) +
                     (proposal.independent == 1 ? " independent source\n" : " independent sources\n");
  if (!proposal.identity.candidates.empty())
    text += "#   " + proposal.identity.candidates.front().id + ": " + explain(proposal.identity.candidates.front()) + "\n";
  for (const auto& difference : proposal.differs) text += "#   differs: " + shown(difference) + "\n";
  for (const auto& what : proposal.unknown) text += "#   not taken over: " + shown(what) + "\n";
  for (const auto caution : proposal.cautions) text += "#   look closely: " + std::string(code_of(caution)) + "\n";
  std::size_t count = 0;
  for (const auto& told : proposal.told) {
    if (++count > 5) break;
    text += "#   " + told.source + " " + shown(told.url) + " " + told.snapshot.substr(0, 16) + ": “" +
            shown(base::shorten(told.said.quote, 300)) + "”\n";
  }
  return text;
}

}  // namespace tracker::propose
