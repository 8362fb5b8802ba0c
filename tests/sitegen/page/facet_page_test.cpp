#include "sitegen/page/facet_page.h"

#include <set>

#include "sitegen/page/facet_words.h"
#include "sitegen/page/place.h"
#include "sitegen/view/links.h"
#include "tests/sitegen/page/support.h"

using namespace sitegen;

TEST_CASE("every value of every filter has a page of everybody who has it") {
  const auto view = tests::sample_view();
  const view::Words words(view.record, "en");
  std::set<std::string> paths;
  for (const auto& subject : page::facet_subjects(view)) {
    const auto file = page::facet_page(view, words, subject);
    INFO(file.path);
    CHECK(paths.insert(file.path).second);
    CHECK(file.path == view::facet_path(subject.facet, subject.value->code));
    CHECK(tests::count(file.bytes, "<th scope=\"row\">") == static_cast<int>(subject.value->people.size()));
  }
  for (const char* path :
       {"status/wanted.html", "stage/investigation.html", "charged/xx-cc~3a12.html", "years/2023.html",
        "sex/male.html", "sex/_none.html", "amnesty/granted.html", "designations/_none.html"}) {
    INFO(path);
    CHECK(paths.contains(path));
  }
  // Regions and bodies have pages of their own, which say more.
  CHECK_FALSE(paths.contains("regions/north.html"));
  CHECK_FALSE(paths.contains("designations/monitor-list.html"));
}

TEST_CASE("the page of an article names it and everybody who was ever charged under it") {
  const auto view = tests::sample_view();
  const view::Words words(view.record, "en");
  for (const auto& subject : page::facet_subjects(view)) {
    if (subject.value->code != "xx-cc:12") continue;
    const auto file = page::facet_page(view, words, subject);
    CHECK(tests::has(file.bytes, "<h1><b>art.\u00a012</b> <bdi>Mass disorder</bdi></h1>"));
    CHECK(tests::has(file.bytes, "xx-0001.html"));  // replaced since, but it was brought
    CHECK(tests::has(file.bytes, "xx-0002.html"));
    CHECK(tests::has(file.bytes, "Test Person One"));
    return;
  }
  FAIL("no page for article 12");
}

TEST_CASE("the page of an assessment says that it is none of a court, leads to the method, and shows what the court did") {
  const auto view = tests::view_of(tests::sample_record_with_acts());
  const view::Words words(view.record, "en");
  const auto* freed = page::find_value(view, view::Facet::Assessment, "freed");
  REQUIRE(freed);
  const auto file = page::facet_page(view, words, {view::Facet::Assessment, freed});
  CHECK(file.path == "assessment/freed.html");
  for (const char* part :
       {"<h1>to be freed from punishment</h1>", "no decision of a court", "not legal advice", "href=\"../method.html\"",
        "href=\"../acts/xx-amnesty.html\"", "href=\"../outcomes.html\"", ">no decision known</span>",
        "<a href=\"../amnesty/granted.html\">granted by the court</a>"}) {
    INFO(part);
    CHECK(tests::has(file.bytes, part));
  }
  const auto* none = page::find_value(view, view::Facet::Assessment, "");
  REQUIRE(none);
  const auto others = page::facet_page(view, words, {view::Facet::Assessment, none}).bytes;
  CHECK(tests::has(others, "<h1>not assessed</h1>"));
  CHECK(tests::has(others, "no such charge that stands, with its article, is known"));
  CHECK_FALSE(tests::has(others, "no decision known"));
}

TEST_CASE("people whose region is a city stand on the page of the city, and links lead there") {
  auto record = tests::sample_record();
  for (auto& place : record.places)
    if (place.id == "north") place.kind = tracker::model::PlaceKind::City;
  const auto view = tests::view_of(record);
  const view::Words words(view.record, "en");
  CHECK(page::value_path(view, view::Facet::Region, "north") == "places/north.html");
  const auto* north = tracker::model::find_place(view.record, "north");
  REQUIRE(north);
  const auto file = page::place_page(view, words, *north);
  CHECK(file.path == "places/north.html");
  CHECK(tests::has(file.bytes, "id=\"people\""));
  const auto* value = page::find_value(view, view::Facet::Region, "north");
  REQUIRE(value);
  for (const auto* person : value->people) CHECK(tests::has(file.bytes, view::person_path(person->id)));
}
