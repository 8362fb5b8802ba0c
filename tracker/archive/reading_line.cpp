// A reading as one line of JSON and back, as strict as receipts are. What is as usual is left out of the line.
#include "tracker/archive/store.h"
#include "tracker/base/error.h"
#include "tracker/base/text.h"

#include <nlohmann/json.hpp>

#include <set>

namespace tracker::archive {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void not_a_reading(const std::string& why) {
  throw base::DataError("not a reading: " + why, "take the line out: what it says is read again with the next `tracker fetch`");
}

class Line {
 public:
  explicit Line(const Json& json) : json_(json) {}

  const Json* find(const char* key) {
    taken_.insert(key);
    const auto found = json_.find(key);
    return found == json_.end() ? nullptr : &*found;
  }
  std::string text(const char* key, bool required = false) {
    const Json* value = find(key);
    if (!value && required) not_a_reading(std::string("\"") + key + "\" is missing");
    if (!value) return {};
    if (!value->is_string()) not_a_reading(std::string("\"") + key + "\" is no text");
    return value->get<std::string>();
  }
  int number(const char* key) {
    const Json* value = find(key);
    if (!value) return 0;
    if (!value->is_number_unsigned() || value->get<unsigned long long>() > 1'000'000'000ULL)
      not_a_reading(std::string("\"") + key + "\" is no number");
    return value->get<int>();
  }
  bool flag(const char* key, bool missing) {
    const Json* value = find(key);
    if (!value) return missing;
    if (!value->is_boolean()) not_a_reading(std::string("\"") + key + "\" is neither true nor false");
    return value->get<bool>();
  }
  std::optional<base::Digest> digest(const char* key) {
    const std::string hex = text(key);
    if (hex.empty()) return std::nullopt;
    const auto digest = base::Digest::from_hex(hex);
    if (!digest) not_a_reading(std::string("\"") + key + "\" is no SHA-256 in hexadecimal");
    return digest;
  }
  base::Digest required_digest(const char* key) {
    const auto found = digest(key);
    if (!found) not_a_reading(std::string("\"") + key + "\" is missing");
    return *found;
  }
  template <class Enum>
  Enum code(const char* key) {
    const auto value = model::from_code<Enum>(text(key, true));
    if (!value) not_a_reading(std::string("\"") + key + "\" is unknown");
    return *value;
  }
  void refuse_others() const {
    for (const auto& [key, value] : json_.items())
      if (!taken_.count(key)) not_a_reading("unknown key \"" + base::visible(base::shorten(key, 40)) + '"');
  }

 private:
  const Json& json_;
  std::set<std::string> taken_;
};

void put(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}
void put(Json& json, const char* key, int value) {
  if (value != 0) json[key] = value;
}
void put(Json& json, const char* key, const std::optional<base::Digest>& value) {
  if (value) json[key] = value->hex();
}

}  // namespace

std::string to_line(const model::Reading& reading) {
  Json json;
  json["source"] = reading.source;
  json["digest"] = reading.digest.hex();
  json["at"] = base::to_rfc3339(reading.at);
  json["rules"] = reading.rules.hex();
  json["kind"] = std::string(model::code_of(reading.kind));
  if (reading.is_followed) json["is_followed"] = true;
  json["outcome"] = std::string(model::code_of(reading.outcome));
  put(json, "detail", reading.detail);
  put(json, "encoding", reading.encoding);
  put(json, "encoding_rule", reading.encoding_rule);
  put(json, "pages", reading.pages);
  put(json, "words", reading.words);
  put(json, "rows", reading.rows);
  if (!reading.has_canary) json["has_canary"] = false;
  if (reading.says_nothing) json["says_nothing"] = true;
  put(json, "fingerprint", reading.fingerprint);
  put(json, "text", reading.text);
  put(json, "parsed", reading.parsed);
  if (!reading.left_out.empty()) json["left_out"] = reading.left_out;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

model::Reading reading_from_line(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) not_a_reading("it is no JSON object");
  Line line(json);
  model::Reading reading;
  reading.source = line.text("source", true);
  reading.digest = line.required_digest("digest");
  const auto at = base::from_rfc3339(line.text("at", true));
  if (!at) not_a_reading("\"at\" is no time");
  reading.at = *at;
  reading.rules = line.required_digest("rules");
  reading.kind = line.code<model::SourceKind>("kind");
  reading.is_followed = line.flag("is_followed", false);
  reading.outcome = line.code<model::ReadingOutcome>("outcome");
  reading.detail = line.text("detail");
  reading.encoding = line.text("encoding");
  reading.encoding_rule = line.text("encoding_rule");
  reading.pages = line.number("pages");
  reading.words = line.number("words");
  reading.rows = line.number("rows");
  reading.has_canary = line.flag("has_canary", true);
  reading.says_nothing = line.flag("says_nothing", false);
  reading.fingerprint = line.text("fingerprint");
  reading.text = line.digest("text");
  reading.parsed = line.digest("parsed");
  if (const Json* list = line.find("left_out")) {
    if (!list->is_array()) not_a_reading("\"left_out\" is no list");
    for (const auto& one : *list) {
      if (!one.is_string()) not_a_reading("\"left_out\" holds what is no text");
      reading.left_out.push_back(one.get<std::string>());
    }
  }
  line.refuse_others();
  return reading;
}

}  // namespace tracker::archive
