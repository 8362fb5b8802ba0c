#include "sitegen/page/value_words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include "sitegen/page/charges.h"
#include "tracker/base/text.h"

namespace sitegen::page {
namespace {

using html::element;
using Json = nlohmann::json;
using Pair = std::pair<std::string_view, std::string_view>;

std::string_view last_part(std::string_view path) {
  const auto dot = path.rfind('.');
  return dot == std::string_view::npos ? path : path.substr(dot + 1);
}

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys) {
  for (const auto known : keys)
    if (key == known) return true;
  return false;
}

/// The table of words that a code under this key is looked up in; empty where the value is no code.
std::string_view table_of(std::string_view kind, std::string_view path) {
  const auto key = last_part(path);
  if (path.starts_with("derived.")) return key;
  if (key == "kind" && path.find("sentence") != std::string_view::npos) return "sentence";
  if (key == "kind") {
    static constexpr std::array<Pair, 5> kKinds = {{{"case", "case_kind"},
                                                    {"source", "source_kind"},
                                                    {"law", "law_kind"},
                                                    {"place", "place_kind"},
                                                    {"ruling", "ruling_kind"}}};
    for (const auto& [entity, table] : kKinds)
      if (kind == entity) return table;
  }
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
  for (const auto& [known, table] : kTables)
    if (key == known) return table;
  return {};
}

Html code_word(const Context& context, std::string_view table, const std::string& code) {
  const std::string key = std::string(table) + "." + code;
  // Groups and tags are the list's own; one without a word yet is shown as it is written.
  const std::string word = context.words(key);
  return word.starts_with("⟨") ? Html(code) : context.say(key);
}

/// The language that a field is in, where its path says so: "life.kk.text", "title.ru", "activity.-"; else empty.
std::string_view language_in(const Context& context, std::string_view path) {
  const auto parts = tracker::base::split(path, '.');
  const auto& languages = context.record().site.languages;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (parts[i] == "-") return context.words.default_language();
    if (std::find(languages.begin(), languages.end(), parts[i]) != languages.end()) return parts[i];
  }
  return {};
}

Html text_value(const Context& context, std::string_view kind, std::string_view path,
                const std::string& text) {
  const auto key = last_part(path);
  if (const auto table = table_of(kind, path); !table.empty()) return code_word(context, table, text);
  if (is_one_of(key, {"date", "until", "since", "born", "published", "adopted", "in_force", "valid_from",
                      "valid_to"}))
    if (const auto date = tracker::base::PartialDate::parse(text)) return context.date(date);
  if (is_one_of(key, {"charges", "replaces"})) return article(context, text);
  if (key == "case") return context.of_case(text);
  if (key == "defendants") return context.person(text);
  if (is_one_of(key, {"place", "court", "region", "within"})) return context.place(text);
  if (key == "by" && kind == "person") return context.designation(text);
  if (key == "act")
    if (const auto* law = tracker::model::find_law(context.record(), text)) return context.proper(law->title);
  if (is_one_of(key, {"url", "base_url"})) return html::link(html::Url::from(text), text);
  if (is_one_of(key, {"snapshot", "id", "number", "select"})) return element("code", {}, text);
  const auto language = language_in(context, path);
  if (language.empty() || language == context.words.language()) return element("q", {}, text);
  return element("q", {html::lang(language)}, text);
}

Html words_of(const Context& context, std::string_view kind, std::string_view path, const Json& value,
              int depth);

/// A citation or another small table: its parts with their labels.
Html object_words(const Context& context, std::string_view kind, const Json& object, int depth) {
  std::vector<Html> parts;
  const auto source = object.find("id");
  const bool is_citation = source != object.end() && source->is_string() &&
                           tracker::model::find_source(context.record(), source->get<std::string>());
  if (is_citation) parts.push_back(context.source(source->get<std::string>()));
  for (const auto& [key, value] : object.items()) {
    if (is_citation && key == "id") continue;
    parts.push_back(all(field_label(context, key), ": ", words_of(context, kind, key, value, depth + 1)));
  }
  return listed(parts);
}

Html words_of(const Context& context, std::string_view kind, std::string_view path, const Json& value,
              int depth) {
  if (depth > 8) return value.dump();
  if (value.is_string()) return text_value(context, kind, path, value.get<std::string>());
  if (value.is_boolean()) return context.say(value.get<bool>() ? "ui.yes" : "ui.no");
  if (value.is_number_integer()) return context.words.number(value.get<long long>());
  if (value.is_array()) {
    std::vector<Html> parts;
    for (const auto& part : value) parts.push_back(words_of(context, kind, path, part, depth + 1));
    return listed(parts);
  }
  if (value.is_object()) return object_words(context, kind, value, depth);
  return value.dump();
}

}  // namespace

std::string bare_string(const std::string& json) {
  const auto value = Json::parse(json, nullptr, false);
  return value.is_string() ? value.get<std::string>() : std::string();
}

Html field_label(const Context& context, std::string_view path) {
  const auto parts = tracker::base::split(path, '.');
  const std::string last(parts.back());
  if (parts.size() > 1 && context.words.language() != last) {
    for (const auto& language : context.record().site.languages)
      if (last == language)
        return all(field_label(context, path.substr(0, path.size() - last.size() - 1)), " (",
                   context.language_name(language), ")");
  }
  // A text that stands in several languages: life.kk.text.
  if (parts.size() > 2)
    for (const auto& language : context.record().site.languages)
      if (parts[parts.size() - 2] == language && context.words.language() != language)
        return all(field_label(context, last), " (", context.language_name(language), ")");
  const bool is_own_language = parts.size() > 1 && context.words.language() == last;
  const std::string key = "field." + std::string(is_own_language ? parts[parts.size() - 2] : parts.back());
  const std::string word = context.words(key);
  return word.starts_with("⟨") ? element("code", {}, last) : context.say(key);
}

Html value_words(const Context& context, std::string_view kind, std::string_view path,
                 const std::string& json) {
  const auto value = Json::parse(json, nullptr, false);
  return value.is_discarded() ? Html(json) : words_of(context, kind, path, value, 0);
}

}  // namespace sitegen::page
