// Private to this folder: cells from the values of the record.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sitegen/data/table.h"
#include "tracker/base/date.h"
#include "tracker/model/record.h"

namespace sitegen::data {

inline Cell text(std::string_view value) { return value.empty() ? Cell() : Cell(std::string(value)); }
inline Cell integer(long long value) { return Cell(value); }
/// Nothing for nothing.
inline Cell integer(const std::optional<int>& value) { return value ? Cell(static_cast<long long>(*value)) : Cell(); }
inline Cell edtf(const std::optional<tracker::base::PartialDate>& date) { return date ? text(date->edtf()) : Cell(); }

template <class Enum>
Cell code(Enum value) {
  return text(tracker::model::code_of(value));
}
template <class Enum>
Cell code(const std::optional<Enum>& value) {
  return value ? code(*value) : Cell();
}

/// Ids one after the other with a space: no id holds one.
std::string ids(const std::vector<tracker::model::Ref>& refs);

/// The text in exactly this language.
Cell in_language(const tracker::model::Localised& text, std::string_view language, std::string_view default_language);

/// Names and titles: "name_en", "name_ru", … of all languages of the site.
std::vector<Column> in_languages(const view::View& view, const std::string& stem, const std::string& description);
void add_in_languages(Row& row, const view::View& view, const tracker::model::Localised& text);

Column version_column();

// The tables by what they are about.
Table people_table(const view::View& view);
Table events_table(const view::View& view);
Table citations_table(const view::View& view);
Table charges_table(const view::View& view);
Table sentences_table(const view::View& view);
Table amnesties_table(const view::View& view);
Table designations_of_people_table(const view::View& view);
Table cases_table(const view::View& view);
Table sources_table(const view::View& view);
Table places_table(const view::View& view);
Table articles_table(const view::View& view);
Table designations_table(const view::View& view);
Table versions_table(const view::View& view);

}  // namespace sitegen::data
