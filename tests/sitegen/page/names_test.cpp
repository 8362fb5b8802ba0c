#include "sitegen/page/names.h"

#include "tests/sitegen/page/support.h"

using namespace sitegen;

TEST_CASE("everybody stands under every form of the name, with its language, family name first") {
  const auto view = tests::sample_view();
  const std::string text = page::names_page(view, view::Words(view.record, "en")).bytes;
  CHECK(tests::has(text, "<bdi lang=\"en\">One, Test Person</bdi>"));
  CHECK(tests::has(text, "<bdi lang=\"ru\">Пробаев, Проба</bdi>"));
  CHECK(tests::has(text, "<bdi lang=\"kk\">Сынақов, Сынақ</bdi>"));
  CHECK(tests::has(text, "<bdi>Probayev, Proba</bdi>"));
  CHECK(tests::has(text, ">П</h2>"));
  CHECK(tests::has(text, "Name not known"));
}

TEST_CASE("letters come in the order of the language, and each leads to its place") {
  const auto view = tests::sample_view();
  const std::string english = page::names_page(view, view::Words(view.record, "en")).bytes;
  const std::string russian = page::names_page(view, view::Words(view.record, "ru")).bytes;
  CHECK(english.find(">O</h2>") < english.find(">П</h2>"));
  CHECK(russian.find(">П</h2>") < russian.find(">O</h2>"));
  CHECK(tests::count(english, "href=\"#letter-1\"") == 1);
  CHECK(tests::count(english, "<h2 id=\"letter-1\">") == 1);
}
