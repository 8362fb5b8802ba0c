#include "sitegen/page/place.h"

#include "tests/sitegen/page/support.h"

using namespace sitegen;

namespace {

std::string place(const char* id) {
  const auto view = tests::sample_view();
  return page::place_page(view, view::Words(view.record, "en"), *tracker::model::find_place(view.record, id))
      .bytes;
}

}  // namespace

TEST_CASE("a region has its people, a court the cases before it") {
  CHECK(tests::count(place("north"), "<tr><th scope=\"row\">") == 8);
  const std::string court = place("court");
  CHECK(tests::has(court, "Cases before this court"));
  CHECK(tests::has(court, "The Harbour case"));
  CHECK(tests::has(court, "Test Person One"));
}

TEST_CASE("a place says what it lies in and what lies in it") {
  CHECK(tests::has(place("port"), "href=\"../regions/north.html\""));
  CHECK(tests::has(place("port"), "href=\"../courts/court.html\""));
}

TEST_CASE("a court that is named after its town is not followed by the town again") {
  auto record = tests::sample_record();
  const auto said = [&] {
    const auto view = tests::view_of(record);
    const view::Words words(view.record, "en");
    return page::Context(view, words, "cases/harbour.html").place("court").bytes();
  };
  CHECK(tests::has(said(), "District Court No. 2</bdi></a>, <a"));
  for (auto& place : record.places)
    if (place.id == "court") place.name.by_language["en"] = "District Court No. 2, Port";
  CHECK_FALSE(tests::has(said(), "</a>, <a"));
}

TEST_CASE("the page of places counts only what a place has") {
  const auto view = tests::sample_view();
  const std::string text = page::places_page(view, view::Words(view.record, "en")).bytes;
  CHECK(tests::has(text, "North region</bdi></a> <span class=\"count\">8\u00a0people</span>"));
  CHECK_FALSE(tests::has(text, "0\u00a0"));
}

TEST_CASE("all places stand on one page, by kind, with what they have to do with") {
  const auto view = tests::sample_view();
  const std::string text = page::places_page(view, view::Words(view.record, "en")).bytes;
  CHECK(tests::has(text, "href=\"courts/court.html\""));
  CHECK(tests::has(text, "<h2 id=\"region\">Regions</h2>"));
}
