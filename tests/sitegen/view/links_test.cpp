#include "sitegen/view/links.h"

#include "tests/support/catch.h"

using namespace sitegen::view;

TEST_CASE("the way up has a step for every folder") {
  CHECK(upwards("index.html").empty());
  CHECK(upwards("people/a.html") == "../");
  CHECK(upwards("ru/sex/male/2.html") == "../../../");
}

TEST_CASE("a long list goes on in a folder beside its first page") {
  CHECK(further_path("sex/male.html", 1) == "sex/male.html");
  CHECK(further_path("sex/male.html", 2) == "sex/male/2.html");
  CHECK(further_path("charged/xx-cc~3a12.1.html", 3) == "charged/xx-cc~3a12.1/3.html");
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
