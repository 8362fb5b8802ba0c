#include "sitegen/view/field_words.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>
#include <vector>

#include "sitegen/view/subjects.h"
#include "tracker/base/text.h"

namespace sitegen::view {
namespace {

using Json = nlohmann::json;
using Pair = std::pair<std::string_view, std::string_view>;
using tracker::model::Record;

constexpr int kDeepest = 8;  // levels of a value; canonical JSON of ours has three

std::string_view last_part(std::string_view path) {
  const auto dot = path.rfind('.');
  return dot == std::string_view::npos ? path : path.substr(dot + 1);
}

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys) {
  for (const auto known : keys)
    if (key == known) return true;
  return false;
}

template <std::size_t N>
std::string_view lookup(const std::array<Pair, N>& table, std::string_view key) {
  for (const auto& [known, value] : table)
    if (key == known) return value;
  return {};
}

std::string word_or(const Words& words, const std::string& key, std::string_view otherwise) {
  std::string word = words(key);
  return word.starts_with("⟨") ? std::string(otherwise) : word;
}

template <class Entity>
std::string called(const Words& words, const Entity* entity, const tracker::model::Localised Entity::*name,
                   std::string_view id) {
  return entity ? words.text(entity->*name) : std::string(id);
}

std::string reference_text(const Words& words, const Record& record, std::string_view kind, std::string_view key,
                           const std::string& text) {
  using namespace tracker::model;
  if (is_one_of(key, {"charges", "replaces"})) return article_title(record, words, text);
  if (key == "case") return called(words, find_case(record, text), &Case::title, text);
  if (is_one_of(key, {"place", "court", "region", "within"}))
    return called(words, find_place(record, text), &Place::name, text);
  if (key == "by" && kind == "person") return called(words, find_designation(record, text), &Designation::name, text);
  if (key == "act") return called(words, find_law(record, text), &Law::title, text);
  if (key == "defendants") {
    const auto* person = find_person(record, text);
    return person ? words.name(*person) : text;
  }
  return text;
}

std::string string_text(const Words& words, const Record& record, std::string_view kind, std::string_view path,
                        const std::string& text) {
  const auto key = last_part(path);
  if (const auto table = word_table(kind, path); !table.empty())
    return word_or(words, std::string(table) + "." + text, text);
  if (is_one_of(key, {"date", "until", "since", "born", "published", "adopted", "in_force", "valid_from", "valid_to"}))
    if (const auto date = tracker::base::PartialDate::parse(text)) return words.date(*date);
  return reference_text(words, record, kind, key, text);
}

std::string text_of(const Words& words, const Record& record, std::string_view kind, std::string_view path,
                    const Json& value, int depth) {
  if (value.is_string()) return string_text(words, record, kind, path, value.get_ref<const std::string&>());
  if (value.is_boolean()) return words(value.get<bool>() ? "ui.yes" : "ui.no");
  if (value.is_number_integer()) return words.number(value.get<long long>());
  if (depth >= kDeepest || !value.is_structured()) return value.dump();
  std::vector<std::string> parts;
  for (const auto& [key, part] : value.items()) {
    if (value.is_array()) {
      parts.push_back(text_of(words, record, kind, path, part, depth + 1));
    } else if (const auto* source = key == "id" && part.is_string()
                                        ? tracker::model::find_source(record, part.get_ref<const std::string&>())
                                        : nullptr) {
      parts.push_back(words.text(source->title));
    } else {
      parts.push_back(field_label(words, key) + ": " + text_of(words, record, kind, key, part, depth + 1));
    }
  }
  return tracker::base::join(parts, value.is_array() && !value.empty() && value.front().is_object() ? "; " : ", ");
}

}  // namespace

std::string_view word_table(std::string_view kind, std::string_view path) {
  static constexpr std::array<Pair, 5> kKinds = {{{"case", "case_kind"},
                                                  {"source", "source_kind"},
                                                  {"law", "law_kind"},
                                                  {"place", "place_kind"},
                                                  {"ruling", "ruling_kind"}}};
  static constexpr std::array<Pair, 11> kTables = {{{"type", "event"},
                                                    {"sex", "sex"},
                                                    {"certainty", "certainty"},
                                                    {"identity", "certainty"},
                                                    {"effect", "effect"},
                                                    {"rhythm", "rhythm"},
                                                    {"occupation", "occupation"},
                                                    {"groups", "group"},
                                                    {"tags", "tag"},
                                                    {"listed", "membership"},
                                                    {"fault", "fault"}}};
  const auto key = last_part(path);
  if (path.starts_with("derived.")) return key;
  if (key != "kind") return lookup(kTables, key);
  return path.find("sentence") != std::string_view::npos ? std::string_view("sentence") : lookup(kKinds, kind);
}

std::string field_label(const Words& words, std::string_view path) {
  const auto parts = tracker::base::split(path, '.');
  const std::string last(parts.back());
  const std::string word = word_or(words, "field." + last, "");
  if (!word.empty() || parts.size() < 2) return word.empty() ? last : word;
  // A text in a language: the language is said unless it is the reader's.
  const std::string outer = field_label(words, path.substr(0, path.size() - last.size() - 1));
  if (last == words.language() || last == "-") return outer;
  return outer + " (" + word_or(words, "tongue." + last, last) + ")";
}

std::string value_text(const Words& words, const Record& record, std::string_view kind, std::string_view path,
                       std::string_view json) {
  const auto value = Json::parse(json, nullptr, false);
  const std::string text =
      value.is_discarded() ? std::string(json) : text_of(words, record, kind, path, value, 0);
  return tracker::base::shorten(text, kLongestValue);
}

FieldPath split_field(std::string_view path) {
  static constexpr std::string_view kPrefix = "event.";
  if (!path.starts_with(kPrefix)) return {{}, path};
  const auto rest = path.substr(kPrefix.size());
  const auto dot = rest.find('.');
  if (dot == std::string_view::npos) return {{}, path};
  return {rest.substr(0, dot), rest.substr(dot + 1)};
}

}  // namespace sitegen::view
