#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"

namespace tests {

using namespace tracker;
using Lines = std::vector<std::string>;

namespace {

model::Record in_two_languages() {
  auto record = tell("2022-01-12 detained; 2022-01-13 released");
  record.site.languages = {"en", "ru"};
  record.site.default_language = "en";
  record.words = {{.language = "en", .file = "i18n/en.toml"}, {.language = "ru", .file = "i18n/ru.toml"}};
  record.people.front().name = {{{"en", "Test Person"}, {"ru", "Проба Пробаев"}}};
  return record;
}

Lines untranslated(const model::Record& record) {
  Lines lines;
  for (const auto& finding : rules::missing_translations(record)) lines.push_back(base::to_string(finding));
  return lines;
}

std::string note(const std::string& what) {
  return "site.toml: note: \"ru\" lacks " + what +
         " [missing-translation]\n  hint: pages show the text in another language there, and say so";
}

}  // namespace

TEST_CASE("what one language has and another lacks is one note a kind") {
  auto record = in_two_languages();
  record.site.file = "site.toml";
  CHECK(untranslated(record) == Lines{});
  record.people.front().name.by_language.erase("ru");
  record.people.front().life["en"] = {"A life.", false, "x.md"};
  record.pages = {
      {.id = "about", .title = {{{"en", "About"}, {"ru", "О"}}}, .text = {{"en", {"Text.", false, "a.md"}}}}};
  CHECK(untranslated(record) ==
        Lines{note("names of people: kz-1"), note("pages: about"), note("texts about people: kz-1")});
}

TEST_CASE("many are not named one by one") {
  auto record = in_two_languages();
  record.site.file = "site.toml";
  for (const char* id : {"a", "b", "c", "d", "e"})
    record.pages.push_back({.id = id,
                            .title = {{{"en", "Title"}, {"ru", "Заголовок"}}},
                            .text = {{"en", {"Text.", false, ""}}}});
  CHECK(untranslated(record) == Lines{note("pages: a, b, c and 2 more")});
}

TEST_CASE("a text that no language has is nothing to translate") {
  auto record = in_two_languages();
  record.site.file = "site.toml";
  record.people.front().name = {};
  CHECK(untranslated(record) == Lines{});
}

}  // namespace tests
