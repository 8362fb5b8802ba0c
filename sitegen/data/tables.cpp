#include "sitegen/data/row.h"
#include "tracker/base/text.h"

namespace sitegen::data {

std::string cell_text(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<long long>(&cell)) return std::to_string(*number);
  if (const auto* flag = std::get_if<bool>(&cell)) return *flag ? "yes" : "no";
  return {};
}

std::string ids(const std::vector<tracker::model::Ref>& refs) {
  std::string out;
  for (const auto& ref : refs) out += (out.empty() ? "" : " ") + ref.id;
  return out;
}

Cell in_language(const tracker::model::Localised& localised, std::string_view language,
                 std::string_view default_language) {
  return localised.has(language, default_language) ? text(localised.in(language, default_language)) : Cell();
}

std::vector<Column> in_languages(const view::View& view, const std::string& stem, const std::string& description) {
  std::vector<Column> columns;
  for (const auto& language : view.record.site.languages)
    columns.push_back({stem + "_" + language, Type::Text, description + " (" + language + ").", false, ""});
  return columns;
}

void add_in_languages(Row& row, const view::View& view, const tracker::model::Localised& text) {
  const auto& site = view.record.site;
  for (const auto& language : site.languages) row.push_back(in_language(text, language, site.default_language));
}

Column version_column() {
  return {"version", Type::Integer, "The version of the list that the row is of.", true, ""};
}

std::vector<Table> tables(const view::View& view) {
  return {people_table(view),    events_table(view),  citations_table(view), charges_table(view),
          sentences_table(view), amnesties_table(view), designations_of_people_table(view), cases_table(view),
          sources_table(view),   places_table(view),  articles_table(view),  designations_table(view),
          versions_table(view)};
}

}  // namespace sitegen::data
