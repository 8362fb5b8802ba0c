#include "sitegen/data/delta.h"

#include <nlohmann/json.hpp>

#include "sitegen/data/json_lines.h"
#include "tracker/base/instant.h"

namespace sitegen::data {
namespace {

using Json = nlohmann::ordered_json;

std::string json_text(std::string_view text) { return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string delta_path(int version) {
  std::string name = tracker::version::file_name(version);
  return "data/deltas/" + name.substr(0, name.rfind('.')) + ".jsonl";
}

std::string delta(const view::ShownVersion& shown) {
  const auto& version = *shown.version;
  Json head;
  head["from"] = version.number - 1;
  head["to"] = version.number;
  head["recorded"] = tracker::base::to_rfc3339(version.recorded);
  head["hash"] = version.hash.hex();
  head["changes"] = shown.count_changes();
  std::string out = head.dump() + '\n';
  for (const auto& entity : shown.entities) {
    const view::Changes changes = entity.changes;  // a copy, so that what is read is let go again
    for (const auto& change : changes) {
      out += "{\"op\":" + json_text(tracker::model::code_of(change.operation)) + ",\"entity\":" + json_text(change.entity) +
             ",\"field\":" + json_text(change.field) + ",\"reason\":" + json_text(tracker::model::code_of(change.reason));
      // The values are canonical JSON already.
      if (change.withheld) {
        out += ",\"withheld\":true}\n";
      } else {
        out += ",\"before\":" + change.before.value_or("null") + ",\"after\":" + change.after.value_or("null") + "}\n";
      }
    }
  }
  return one_line(std::move(out));
}

}  // namespace sitegen::data
