#include "tracker/parse/parsed.h"

#include <nlohmann/json.hpp>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/markup/plain.h"

namespace tracker::parse {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostInList = 60'000;

[[noreturn]] void fail(const std::string& what) { throw base::DataError("what a parser handed over is damaged: " + what); }

void put(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}
void put(Json& json, const char* key, const std::vector<std::string>& values) {
  if (!values.empty()) json[key] = values;
}
void put(Json& json, const char* key, const std::optional<base::Instant>& value) {
  if (value) json[key] = base::to_rfc3339(*value);
}

Json json_of(const Entry& entry) {
  Json json = Json::object();
  put(json, "url", entry.url);
  put(json, "id", entry.id);
  put(json, "title", entry.title);
  put(json, "text", entry.text);
  put(json, "published", entry.published);
  put(json, "updated", entry.updated);
  return json;
}

Json json_of(const CourtRow& row) {
  Json json = Json::object();
  put(json, "case_number", row.case_number);
  put(json, "written_number", row.written_number);
  put(json, "court", row.court);
  put(json, "judge", row.judge);
  put(json, "parties", row.parties);
  put(json, "articles", row.articles);
  put(json, "hearing", row.hearing);
  put(json, "outcome", row.outcome);
  if (row.date) json["date"] = row.date->edtf();
  put(json, "time", row.time);
  put(json, "zone", row.zone);
  put(json, "moment", row.moment);
  json["table"] = row.table;
  json["row"] = row.row;
  put(json, "cells", row.cells);
  put(json, "faults", row.faults);
  return json;
}

/// Reads the members of an object and refuses those of another type.
class Object {
 public:
  explicit Object(const Json& json) : json_(json) {
    if (!json.is_object()) fail("an object is missing");
  }
  const Json* find(const char* key) const {
    const auto found = json_.find(key);
    return found == json_.end() ? nullptr : &*found;
  }
  std::string text(const char* key) const {
    const auto* value = find(key);
    if (!value) return {};
    if (!value->is_string()) fail(std::string(key) + " is no text");
    return value->get<std::string>();
  }
  int number(const char* key) const {
    const auto* value = find(key);
    if (!value) return 0;
    if (!value->is_number_integer() || value->get<std::int64_t>() < 0 || value->get<std::int64_t>() > 1'000'000'000)
      fail(std::string(key) + " is no number");
    return value->get<int>();
  }
  bool flag(const char* key, bool missing) const {
    const auto* value = find(key);
    if (!value) return missing;
    if (!value->is_boolean()) fail(std::string(key) + " is neither true nor false");
    return value->get<bool>();
  }
  std::optional<base::Instant> instant(const char* key) const {
    const std::string said = text(key);
    if (said.empty()) return std::nullopt;
    auto value = base::from_rfc3339(said);
    if (!value) fail(std::string(key) + " is no moment");
    return value;
  }
  const Json& list(const char* key) const {
    static const Json kEmpty = Json::array();
    const auto* value = find(key);
    if (!value) return kEmpty;
    if (!value->is_array() || value->size() > kMostInList) fail(std::string(key) + " is no list, or too long");
    return *value;
  }
  std::vector<std::string> texts(const char* key) const {
    std::vector<std::string> all;
    for (const auto& value : list(key)) {
      if (!value.is_string()) fail(std::string(key) + " holds what is no text");
      all.push_back(value.get<std::string>());
    }
    return all;
  }

 private:
  const Json& json_;
};

Entry entry_from(const Json& json) {
  const Object object(json);
  return {.url = object.text("url"), .id = object.text("id"), .title = object.text("title"), .text = object.text("text"),
          .published = object.instant("published"), .updated = object.instant("updated")};
}

CourtRow row_from(const Json& json) {
  const Object object(json);
  CourtRow row;
  row.case_number = object.text("case_number");
  row.written_number = object.text("written_number");
  row.court = object.text("court");
  row.judge = object.text("judge");
  row.parties = object.text("parties");
  row.articles = object.texts("articles");
  row.hearing = object.text("hearing");
  row.outcome = object.text("outcome");
  if (const std::string date = object.text("date"); !date.empty()) {
    row.date = base::PartialDate::parse(date);
    if (!row.date) fail("a date is none");
  }
  row.time = object.text("time");
  row.zone = object.text("zone");
  row.moment = object.instant("moment");
  row.table = object.number("table");
  row.row = object.number("row");
  row.cells = object.texts("cells");
  row.faults = object.texts("faults");
  return row;
}

}  // namespace

std::size_t Parsed::words() const {
  std::size_t count = 0;
  for (const auto& page : pages) count += markup::count_words(page);
  return count;
}

std::size_t Parsed::row_count() const { return rows.empty() ? entries.size() : rows.size(); }

std::string to_json(const Parsed& parsed) {
  Json json = Json::object();
  json["outcome"] = std::string(model::code_of(parsed.outcome));
  put(json, "detail", parsed.detail);
  put(json, "title", parsed.title);
  put(json, "encoding", parsed.encoding);
  put(json, "encoding_rule", parsed.encoding_rule);
  if (!parsed.has_canary) json["has_canary"] = false;
  if (parsed.says_nothing) json["says_nothing"] = true;
  put(json, "fingerprint", parsed.fingerprint);
  put(json, "left_out", parsed.left_out);
  put(json, "pages", parsed.pages);
  put(json, "next", parsed.next);
  if (!parsed.entries.empty()) {
    auto& list = json["entries"] = Json::array();
    for (const auto& entry : parsed.entries) list.push_back(json_of(entry));
  }
  if (!parsed.rows.empty()) {
    auto& list = json["rows"] = Json::array();
    for (const auto& row : parsed.rows) list.push_back(json_of(row));
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Parsed parsed_from_json(std::string_view text) {
  bool too_deep = false;
  const Json json = Json::parse(text, [&](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > 8;
    return depth <= 8;
  }, false);
  if (json.is_discarded() || too_deep) fail("it is no JSON of ours");
  const Object object(json);
  Parsed parsed;
  const auto outcome = model::from_code<model::ReadingOutcome>(object.text("outcome"));
  if (!outcome) fail("the outcome is unknown");
  parsed.outcome = *outcome;
  parsed.detail = object.text("detail");
  parsed.title = object.text("title");
  parsed.encoding = object.text("encoding");
  parsed.encoding_rule = object.text("encoding_rule");
  parsed.has_canary = object.flag("has_canary", true);
  parsed.says_nothing = object.flag("says_nothing", false);
  parsed.fingerprint = object.text("fingerprint");
  parsed.left_out = object.texts("left_out");
  parsed.pages = object.texts("pages");
  parsed.next = object.texts("next");
  for (const auto& entry : object.list("entries")) parsed.entries.push_back(entry_from(entry));
  for (const auto& row : object.list("rows")) parsed.rows.push_back(row_from(row));
  return parsed;
}

}  // namespace tracker::parse
