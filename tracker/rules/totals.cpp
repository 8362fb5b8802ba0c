#include "tracker/rules/totals.h"

#include <algorithm>

#include "tracker/base/text.h"

namespace tracker::rules {

model::Totals totals_of(const model::Record& record, const std::vector<model::Status>& statuses,
                        base::Day as_of) {
  model::Totals totals{.as_of = as_of};
  std::vector<std::string> cases;
  for (std::size_t i = 0; i < record.people.size() && i < statuses.size(); ++i) {
    const auto& id = record.people[i].id;
    const auto& status = statuses[i];
    totals.persons.push_back(id);
    if (status.deprived == model::Deprived::Yes) totals.deprived.push_back(id);
    if (status.prosecuted) totals.prosecuted.push_back(id);
    ++totals.by_display[std::string(model::code_of(status.display))];
    for (const auto& state : status.cases) {
      if (state.case_id.empty()) continue;
      cases.push_back(state.case_id);
      if (state.kind == model::CaseKind::Criminal) ++totals.prosecutions;
    }
  }
  std::sort(cases.begin(), cases.end());
  totals.cases = static_cast<int>(std::unique(cases.begin(), cases.end()) - cases.begin());
  for (auto* list : {&totals.persons, &totals.deprived, &totals.prosecuted})
    std::sort(list->begin(), list->end(),
              [](const auto& a, const auto& b) { return base::natural_less(a, b); });
  return totals;
}

}  // namespace tracker::rules
