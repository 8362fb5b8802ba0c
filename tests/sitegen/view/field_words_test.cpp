// Values of changes as people read them, without markup.
#include "sitegen/view/field_words.h"

#include <nlohmann/json.hpp>

#include "sitegen/view/linked_data.h"
#include "sitegen/view/subjects.h"
#include "tests/support/catch.h"
#include "tests/support/sample_record.h"
#include "tracker/base/text.h"

using namespace sitegen::view;

namespace {

std::string value(const std::string& kind, const std::string& path, const std::string& json, const std::string& language = "en") {
  static const auto record = tests::sample_record();
  return value_text(Words(record, language), record, kind, path, json);
}

}  // namespace

TEST_CASE("codes, dates and references are shown as what they mean") {
  struct Row {
    const char *kind, *path, *json, *expected;
  };
  const Row kRows[] = {
      {"person", "type", "\"fined\"", "Fined"},
      {"person", "derived.status", "\"wanted\"", "wanted"},
      {"person", "sex", "\"male\"", "man"},
      {"person", "date", "\"2023-06\"", "June 2023"},
      {"case", "charges", "[\"xx-cc:12.1\",\"xx-cc:20\"]",
       "article 12.1, Criminal Code of Sampleland, article 20, Criminal Code of Sampleland"},
      {"person", "case", "\"harbour\"", "The Harbour case"},
      {"person", "court", "\"court\"", "District Court No. 2"},
      {"case", "defendants", "[\"xx-0001\",\"xx-0002\"]", "Test Person One, Test Person Two"},
      {"person", "sentence", "{\"kind\":\"imprisonment\",\"months\":60}", "kind: imprisonment, length in months: 60"},
      {"person", "sources", "[{\"id\":\"report\",\"locator\":\"ch. 3\"}]", "Trials in Sampleland, where in it: ch. 3"},
      {"person", "draft", "true", "yes"},
      {"person", "also", "[\"A\",\"B\"]", "A, B"},
      {"person", "born", "no JSON", "no JSON"},
  };
  for (const auto& row : kRows) {
    INFO(row.path << " " << row.json);
    CHECK(value(row.kind, row.path, row.json) == row.expected);
  }
  CHECK(value("person", "case", "\"harbour\"", "ru") == "Дело «Гавани»");
}

TEST_CASE("a long value is cut, a deep one is not followed for ever") {
  CHECK(tracker::base::count_code_points(value("person", "activity", "\"" + std::string(5000, 'x') + "\"")) == kLongestValue);
  CHECK_FALSE(value("person", "x", std::string(40, '[') + std::string(40, ']')).empty());
}

TEST_CASE("a field is called by its word, a text in another language says which") {
  const auto record = tests::sample_record();
  const Words words(record, "en");
  CHECK(field_label(words, "date") == "date");
  CHECK(field_label(words, "name.en") == "name");
  CHECK(field_label(words, "name.ru") == "name (Russian)");
  CHECK(field_label(words, "text.-") == "text");
  CHECK(field_label(words, "unheard") == "unheard");
  CHECK(split_field("event.e3.sentence.months").event == "e3");
  CHECK(split_field("event.e3.sentence.months").field == "sentence.months");
  CHECK(split_field("born").event.empty());
  CHECK(split_field("event.#").field == "event.#");
}

TEST_CASE("linked data about a person says what is public, in the version, and nothing of the prosecution as a trait") {
  const auto view = tests::sample_view();
  const Words words(view.record, "en");
  const auto page = nlohmann::json::parse(person_data(view, words, view.record.people[0]));
  CHECK(page.at("@type") == "ProfilePage");
  CHECK(page.at("version") == "2");
  CHECK(page.at("mainEntity").at("name") == "Test Person One");
  CHECK(page.at("mainEntity").at("birthDate") == "1988");
  CHECK(page.at("mainEntity").at("@id") == "https://list.example.org/people/xx-0001.html#person");
  const auto list = nlohmann::json::parse(list_data(view, words));
  CHECK(list.at("@graph").size() == view.record.people.size() + 1);
  CHECK(list.at("@graph").at(0).at("version") == "2");
  const auto ru = nlohmann::json::parse(person_data(view, Words(view.record, "ru"), view.record.people[0]));
  CHECK(ru.at("mainEntity").at("@id") == page.at("mainEntity").at("@id"));
  CHECK(ru.at("mainEntity").at("url") == "https://list.example.org/ru/people/xx-0001.html");
}
