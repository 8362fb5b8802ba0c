#include "sitegen/page/ladder.h"

#include "tests/sitegen/page/support.h"

using namespace sitegen;

TEST_CASE("the ladder tells step by step what was charged and what took its place") {
  const auto view = tests::sample_view();
  const view::Words words(view.record, "en");
  const page::Context context(view, words, "people/xx-0001.html");
  const auto& person = *tracker::model::find_person(view.record, "xx-0001");
  const std::string ladder = page::ladder_of(context, tracker::model::events_of(view.record, person)).bytes();
  const auto brought = ladder.find("Charged:</b> art.\u00a012, part\u00a01, art.\u00a014, part\u00a04");
  const auto changed = ladder.find("Reclassified:</b> art.\u00a020 in place of art.\u00a012, part\u00a01");
  REQUIRE(brought != std::string::npos);
  REQUIRE(changed != std::string::npos);
  CHECK(brought < changed);
}

TEST_CASE("charges that never changed need no ladder") {
  const auto view = tests::sample_view();
  const view::Words words(view.record, "en");
  const auto& person = *tracker::model::find_person(view.record, "xx-0002");
  CHECK(page::ladder_of({view, words, "people/xx-0002.html"}, tracker::model::events_of(view.record, person))
            .empty());
}
