#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

#include "assets.h"
#include "sitegen/page/list.h"
#include "sitegen/page/paging.h"
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

/// JSON as it may stand in a script and in a page: only ASCII is written, and what is no UTF-8 is replaced, so no text of
/// the record can end the line or the string; a '<', which stands in strings only, is written otherwise, so that none looks
/// like markup to whatever reads the file.
std::string script_text(const Json& value) {
  std::string out;
  for (const char c : value.dump(-1, ' ', true, Json::error_handler_t::replace)) {
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  }
  return out;
}

/// What the script knows of people: forms of the name, numbers of values, place by name, since when, place of the region,
/// last confirmed; of a long list the row as well.
class Rows {
 public:
  Rows(const view::View& view, const view::Words& words, const FacetNumbers& numbers)
      : context_(view, words, std::string(view::kList)), numbers_(numbers), regions_(region_ranks(view, words)) {}

  Json of(const Person& person) const {
    const auto& status = context_.view.status_of(person);
    const auto region = regions_.find(person.region.id);
    return {forms_of(person),
            numbers_[context_.view.place_of(person)],
            static_cast<int>(context_.words.rank(person)),
            day(status.since),
            region == regions_.end() ? 0 : region->second,
            status.last_confirmed ? day(status.last_confirmed->date) : std::string()};
  }
  Json with_row(const Person& person) const {
    Json known = of(person);
    known.push_back(person_row(context_, person).bytes());
    return known;
  }

 private:
  const Context context_;
  const FacetNumbers& numbers_;
  const std::map<std::string, int> regions_;
};

std::string path_in(const view::Words& words, const std::string& path) {
  return view::language_root(words.language(), words.default_language()) + path;
}

}  // namespace

FacetNumbers facet_numbers(const view::View& view) {
  const auto& facets = view.index.facets;
  FacetNumbers all(view.record.people.size(), std::vector<std::vector<int>>(facets.size()));
  for (std::size_t facet = 0; facet < facets.size(); ++facet)
    for (std::size_t number = 0; number < facets[facet].values.size(); ++number)
      for (const auto* person : facets[facet].values[number].people)
        all[view.place_of(*person)][facet].push_back(static_cast<int>(number));
  return all;
}

view::OutputFile list_rows(const view::View& view, const view::Words& words, const FacetNumbers& numbers, const People& people,
                           int page) {
  const Rows rows(view, words, numbers);
  std::string bytes;
  for (const auto* person : people) bytes += (bytes.empty() ? "" : ",\n") + script_text(rows.with_row(*person));
  return {path_in(words, view::list_rows_path(page)),
          "tizimList.add(" + std::to_string(page) + ", [\n" + bytes + "]);\n"};
}

view::OutputFile list_script(const view::View& view, const view::Words& words) {
  const int pages = count_pages(view.record.people.size());
  Json facets = Json::array();
  for (const auto& table : view.index.facets) facets.push_back(view::code_of(table.facet));
  std::string people;
  if (pages == 1) {
    const auto numbers = facet_numbers(view);
    const Rows rows(view, words, numbers);
    for (const auto& person : view.record.people) people += (people.empty() ? "" : ",\n") + script_text(rows.of(person));
  }
  std::string bytes = "var tizimList = {\"facets\": " + facets.dump() + ", \"pages\": " + std::to_string(pages) +
                      ", \"people\": [\n" + people + "]};\n";
  for (const auto& [name, text] : assets::kFiles)
    if (name == view::kListScript) bytes += text;
  return {path_in(words, std::string(view::kListScript)), std::move(bytes)};
}

}  // namespace sitegen::page
