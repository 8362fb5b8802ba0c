#include "tracker/record/told_json.h"

#include <nlohmann/json.hpp>

#include "tracker/base/error.h"

namespace tracker::record {
namespace {

using Json = nlohmann::json;

void put(Json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

void put(Json& object, const char* key, const std::optional<int>& number) {
  if (number) object[key] = *number;
}

std::string text(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? std::string() : found->get<std::string>();
}

std::optional<int> number(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? std::nullopt : std::optional(found->get<int>());
}

Json span(const read::Span& value) { return Json::array({value.begin, value.end}); }

read::Span span_from(const Json& value) { return {value.at(0).get<std::size_t>(), value.at(1).get<std::size_t>()}; }

Json money(const model::Money& value) {
  Json object = Json::object();
  put(object, "amount", value.amount);
  put(object, "up_to", value.up_to);
  put(object, "currency", value.currency);
  return object;
}

Json sentence(const model::Sentence& value) {
  Json object = Json::object();
  if (value.kind) object["kind"] = std::string(model::code_of(*value.kind));
  put(object, "months", value.months);
  put(object, "days", value.days);
  put(object, "ban_months", value.ban_months);
  put(object, "labour_hours", value.labour_hours);
  if (value.fine) object["fine"] = money(*value.fine);
  return object;
}

model::Sentence sentence_from(const Json& object) {
  model::Sentence value;
  if (const auto kind = text(object, "kind"); !kind.empty()) value.kind = model::from_code<model::SentenceKind>(kind);
  value.months = number(object, "months");
  value.days = number(object, "days");
  value.ban_months = number(object, "ban_months");
  value.labour_hours = number(object, "labour_hours");
  if (const auto fine = object.find("fine"); fine != object.end())
    value.fine = model::Money{number(*fine, "amount"), number(*fine, "up_to"), text(*fine, "currency")};
  return value;
}

}  // namespace

std::string to_json(const propose::Told& told) {
  const auto& said = told.said;
  Json object = Json::object();
  put(object, "person", said.person);
  object["event"] = std::string(model::code_of(said.event));
  if (said.date) object["date"] = said.date->edtf();
  if (!said.articles.empty()) object["articles"] = said.articles;
  if (said.sentence) object["sentence"] = sentence(*said.sentence);
  put(object, "court", said.court);
  put(object, "place", said.place);
  put(object, "role", said.role);
  if (said.background) object["background"] = true;
  put(object, "quote", said.quote);
  object["at"] = span(said.at);
  object["around"] = span(said.paragraph);
  object["permille"] = static_cast<int>(said.confidence * 1000 + 0.5);  // canonical JSON has integers only
  put(object, "rule", said.rule);
  put(object, "paragraph", told.paragraph);
  object["quote_at"] = span(told.quote);
  put(object, "url", told.url);
  put(object, "language", told.language);
  if (told.published) object["published"] = told.published->edtf();
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

propose::Told told_from_json(const std::string& json) try {
  const Json object = Json::parse(json);
  propose::Told told;
  auto& said = told.said;
  said.person = text(object, "person");
  const auto type = model::from_code<model::EventType>(text(object, "event"));
  if (!type) throw base::DataError("the index holds a statement with the event \"" + text(object, "event") + "\"");
  said.event = *type;
  if (const auto date = text(object, "date"); !date.empty()) said.date = base::PartialDate::parse(date);
  if (const auto found = object.find("articles"); found != object.end())
    said.articles = found->get<std::vector<std::string>>();
  if (const auto found = object.find("sentence"); found != object.end()) said.sentence = sentence_from(*found);
  said.court = text(object, "court");
  said.place = text(object, "place");
  said.role = text(object, "role");
  said.background = object.contains("background");
  said.quote = text(object, "quote");
  said.at = span_from(object.at("at"));
  said.paragraph = span_from(object.at("around"));
  said.confidence = object.at("permille").get<int>() / 1000.0;
  said.rule = text(object, "rule");
  told.paragraph = text(object, "paragraph");
  told.quote = span_from(object.at("quote_at"));
  told.url = text(object, "url");
  told.language = text(object, "language");
  if (const auto date = text(object, "published"); !date.empty()) told.published = base::PartialDate::parse(date);
  return told;
} catch (const Json::exception& error) {
  throw base::DataError(std::string("the index holds a statement that cannot be read: ") + error.what(),
                        "delete it and run `tracker rebuild`");
}

}  // namespace tracker::record
