#include "tracker/load/file_kind.h"

#include "tests/support/catch.h"

using namespace tracker::load;

TEST_CASE("a language tag is two or three small letters, with a script where needed") {
  for (const char* good : {"en", "kk", "rus", "kk-Latn", "kk-Cyrl"}) CHECK(is_language_tag(good));
  for (const char* bad : {"", "e", "EN", "engl", "kk-", "kk-latn", "kk-Lat", "kk-Latin", "kk-LATN", "k1",
                          "-Latn", "кк", "kk-Latn-x"})
    CHECK_FALSE(is_language_tag(bad));
}

TEST_CASE("the language of a file is the last piece of its name, if it is one") {
  CHECK(language_of("people/kz-0001.ru.md") == "ru");
  CHECK(language_of("people/kz-0001.kk-Latn.md") == "kk-Latn");
  CHECK(language_of("kz-0001.md").empty());
  CHECK(language_of("people/some.name.md").empty());
  CHECK(language_of("people/.ru.md").empty());
  CHECK(language_of("people.ru/name").empty());
  CHECK(language_of("name.RU.md").empty());
}

TEST_CASE("a version file is named by six digits") {
  CHECK(is_version_name("000001.json"));
  for (const char* bad :
       {"1.json", "0000001.json", "00000a.json", "000001.jsn", "000001.json.tmp", "-00001.json"})
    CHECK_FALSE(is_version_name(bad));
}

TEST_CASE("every folder of the design is known, and no other") {
  CHECK(folder_names().size() == 13);
  for (const auto& name : folder_names()) CHECK((name == "lexicon" || find_folder(name) != nullptr));
  CHECK(find_folder("peopel") == nullptr);
  CHECK(find_folder("people")->in_language == FileKind::PersonText);
  CHECK_FALSE(find_folder("cases")->in_language);
}
