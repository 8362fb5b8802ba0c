#include "sitegen/page/cite.h"

#include "tests/sitegen/page/support.h"

using namespace sitegen;

TEST_CASE("how to cite stands in every language, with the version and that language's address") {
  const auto view = tests::sample_view();
  const view::Words words(view.record, "ru");
  const page::Context context(view, words, "people/xx-0001.html");
  const std::string cite =
      page::how_to_cite(context, [](const view::Words& in) { return "title in " + in.language(); }).bytes();
  CHECK(tests::has(cite,
                   "<dd lang=\"en\">“title in en”, Prisoners of Sampleland, version\u00a02, 1 April 2024. "
                   "https://list.example.org/people/xx-0001.html</dd>"));
  CHECK(tests::has(cite, "<dd lang=\"ru\">«title in ru»"));
  CHECK(tests::has(cite, "https://list.example.org/ru/people/xx-0001.html"));
  CHECK(tests::has(cite, "<dd lang=\"kk\">"));
  CHECK(tests::has(cite, "href=\"../versions/2.html\""));
  CHECK(tests::has(cite, view.newest().hash.hex()));
}

TEST_CASE("a letter about an error says which page and version it is about") {
  auto record = tests::sample_record();
  const auto said = [&] {
    const auto view = tests::view_of(record);
    const view::Words words(view.record, "en");
    return page::how_to_report({view, words, "index.html"}, "xx-0001").bytes();
  };
  CHECK(tests::has(said(), "href=\"mailto:list@example.org?subject=xx-0001%20v1\""));
  record.site.contact = "https://example.org/write";
  CHECK(tests::has(said(), "href=\"https://example.org/write\""));
}
