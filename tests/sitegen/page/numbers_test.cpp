#include "sitegen/page/numbers.h"

#include "tests/sitegen/page/support.h"

using namespace sitegen;

TEST_CASE("where everybody has one value the numbers add up to everybody, on the page as in the index") {
  const auto view = tests::sample_view();
  for (const auto& table : view.index.facets) {
    std::size_t sum = 0;
    for (const auto& value : table.values) sum += value.people.size();
    INFO(view::code_of(table.facet));
    if (view::has_one_value(table.facet)) CHECK(sum == view.record.people.size());
    CHECK(sum >= view.record.people.size());
  }
  const std::string text = page::numbers_page(view, view::Words(view.record, "en")).bytes;
  CHECK(tests::count(text, "<th scope=\"row\">Total</th>\n<td class=\"n\">8</td>") == 5);
}

TEST_CASE("every number leads to the people behind it") {
  const auto view = tests::sample_view();
  const std::string text = page::numbers_page(view, view::Words(view.record, "en")).bytes;
  for (const char* path : {"status/wanted.html", "charged/xx-cc~3a12.html", "regions/north.html",
                           "designations/monitor-list.html", "years/2022.html"}) {
    INFO(path);
    CHECK(tests::has(text, "href=\"" + std::string(path) + "\""));
  }
}

TEST_CASE("what the law says stands among the numbers, with the caution that it is none of a court") {
  const auto view = tests::view_of(tests::sample_record_with_acts());
  const std::string text = page::numbers_page(view, view::Words(view.record, "en")).bytes;
  CHECK(tests::has(text, "href=\"assessment/freed.html\""));
  CHECK(tests::has(text, "href=\"assessment/_none.html\""));
  CHECK(tests::has(text, "What the program reads out of the amnesty acts"));
  CHECK(tests::has(text, "no decision of a court"));
}

TEST_CASE("the chart over time has a table of every month and a file") {
  const auto view = tests::sample_view();
  const std::string text = page::numbers_page(view, view::Words(view.record, "en")).bytes;
  CHECK(tests::has(text, "href=\"data/charts/over-time.csv\""));
  CHECK(tests::has(text, "<time datetime=\"2024-04\">April 2024</time>"));
  CHECK(tests::has(text, "<time datetime=\"2019-10\">October 2019</time>"));
}
