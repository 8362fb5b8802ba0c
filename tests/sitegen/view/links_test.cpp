#include "sitegen/view/links.h"

#include "tests/support/catch.h"

using namespace sitegen::view;

TEST_CASE("a link goes up only as far as it must") {
  CHECK(relative("index.html", "list.html") == "list.html");
  CHECK(relative("people/a.html", "people/b.html") == "b.html");
  CHECK(relative("people/a.html", "index.html") == "../index.html");
  CHECK(relative("ru/people/a.html", "assets/style.css") == "../../assets/style.css");
  CHECK(relative("ru/people/a.html", "people/a.html") == "../../people/a.html");
  CHECK(relative("ru/list.html", "ru/people/a.html#e1") == "people/a.html#e1");
}

TEST_CASE("only the default language stands at the root") {
  CHECK(language_root("en", "en").empty());
  CHECK(language_root("ru", "en") == "ru/");
}

TEST_CASE("no id can leave its folder or stand for another") {
  CHECK(person_path("kz-0001") == "people/kz-0001.html");
  CHECK(person_path("../../etc/passwd") == "people/~2e.~2f..~2fetc~2fpasswd.html");
  CHECK(person_path("a/b") != person_path("a~2fb"));
  CHECK(person_path(".hidden") == "people/~2ehidden.html");
  CHECK(case_path("a b\"<>") == "cases/a~20b~22~3c~3e.html");
  CHECK(anchor("source", "a b") == "source-a~20b");
  CHECK(version_path(12) == "versions/12.html");
}
