#include "tracker/record/columns.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "tracker/base/error.h"

namespace tracker::record {
namespace {

// Content is checked for UTF-8 when it is loaded; headers of strangers' servers are not, and must not stop an
// update.
std::string write(const nlohmann::json& value) {
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

db::Statement insert_into(db::Database& database, const std::string& table, const std::string& columns) {
  std::string places = "?";
  for (auto more = std::count(columns.begin(), columns.end(), ','); more > 0; --more) places += ", ?";
  return database.prepare("INSERT INTO " + table + " (" + columns + ") VALUES (" + places + ")");
}

std::string to_json(const model::Localised& text) {
  auto object = nlohmann::json::object();
  for (const auto& [language, words] : text.by_language) object[language] = words;
  return write(object);
}

std::string to_json(const std::vector<std::string>& list) {
  return write(nlohmann::json(list));
}

std::string to_json(const std::map<std::string, std::string>& object) {
  return write(nlohmann::json(object));
}

std::map<std::string, std::string> object_from_json(const std::string& json) {
  const auto value = nlohmann::json::parse(json, nullptr, false);
  std::map<std::string, std::string> object;
  bool fits = value.is_object();
  if (fits)
    for (const auto& [key, text] : value.items()) {
      fits = fits && text.is_string();
      if (fits) object[key] = text.get<std::string>();
    }
  if (!fits)
    throw base::DataError("the index holds headers that are none", "delete it and run `tracker rebuild`");
  return object;
}

std::optional<std::string_view> said(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

std::optional<std::string_view> said(const model::Ref& ref) {
  return said(ref.id);
}

std::optional<std::string_view> edtf(const std::optional<base::PartialDate>& date) {
  if (!date) return std::nullopt;
  return date->edtf();
}

}  // namespace tracker::record
