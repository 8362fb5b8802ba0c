#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

#include "assets.h"
#include "sitegen/page/list.h"
#include "sitegen/view/links.h"

namespace sitegen::page {
namespace {

using Json = nlohmann::json;
using tracker::model::Person;

/// Every form of the name, in whatever language and script.
Json forms_of(const Person& person) {
  Json forms = Json::array();
  for (const auto& [language, name] : person.name.by_language) forms.push_back(name);
  for (const auto& form : person.also) forms.push_back(form);
  return forms;
}

/// For each person, a list a facet of the numbers of the values that the person has: those of the form's
/// options.
std::vector<Json> values_of(const view::View& view) {
  std::vector<Json> all(view.record.people.size(), Json::array());
  for (const auto& table : view.index.facets) {
    for (auto& values : all) values.push_back(Json::array());
    int number = 0;
    for (const auto& value : table.values) {
      for (const auto* person : value.people) all[view.place_of(*person)].back().push_back(number);
      ++number;
    }
  }
  return all;
}

/// Places of the regions among each other by the language's rules; 0 where none is known.
std::map<std::string, int> region_ranks(const view::View& view, const view::Words& words) {
  std::vector<std::pair<std::string, std::string>> names;
  for (const auto& place : view.record.places) names.emplace_back(words.text(place.name), place.id);
  std::sort(names.begin(), names.end(),
            [&](const auto& a, const auto& b) { return words.less(a.first, b.first); });
  std::map<std::string, int> ranks;
  for (const auto& [name, id] : names) ranks.emplace(id, static_cast<int>(ranks.size()) + 1);
  return ranks;
}

/// Earliest day, for sorting; empty where unknown.
std::string day(const std::optional<tracker::base::PartialDate>& date) {
  return date ? tracker::base::to_iso(date->earliest()) : std::string();
}

/// A '<' stands in strings only; written otherwise, no text of the record looks like markup to whatever reads
/// the file.
std::string without_markup(const std::string& json) {
  std::string out;
  for (const char c : json) {
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  }
  return out;
}

}  // namespace

view::OutputFile list_script(const view::View& view, const view::Words& words) {
  const auto values = values_of(view);
  const auto regions = region_ranks(view, words);
  Json facets = Json::array();
  for (const auto& table : view.index.facets) facets.push_back(view::code_of(table.facet));
  std::string people;
  for (const auto& person : view.record.people) {
    const auto& status = view.status_of(person);
    const auto region = regions.find(person.region.id);
    const Json row = {forms_of(person),
                      values[view.place_of(person)],
                      static_cast<int>(words.rank(person)),
                      day(status.since),
                      region == regions.end() ? 0 : region->second,
                      status.last_confirmed ? day(status.last_confirmed->date) : std::string()};
    // Only ASCII is written, and what is no UTF-8 is replaced: no text of the record can end the line or the
    // string.
    people += (people.empty() ? "" : ",\n") +
              without_markup(row.dump(-1, ' ', true, Json::error_handler_t::replace));
  }
  std::string bytes =
      "var tizimList = {\"facets\": " + facets.dump() + ", \"people\": [\n" + people + "]};\n";
  for (const auto& [name, text] : assets::kFiles)
    if (name == view::kListScript) bytes += text;
  return {view::language_root(words.language(), words.default_language()) + std::string(view::kListScript),
          std::move(bytes)};
}

}  // namespace sitegen::page
