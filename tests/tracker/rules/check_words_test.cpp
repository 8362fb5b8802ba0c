#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"

namespace tests {

using namespace tracker;
using Lines = std::vector<std::string>;

namespace {

model::Record with_languages() {
  auto record = tell("2022-01-12 detained; 2022-01-13 released");
  record.site.languages = {"en", "ru"};
  record.words = {
      {.language = "en", .words = {{"a", "A"}, {"b", "B"}, {"c", "C"}, {"d", "D"}}, .file = "i18n/en.toml"},
      {.language = "ru", .words = {{"a", "А"}, {"z", "Я"}}, .file = "i18n/ru.toml"}};
  return record;
}

}  // namespace

TEST_CASE("words that a language lacks are one note") {
  auto record = with_languages();
  CHECK(found(record) ==
        Lines{"i18n/ru.toml: note: \"ru\" lacks 3 words that \"en\" has: b, c, d [missing-words]\n"
              "  hint: pages fall back to \"en\" there"});
  record.words[1].words.clear();
  CHECK(found(record) ==
        Lines{"i18n/ru.toml: note: \"ru\" lacks 4 words that \"en\" has: a, b, c, … [missing-words]\n"
              "  hint: pages fall back to \"en\" there"});
  record.words[1].words = record.words[0].words;
  record.words[1].words.erase("d");
  CHECK(found(record) == Lines{"i18n/ru.toml: note: \"ru\" lacks 1 word that \"en\" has: d [missing-words]\n"
                               "  hint: pages fall back to \"en\" there"});
  record.words[1].words.emplace("d", "Д");
  CHECK(found(record) == Lines{});
  // What only some languages need is missing nowhere.
  record.words[0].words.emplace("month_between.1", "январём");
  CHECK(found(record) == Lines{});
}

TEST_CASE("a language without any words is pointed at") {
  auto record = with_languages();
  record.words.pop_back();
  CHECK(found(record) == Lines{"site.toml: warning: there are no words of the site in \"ru\" [no-words]\n  "
                               "hint: add a file to i18n/"});
}

}  // namespace tests
