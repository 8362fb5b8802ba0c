#include "sitegen/data/json_lines.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace sitegen::data {
namespace {

std::string json_text(std::string_view text) {
  using Json = nlohmann::json;
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string json_of(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return json_text(*text);
  if (const auto* number = std::get_if<long long>(&cell)) return std::to_string(*number);
  if (const auto* flag = std::get_if<bool>(&cell)) return *flag ? "true" : "false";
  return "null";
}

}  // namespace

std::string to_json_lines(const Table& table) {
  std::vector<std::string> keys;
  for (const auto& column : table.columns) keys.push_back(json_text(column.name) + ":");
  std::string out;
  table.each([&](const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i ? "," : "{") + keys[i] + json_of(row[i]);
    out += "}\n";
  });
  return one_line(std::move(out));
}

std::string one_line(std::string json) {
  static constexpr std::pair<std::string_view, std::string_view> kEnds[] = {
      {"\xC2\x85", "\\u0085"}, {"\xE2\x80\xA8", "\\u2028"}, {"\xE2\x80\xA9", "\\u2029"}};
  for (const auto& [end, escaped] : kEnds)
    for (auto at = json.find(end); at != std::string::npos; at = json.find(end, at)) json.replace(at, end.size(), escaped);
  return json;
}

}  // namespace sitegen::data
