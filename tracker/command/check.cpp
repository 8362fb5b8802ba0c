#include <nlohmann/json.hpp>

#include "tracker/command/commands.h"
#include "tracker/command/content.h"
#include "tracker/load/lexicon.h"
#include "tracker/read/lexicon.h"

namespace tracker::command {
namespace {

/// The reader's words are content too: every rule is tried on its own examples.
void check_lexicons(const Paths& paths, base::Findings& findings) {
  const auto lexicons = load::load_lexicons(paths.content, paths.shown_content(), findings);
  const auto found = read::check_examples(lexicons);
  findings.insert(findings.end(), found.begin(), found.end());
  base::sort_findings(findings);
}

}  // namespace

int check(const Format& format, Context& context) {
  Content content = read_content(context.paths, {}, base::day_of(context.now));
  check_lexicons(context.paths, content.findings);
  base::Findings told = content.findings;
  told.insert(told.end(), content.untranslated.begin(), content.untranslated.end());
  if (format.json) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const auto& finding : told)
      list.push_back({{"severity", base::to_string(finding.severity)},
                      {"file", finding.file},
                      {"line", finding.line},
                      {"column", finding.column},
                      {"code", finding.code},
                      {"message", finding.message},
                      {"hint", finding.hint}});
    context.out << list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  } else {
    print_findings(context.out, told);
  }
  context.err << "check: " << content.record.people.size() << " people, " << content.record.cases.size() << " cases, "
              << content.record.sources.size() << " sources: " << count_findings(told) << '\n';
  if (base::has_errors(content.findings)) return kFailed;
  return context.strict && !content.findings.empty() ? kWaiting : kDone;
}

}  // namespace tracker::command
