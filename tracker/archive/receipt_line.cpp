// A receipt as one line of JSON and back. The reader is strict: a receipt is evidence, and a line that says
// more or less than a receipt was not written by this program.
#include "tracker/archive/store.h"
#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/model/enums.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

namespace tracker::archive {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void not_a_receipt(const std::string& why) {
  throw base::DataError("not a receipt: " + why,
                        "bring the log back from a copy of the archive; nothing else writes to it");
}

/// Takes the keys of one JSON object and notices what nobody took.
class Fields {
 public:
  explicit Fields(const Json& object) : object_(object) {}

  /// Null where the key is missing.
  const Json* find(const char* key) {
    taken_.insert(key);
    const auto found = object_.find(key);
    return found == object_.end() ? nullptr : &*found;
  }

  std::string text(const char* key, bool required) {
    const Json* value = find(key);
    if (!value && required) not_a_receipt(std::string("\"") + key + "\" is missing");
    if (!value) return {};
    if (!value->is_string()) not_a_receipt(std::string("\"") + key + "\" is no text");
    return value->get<std::string>();
  }

  long long number(const char* key, long long most) {
    const Json* value = find(key);
    if (!value) return 0;
    if (!value->is_number_unsigned() ||
        value->get<unsigned long long>() > static_cast<unsigned long long>(most)) {
      not_a_receipt(std::string("\"") + key + "\" is no whole number from 0 to " + std::to_string(most));
    }
    return value->get<long long>();
  }

  void refuse_others() const {
    for (const auto& [key, value] : object_.items()) {
      if (!taken_.count(key)) not_a_receipt("unknown key \"" + base::visible(base::shorten(key, 40)) + '"');
    }
  }

 private:
  const Json& object_;
  std::set<std::string> taken_;
};

std::map<std::string, std::string> read_headers(Fields& fields) {
  std::map<std::string, std::string> headers;
  const Json* object = fields.find("headers");
  if (!object) return headers;
  if (!object->is_object()) not_a_receipt("\"headers\" is no object");
  for (const auto& [name, value] : object->items()) {
    if (!value.is_string()) not_a_receipt("a header is no text");
    headers.emplace(name, value.get<std::string>());
  }
  return headers;
}

std::optional<base::Digest> read_digest(Fields& fields, const char* key = "digest") {
  const std::string hex = fields.text(key, false);
  if (hex.empty()) return std::nullopt;
  const auto digest = base::Digest::from_hex(hex);
  if (!digest) not_a_receipt(std::string("\"") + key + "\" is no SHA-256 in hexadecimal");
  return digest;
}

std::vector<std::string> read_texts(Fields& fields, const char* key) {
  std::vector<std::string> texts;
  const Json* array = fields.find(key);
  if (!array) return texts;
  if (!array->is_array()) not_a_receipt(std::string("\"") + key + "\" is no list");
  for (const auto& value : *array) {
    if (!value.is_string()) not_a_receipt(std::string("\"") + key + "\" holds what is no text");
    texts.push_back(value.get<std::string>());
  }
  return texts;
}

base::Instant read_instant(Fields& fields, const char* key) {
  const auto instant = base::from_rfc3339(fields.text(key, true));
  if (!instant) not_a_receipt(std::string("\"") + key + "\" is no time such as 2026-11-23T09:05:00Z");
  return *instant;
}

std::optional<model::RobotsDecision> read_robots(Fields& outer) {
  const Json* object = outer.find("robots");
  if (!object) return std::nullopt;
  if (!object->is_object()) not_a_receipt("\"robots\" is no object");
  Fields fields(*object);
  model::RobotsDecision decision;
  const Json* allowed = fields.find("allowed");
  if (!allowed || !allowed->is_boolean()) not_a_receipt("\"allowed\" is neither true nor false");
  decision.allowed = allowed->get<bool>();
  decision.why = fields.text("why", true);
  decision.digest = read_digest(fields);
  decision.asked = read_instant(fields, "asked");
  fields.refuse_others();
  return decision;
}

Json to_json(const model::RobotsDecision& decision) {
  Json object;
  object["allowed"] = decision.allowed;
  object["why"] = decision.why;
  if (decision.digest) object["digest"] = decision.digest->hex();
  object["asked"] = base::to_rfc3339(decision.asked);
  return object;
}

Json parse(std::string_view line) {
  Json object = Json::parse(line, nullptr, false);
  if (object.is_discarded()) not_a_receipt("no JSON");
  if (!object.is_object()) not_a_receipt("no JSON object");
  return object;
}

}  // namespace

std::string to_line(const model::Receipt& receipt) {
  Json object;
  object["source"] = receipt.source;
  object["url"] = receipt.url;
  if (!receipt.final_url.empty()) object["final_url"] = receipt.final_url;
  object["started"] = base::to_rfc3339(receipt.started);
  object["milliseconds"] = receipt.milliseconds;
  object["outcome"] = model::code_of(receipt.outcome);
  if (receipt.status != 0) object["status"] = receipt.status;
  if (!receipt.detail.empty()) object["detail"] = receipt.detail;
  if (receipt.digest) object["digest"] = receipt.digest->hex();
  object["bytes"] = receipt.bytes;
  if (!receipt.headers.empty()) object["headers"] = receipt.headers;
  if (!receipt.parent.empty()) object["parent"] = receipt.parent;
  if (!receipt.via.empty()) object["via"] = receipt.via;
  if (!receipt.address.empty()) object["address"] = receipt.address;
  if (receipt.wire_bytes != 0) object["wire_bytes"] = receipt.wire_bytes;
  if (receipt.attempts != 1) object["attempts"] = receipt.attempts;
  if (receipt.robots) object["robots"] = to_json(*receipt.robots);
  if (receipt.chain) object["chain"] = receipt.chain->hex();
  if (!receipt.published.empty()) object["published"] = receipt.published;
  if (!receipt.warnings.empty()) object["warnings"] = receipt.warnings;
  if (!receipt.request.empty()) object["request"] = receipt.request;
  if (!receipt.response.empty()) object["response"] = receipt.response;
  // Broken UTF-8 becomes U+FFFD: that something was seen must be kept even where its words are damaged.
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

model::Receipt from_line(std::string_view line) {
  constexpr long long kMostInt = std::numeric_limits<int>::max();
  const Json object = parse(line);
  Fields fields(object);
  model::Receipt receipt;
  receipt.source = fields.text("source", true);
  receipt.url = fields.text("url", true);
  receipt.final_url = fields.text("final_url", false);
  receipt.started = read_instant(fields, "started");
  receipt.milliseconds = static_cast<int>(fields.number("milliseconds", kMostInt));
  const auto outcome = model::from_code<model::FetchOutcome>(fields.text("outcome", true));
  if (!outcome) {
    not_a_receipt("\"outcome\" is none of " + base::join(model::all_codes<model::FetchOutcome>(), ", "));
  }
  receipt.outcome = *outcome;
  receipt.status = static_cast<int>(fields.number("status", 999));
  receipt.detail = fields.text("detail", false);
  receipt.digest = read_digest(fields);
  receipt.bytes = fields.number("bytes", std::numeric_limits<long long>::max());
  receipt.headers = read_headers(fields);
  receipt.parent = fields.text("parent", false);
  receipt.via = read_texts(fields, "via");
  receipt.address = fields.text("address", false);
  receipt.wire_bytes = fields.number("wire_bytes", std::numeric_limits<long long>::max());
  receipt.attempts = std::max(1, static_cast<int>(fields.number("attempts", kMostInt)));
  receipt.robots = read_robots(fields);
  receipt.chain = read_digest(fields, "chain");
  receipt.published = fields.text("published", false);
  receipt.warnings = read_texts(fields, "warnings");
  receipt.request = fields.text("request", false);
  receipt.response = fields.text("response", false);
  fields.refuse_others();
  return receipt;
}

std::string to_line(const model::RobotsCopy& copy) {
  Json object;
  object["origin"] = copy.origin;
  object["asked"] = base::to_rfc3339(copy.asked);
  object["access"] = model::code_of(copy.access);
  if (copy.status != 0) object["status"] = copy.status;
  if (!copy.detail.empty()) object["detail"] = copy.detail;
  if (copy.digest) object["digest"] = copy.digest->hex();
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

model::RobotsCopy robots_from_line(std::string_view line) {
  const Json object = parse(line);
  Fields fields(object);
  model::RobotsCopy copy;
  copy.origin = fields.text("origin", true);
  copy.asked = read_instant(fields, "asked");
  const auto access = model::from_code<model::RobotsAccess>(fields.text("access", true));
  if (!access) not_a_receipt("\"access\" is none of " + base::join(model::all_codes<model::RobotsAccess>(), ", "));
  copy.access = *access;
  copy.status = static_cast<int>(fields.number("status", 999));
  copy.detail = fields.text("detail", false);
  copy.digest = read_digest(fields);
  fields.refuse_others();
  return copy;
}

std::string to_line(const HostWait& wait) {
  Json object;
  object["host"] = wait.host;
  object["until"] = base::to_rfc3339(wait.until);
  object["why"] = wait.why;
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

HostWait wait_from_line(std::string_view line) {
  const Json object = parse(line);
  Fields fields(object);
  HostWait wait;
  wait.host = fields.text("host", true);
  wait.until = read_instant(fields, "until");
  wait.why = fields.text("why", true);
  fields.refuse_others();
  return wait;
}

}  // namespace tracker::archive
