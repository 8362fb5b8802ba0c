#include "sitegen/page/counts.h"

#include "tests/sitegen/page/support.h"

using namespace sitegen;

namespace {

std::string counted(const char* page, const char* language = "en") {
  const auto view = tests::sample_view();
  const view::Words words(view.record, language);
  return page::counts_of({view, words, "method.html"}, page).bytes();
}

}  // namespace

TEST_CASE("the method counts what can be counted of the record itself") {
  const std::string text = counted("method");
  CHECK(tests::has(
      text, "People whose name is known</th>\n<td class=\"n\">7 of 8</td>\n<td class=\"n\">88 %</td>"));
  CHECK(tests::has(text, "Events with the exact words of a source</th>\n<td class=\"n\">1 of 14</td>"));
  CHECK(tests::has(text, "Events with an archived copy of a source</th>\n<td class=\"n\">1 of 14</td>"));
  CHECK(tests::has(text, "Events with two independent sources or more</th>\n<td class=\"n\">1 of 14</td>"));
  CHECK(tests::has(text, "Words of the site in this language: Russian"));
}

TEST_CASE("other pages have no figures") {
  CHECK(counted("about").empty());
}
