#include "sitegen/data/charts.h"

#include <algorithm>

#include "sitegen/data/csv.h"
#include "sitegen/view/links.h"
#include "sitegen/view/over_time.h"

namespace sitegen::data {
namespace {

std::string over_time_csv(const view::View& view) {
  std::string csv = csv_row({"month", "deprived", "deprived_unconfirmed", "prosecuted", "scope_change"});
  const auto marks = view::scope_changes(view.record);
  for (const auto& month : view.months()) {
    const bool is_marked = std::find(marks.begin(), marks.end(), month.code) != marks.end();
    csv += csv_row({month.code, std::to_string(month.deprived), std::to_string(month.unconfirmed),
                    std::to_string(month.prosecuted), is_marked ? "yes" : ""});
  }
  return csv;
}

std::string facets_csv(const view::View& view) {
  std::string csv = csv_row({"facet", "value", "people"});
  for (const auto& table : view.index.facets)
    for (const auto& value : table.values)
      csv +=
          csv_row({std::string(view::code_of(table.facet)), value.code, std::to_string(value.people.size())});
  return csv;
}

}  // namespace

std::vector<view::OutputFile> chart_files(const view::View& view) {
  return {{std::string(view::kOverTimeCsv), over_time_csv(view)},
          {std::string(view::kFacetsCsv), facets_csv(view)}};
}

}  // namespace sitegen::data
