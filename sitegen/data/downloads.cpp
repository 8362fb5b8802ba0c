#include "sitegen/data/downloads.h"

#include <nlohmann/json.hpp>

#include <iterator>

#include "sitegen/data/charts.h"
#include "sitegen/data/csv.h"
#include "sitegen/data/data_package.h"
#include "sitegen/data/delta.h"
#include "sitegen/data/follow_the_money.h"
#include "sitegen/data/json_lines.h"
#include "sitegen/data/sqlite_file.h"
#include "sitegen/view/linked_data.h"
#include "sitegen/view/links.h"
#include "tracker/report/person.h"

namespace sitegen::data {
namespace {

using tracker::model::Download;
using view::OutputFile;
using view::View;

std::vector<OutputFile> table_files(const View& view) {
  const auto all = tables(view);
  std::vector<OutputFile> files;
  for (const auto& table : all) files.push_back({"data/" + table.name + ".csv", to_csv(table)});
  std::vector<Resource> resources;
  for (std::size_t i = 0; i < all.size(); ++i) resources.push_back({&all[i], all[i].name + ".csv", &files[i].bytes});
  files.push_back({std::string(view::kDataPackage), data_package(view, resources)});
  return files;
}

std::vector<OutputFile> spreadsheet_files(const View& view) {
  std::vector<OutputFile> files;
  for (const auto& table : tables(view))
    files.push_back({"data/spreadsheet/" + table.name + ".csv", to_spreadsheet_csv(table)});
  return files;
}

/// The contract of `tracker list --json`, with the version at the end.
std::string people_lines(const View& view) {
  const std::string version = ",\"version\":" + std::to_string(view.newest().number) + "}\n";
  std::string text;
  for (std::size_t i = 0; i < view.record.people.size(); ++i) {
    const auto law = view.law_of(view.record.people[i]);
    std::string line = tracker::report::list_entry(view.record, view.record.people[i], view.statuses[i], &law);
    line.pop_back();
    text += line + version;
  }
  return one_line(std::move(text));
}

std::vector<OutputFile> line_files(const View& view) {
  std::vector<OutputFile> files = {{std::string(view::kPeopleJsonLines), people_lines(view)}};
  for (const auto& table : tables(view))
    if (table.name != "people") files.push_back({"data/" + table.name + ".jsonl", to_json_lines(table)});
  return files;
}

std::vector<OutputFile> sqlite_files(const View& view) {
  const auto& site = view.record.site;
  const auto& version = view.newest();
  return {{std::string(view::kSqlite),
           sqlite_file(tables(view),
                       {{"title", site.title.in("en", site.default_language)},
                        {"homepage", site.base_url},
                        {"version", std::to_string(version.number)},
                        {"recorded", tracker::base::to_rfc3339(version.recorded)},
                        {"hash", version.hash.hex()},
                        {"licence", site.licence}},
                       version.number)}};
}

std::string version_json(const View& view) {
  const auto& version = view.newest();
  nlohmann::ordered_json object;
  object["version"] = version.number;
  object["recorded"] = tracker::base::to_rfc3339(version.recorded);
  object["hash"] = version.hash.hex();
  object["as_of"] = tracker::base::to_iso(view.as_of);
  object["persons"] = view.totals.persons.size();
  object["deprived_of_liberty"] = view.totals.deprived.size();
  object["prosecuted"] = view.totals.prosecuted.size();
  object["cases"] = view.totals.cases;
  object["prosecutions"] = view.totals.prosecutions;
  object["licence"] = view.record.site.licence;
  return object.dump(2) + '\n';
}

std::vector<OutputFile> version_files(const View& view, const view::ShownVersion& shown) {
  const auto& version = *shown.version;
  std::vector<OutputFile> files = {
      {"data/versions/" + tracker::version::file_name(version.number), view.version_file(version.number)}};
  // Before the first version there was nothing: its file is the difference.
  if (version.number > 1 && view.record.site.offers(Download::Deltas))
    files.push_back({delta_path(version.number), delta(shown)});
  return files;
}

}  // namespace

view::Parts parts(const View& view, view::Keys& keys) {
  const auto& stamp = keys.everything();
  const auto& site = view.record.site;
  view::Parts parts;
  if (site.offers(Download::Tables)) {
    parts.push_back({"data/tables", stamp, [&view] { return table_files(view); }});
    parts.push_back({"data/spreadsheet", stamp, [&view] { return spreadsheet_files(view); }});
    parts.push_back({"data/lines", stamp, [&view] { return line_files(view); }});
    parts.push_back({"data/linked", stamp, [&view] {
                       const view::Words words(view.record, view.record.site.default_language);
                       return std::vector<OutputFile>{{std::string(view::kListLinkedData), view::list_data(view, words)}};
                     }});
  }
  parts.push_back({"data/charts", stamp, [&view] { return chart_files(view); }});
  parts.push_back({"data/version", stamp, [&view] {
                     return std::vector<OutputFile>{{std::string(view::kVersionFile), version_json(view)}};
                   }});
  if (site.offers(Download::Sqlite)) parts.push_back({"data/sqlite", stamp, [&view] { return sqlite_files(view); }});
  if (site.offers(Download::FollowTheMoney))
    parts.push_back({"data/followthemoney", stamp, [&view] {
                       return std::vector<OutputFile>{{std::string(view::kFollowTheMoney), follow_the_money(view)}};
                     }});
  for (const auto& shown : view.history)
    parts.push_back({"data/version/" + std::to_string(shown.version->number), keys.of(shown),
                     [&view, &shown] { return version_files(view, shown); }});
  return parts;
}

std::vector<OutputFile> downloads(const View& view) {
  std::vector<OutputFile> files;
  view::Keys keys(view, {}, {});
  for (const auto& part : parts(view, keys)) {
    auto made = part.make();
    std::move(made.begin(), made.end(), std::back_inserter(files));
  }
  return files;
}

}  // namespace sitegen::data
