#include "sitegen/page/not_found.h"

#include "tests/sitegen/page/support.h"

using namespace sitegen;

namespace {

std::string page_at(const std::string& address, const char* language = "en") {
  auto record = tests::sample_record();
  record.site.base_url = address;
  const auto view = tests::view_of(record);
  return page::not_found_page(view, view::Words(view.record, language)).bytes;
}

}  // namespace

TEST_CASE("the page for a wrong address works at any depth, below whatever path the site stands") {
  CHECK(tests::has(page_at("https://list.example.org/"), "href=\"/assets/style.css\""));
  const std::string below = page_at("https://host.example.org/deep/site/");
  CHECK(tests::has(below, "href=\"/deep/site/assets/style.css\""));
  CHECK(tests::has(below, "href=\"/deep/site/list.html\""));
  CHECK(tests::has(below, "href=\"/deep/site/ru/list.html\""));
  CHECK(tests::has(page_at("https://host.example.org/deep/site/", "ru"), "href=\"/deep/site/ru/list.html\""));
}

TEST_CASE("it names no other host, whatever the address of the site looks like") {
  CHECK_FALSE(tests::has(page_at("https://host.example.org//evil.example/"), "href=\"//"));
}

TEST_CASE("a server has one such page for all languages, so it speaks all of them") {
  const std::string text = page_at("https://list.example.org/");
  CHECK(tests::has(text, "<h1>There is no such page</h1>"));
  CHECK(tests::has(text, "<section lang=\"ru\">"));
  CHECK(tests::has(text, "<section lang=\"kk\">"));
}
