// How values of the model stand in columns (the conventions at the top of schema/0001_start.sql). Private to
// tracker/record.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/date.h"
#include "tracker/db/sqlite.h"
#include "tracker/model/enums.h"
#include "tracker/model/text.h"

namespace tracker::record {

/// INSERT INTO table (columns) VALUES (?, …), with as many parameters as `columns` has names.
db::Statement insert_into(db::Database& database, const std::string& table, const std::string& columns);

/// Canonical JSON: keys sorted by byte, no space.
std::string to_json(const model::Localised& text);
std::string to_json(const std::vector<std::string>& list);
std::string to_json(const std::map<std::string, std::string>& object);
/// Throws base::DataError for anything but an object of strings.
std::map<std::string, std::string> object_from_json(const std::string& json);

/// Nothing for empty text: the model says "not said" with "", a column says it with NULL.
std::optional<std::string_view> said(const std::string& text);
std::optional<std::string_view> said(const model::Ref& ref);

std::optional<std::string_view> edtf(const std::optional<base::PartialDate>& date);

template <class E>
std::optional<std::string_view> code(const std::optional<E>& value) {
  if (!value) return std::nullopt;
  return model::code_of(*value);
}

}  // namespace tracker::record
