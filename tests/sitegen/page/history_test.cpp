#include "sitegen/page/history.h"

#include "tests/sitegen/page/support.h"

using namespace sitegen;

namespace {

/// A list that began with that many people.
view::View list_of(int people) {
  tracker::model::Record record = tests::sample_view().record;
  record.people.clear();
  record.cases.clear();
  record.rulings.clear();
  for (int i = 0; i < people; ++i) {
    auto& person = record.people.emplace_back();
    person.id = "xx-" + std::to_string(1000 + i);
    person.name.by_language["en"] = "Made Up " + std::to_string(i);
  }
  return tests::view_of(record);
}

}  // namespace

TEST_CASE("very many names stand on the version's own page alone, which the page of changes leads to") {
  const auto many = list_of(251);
  const view::Words words(many.record, "en");
  const auto changes = page::changes_page(many, words).bytes;
  CHECK_FALSE(tests::has(changes, "people/xx-1000.html"));
  CHECK(tests::has(changes, "<p class=\"who\"><a href=\"versions/1.html\">"));
  CHECK(tests::count(page::version_page(many, words, many.history.front()).bytes, "people/xx-1000.html\">") > 0);

  const auto fewer = list_of(250);
  const view::Words other_words(fewer.record, "en");
  CHECK(tests::has(page::changes_page(fewer, other_words).bytes, "people/xx-1000.html"));
}
