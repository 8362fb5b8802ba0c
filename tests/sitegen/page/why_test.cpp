#include "sitegen/page/why.h"

#include "tests/sitegen/page/support.h"

using namespace sitegen;

TEST_CASE("each number goes from version to version by name and reason") {
  const auto view = tests::sample_view();
  const std::string text = page::why_page(view, view::Words(view.record, "en")).bytes;
  CHECK(tests::has(text, "7 + 1 − 0 = 8"));
  CHECK(tests::has(text,
                   "xx-0008.html\"><bdi lang=\"en\">Test Person Eight</bdi></a> <span class=\"reason\">"));
  for (const auto& shown : view.history) {
    const auto& sum = shown.version->headline.deprived;
    CHECK(tests::has(text, std::to_string(sum.previous) + " + " + std::to_string(sum.entered.size()) + " − " +
                               std::to_string(sum.left.size()) + " = " + std::to_string(sum.current)));
  }
}
