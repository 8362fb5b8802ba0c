// A version as the bytes of its file, and as the bytes that are hashed: the same keys and values, but
// canonical and without what may be taken out later.
#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/version/json.h"
#include "tracker/version/version.h"

namespace tracker::version {
namespace {

constexpr int kLastNumber = 999'999;
constexpr int kLargestCount = 100'000'000;
constexpr std::size_t kSaltDigits = 32;

using model::Operation;

Json to_json(const model::Reconciliation& r) {
  return {{"previous", r.previous}, {"entered", r.entered}, {"left", r.left}, {"current", r.current}};
}

/// Everything but `changes` and `hash`; the keys stand in the order of the file.
nlohmann::ordered_json head_of(const Version& version) {
  nlohmann::ordered_json head;
  head["number"] = version.number;
  head["recorded"] = base::to_rfc3339(version.recorded);
  if (version.previous) head["previous"] = version.previous->hex();
  head["note"] = version.note;
  head["totals"] = Json{{"as_of", base::to_iso(version.totals.as_of)},
                        {"cases", version.totals.cases},
                        {"prosecutions", version.totals.prosecutions},
                        {"by_display", version.totals.by_display}};
  head["headline"] = Json{{"persons", to_json(version.headline.persons)},
                          {"deprived", to_json(version.headline.deprived)},
                          {"prosecuted", to_json(version.headline.prosecuted)}};
  return head;
}

Json committed_part_of(const Change& change) {
  Json json = {{"op", model::code_of(change.operation)},
               {"entity", change.entity},
               {"field", change.field},
               {"reason", model::code_of(change.reason)}};
  if (change.commitment) json["commitment"] = change.commitment->hex();
  return json;
}

std::string line_of(const Change& change) {
  const auto pair = [](const char* key, std::string_view text) {
    return std::string("\"") + key + "\":" + canonical(std::string(text));
  };
  std::string line = "{" + pair("op", model::code_of(change.operation)) + "," +
                     pair("entity", change.entity) + "," + pair("field", change.field) + "," +
                     pair("reason", model::code_of(change.reason));
  if (change.value) line += ",\"value\":" + *change.value + "," + pair("salt", change.salt);
  if (change.commitment) line += "," + pair("commitment", change.commitment->hex());
  return line + "}";
}

template <class E>
E code_in(const Json& value, const Where& where) {
  const std::string& code = string_in(value, where);
  const auto found = model::from_code<E>(code);
  if (!found) fail(where, "the code \"" + base::visible(base::shorten(code, 40)) + "\" is unknown");
  return *found;
}

base::Digest digest_in(const Json& value, const Where& where) {
  const auto digest = base::Digest::from_hex(string_in(value, where));
  if (!digest) fail(where, "expected 64 hexadecimal digits");
  return *digest;
}

int count_in(const Json& value, const Where& where) {
  const int count = int_in(value, where);
  if (count < 0 || count > kLargestCount) fail(where, "there is no such count");
  return count;
}

std::vector<std::string> ids_in(const Json& value, const Where& where) {
  std::vector<std::string> ids;
  for (const auto& id : list_in(value, where)) {
    ids.push_back(string_in(id, where));
    if (ids.size() > 1 && !base::natural_less(ids[ids.size() - 2], ids.back()))
      fail(where, "is not in order");
  }
  return ids;
}

base::Day day_in(const Json& value, const Where& where) {
  const auto start_of_day = base::from_rfc3339(string_in(value, where) + "T00:00:00Z");
  if (!start_of_day) fail(where, "expected a day like 2026-11-23");
  return base::day_of(*start_of_day);
}

model::Totals totals_in(const Json& value, const Where& where) {
  Object object(value, where);
  model::Totals totals;
  totals.as_of = day_in(object.at("as_of"), {"as_of", &where});
  totals.cases = count_in(object.at("cases"), {"cases", &where});
  totals.prosecutions = count_in(object.at("prosecutions"), {"prosecutions", &where});
  const Where in_display{"by_display", &where};
  const Json& by_display = object.at("by_display");
  if (!by_display.is_object()) fail(in_display, "expected an object, found " + kind_of(by_display));
  for (const auto& [code, count] : by_display.items())
    totals.by_display[code] = count_in(count, {code, &in_display});
  object.finish();
  return totals;
}

model::Reconciliation reconciliation_in(Object& headline, const char* name, const Where& headline_where) {
  const Where where{name, &headline_where};
  Object object(headline.at(name), where);
  model::Reconciliation result;
  result.previous = count_in(object.at("previous"), {"previous", &where});
  result.entered = ids_in(object.at("entered"), {"entered", &where});
  result.left = ids_in(object.at("left"), {"left", &where});
  result.current = count_in(object.at("current"), {"current", &where});
  object.finish();
  return result;
}

Headline headline_in(const Json& value, const Where& where) {
  Object object(value, where);
  Headline headline;
  headline.persons = reconciliation_in(object, "persons", where);
  headline.deprived = reconciliation_in(object, "deprived", where);
  headline.prosecuted = reconciliation_in(object, "prosecuted", where);
  object.finish();
  return headline;
}

std::string salt_in(const Json& value, const Where& where) {
  const std::string& salt = string_in(value, where);
  if (salt.size() != kSaltDigits || salt.find_first_not_of("0123456789abcdef") != std::string::npos)
    fail(where, "expected 32 hexadecimal digits");
  return salt;
}

/// A value stands with its salt, and both with a commitment; a deletion has none of the three.
void check_parts(const Change& change, const Where& where) {
  const bool is_deletion = change.operation == Operation::Delete;
  if (is_deletion && (change.value || !change.salt.empty() || change.commitment))
    fail(where, "a deletion has no value, salt or commitment");
  if (!is_deletion && !change.commitment) fail(where, "has no \"commitment\"");
  if (change.value.has_value() == change.salt.empty())
    fail(where, "value and salt stand together or are withheld together");
}

Change change_in(const Json& value, const Where& where) {
  Object object(value, where);
  Change change;
  change.operation = code_in<Operation>(object.at("op"), {"op", &where});
  change.entity = string_in(object.at("entity"), {"entity", &where});
  change.field = string_in(object.at("field"), {"field", &where});
  change.reason = code_in<model::Reason>(object.at("reason"), {"reason", &where});
  if (const Json* said = object.find("value")) {
    if (said->is_null()) fail({"value", &where}, "null is no value of a field");
    change.value = canonical(*said);
  }
  if (const Json* salt = object.find("salt")) change.salt = salt_in(*salt, {"salt", &where});
  if (const Json* commitment = object.find("commitment"))
    change.commitment = digest_in(*commitment, {"commitment", &where});
  object.finish();
  check_parts(change, where);
  return change;
}

bool is_before(const Change& a, const Change& b) {
  return a.entity == b.entity ? base::natural_less(a.field, b.field) : base::natural_less(a.entity, b.entity);
}

std::vector<Change> changes_in(const Json& value, const Where& where) {
  std::vector<Change> changes;
  for (const auto& json : list_in(value, where)) {
    const Where here{{}, &where, changes.size() + 1};
    changes.push_back(change_in(json, here));
    if (changes.size() > 1 && !is_before(changes[changes.size() - 2], changes.back()))
      fail(here, "does not come after the change before it");
  }
  return changes;
}

std::string text_of(const Version& version, const std::vector<Change>& changes) {
  std::string text = "{\n";
  const auto head =
      head_of(version);  // named: a range-for keeps only items() alive, not what they are items of
  for (const auto& [key, value] : head.items()) text += "\"" + key + "\":" + canonical(Json(value)) + ",\n";
  text += "\"changes\":[";
  for (const auto& change : changes) text += (&change == &changes.front() ? "\n" : ",\n") + line_of(change);
  return text + "\n],\n\"hash\":\"" + version.hash.hex() + "\"\n}\n";
}

Version version_in(const Json& value, const Where& where) {
  Object object(value, where);
  Version version;
  const Where at_number{"number", &where}, at_recorded{"recorded", &where};
  version.number = int_in(object.at("number"), at_number);
  if (version.number < 1 || version.number > kLastNumber)
    fail(at_number, "there is no version of this number");
  const auto recorded = base::from_rfc3339(string_in(object.at("recorded"), at_recorded));
  if (!recorded) fail(at_recorded, "expected a time like 2026-11-23T09:05:00Z");
  version.recorded = *recorded;
  if (const Json* previous = object.find("previous"))
    version.previous = digest_in(*previous, {"previous", &where});
  version.note = string_in(object.at("note"), {"note", &where});
  version.totals = totals_in(object.at("totals"), {"totals", &where});
  version.headline = headline_in(object.at("headline"), {"headline", &where});
  version.changes = changes_in(object.at("changes"), {"changes", &where});
  version.hash = digest_in(object.at("hash"), {"hash", &where});
  object.finish();
  return version;
}

}  // namespace

std::string to_json(const Version& version, std::size_t largest) {
  std::string bytes = text_of(version, version.changes);
  if (bytes.size() > largest)
    throw base::Error("version " + std::to_string(version.number) + " would be larger than " +
                          std::to_string(largest / (1024 * 1024)) + " MiB, and could not be read again",
                      "record it in parts: add some of the people, record, then add more");
  return bytes;
}

std::string head_json(const Version& version) {
  return text_of(version, {});
}

Version from_json(std::string_view bytes, const std::string& name) try {
  if (bytes.size() > kLargestVersion) throw base::DataError(name + ": is larger than 512 MiB");
  return version_in(parse_strict(bytes, name), Where{name});
} catch (const base::DataError& error) {
  throw base::DataError(
      error.what(),
      "Version files are only ever written by `tracker`; put back the file as it was published.");
}

base::Digest hash_of(const Version& version) {
  Json json(head_of(version));
  json["changes"] = Json::array();
  for (const auto& change : version.changes) json["changes"].push_back(committed_part_of(change));
  return base::sha256(canonical(json));
}

}  // namespace tracker::version
