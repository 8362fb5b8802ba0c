#include "tracker/read/language.h"

#include "tests/support/catch.h"

using tracker::read::language_of;

TEST_CASE("the language of a paragraph is told by its letters") {
  CHECK(language_of("A court in the city freed her.") == "en");
  CHECK(language_of("Суд освободил её вчера вечером.") == "ru");
  CHECK(language_of("Сот оны кеше босатты, қазір үйінде.") == "kk");
  CHECK(language_of("Европарламент, по словам Жаңабек, молчит о деле и о суде") == "ru");
}

TEST_CASE("a text that is in none of the three has no language") {
  CHECK(language_of("").empty());
  CHECK(language_of("123 — 456").empty());
  CHECK(language_of("这是一个测试文本").empty());
}
