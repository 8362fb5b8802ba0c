#include <nlohmann/json.hpp>

#include "tracker/command/commands.h"
#include "tracker/command/content.h"

namespace tracker::command {

int check(const Format& format, Context& context) {
  const Content content = read_content(context.paths, {}, base::day_of(context.now));
  if (format.json) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const auto& finding : content.findings)
      list.push_back({{"severity", base::to_string(finding.severity)},
                      {"file", finding.file},
                      {"line", finding.line},
                      {"column", finding.column},
                      {"code", finding.code},
                      {"message", finding.message},
                      {"hint", finding.hint}});
    context.out << list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  } else {
    print_findings(context.out, content.findings);
  }
  context.err << "check: " << content.record.people.size() << " people, " << content.record.cases.size() << " cases, "
              << content.record.sources.size() << " sources: " << count_findings(content.findings) << '\n';
  if (base::has_errors(content.findings)) return kFailed;
  return context.strict && !content.findings.empty() ? kWaiting : kDone;
}

}  // namespace tracker::command
