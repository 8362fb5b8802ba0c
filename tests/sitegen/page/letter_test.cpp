#include "sitegen/page/letter.h"

#include "sitegen/page/person.h"
#include "tests/sitegen/page/support.h"

using namespace sitegen;
using tracker::model::PlaceKind;

namespace {

/// One is held in a prison that takes letters.
tracker::model::Record with_prison() {
  auto record = tests::sample_record();
  tracker::model::Place prison;
  prison.id = "tower";
  prison.kind = PlaceKind::Prison;
  prison.name = {{{"en", "The Tower"}}};
  prison.letters = {{{"ru", "Образция, 010000, Портовая улица, 1"}}};
  record.places.push_back(prison);
  tracker::model::sort_record(record);
  record.people[0].events[0].place = {"tower", {}};
  return record;
}

}  // namespace

TEST_CASE("who is held where letters may be sent has a sheet with the address line by line") {
  const auto view = tests::view_of(with_prison());
  const view::Words words(view.record, "en");
  const auto people = page::people_with_letters(view);
  REQUIRE(people.size() == 1);
  const std::string sheet = page::letter_page(view, words, *people.front()).bytes;
  CHECK(tests::has(sheet, "lang=\"ru\"><b>Проба Пробаев</b><br>"));
  CHECK(tests::has(sheet, "Образция<br>010000<br>Портовая улица<br>1<br>"));
  CHECK(
      tests::has(page::person_page(view, words, *people.front()).bytes, "href=\"../letters/xx-0001.html\""));
}

TEST_CASE("nobody has a sheet who is free, nameless, or held where no address is public") {
  auto record = with_prison();
  for (auto& place : record.places) place.letters = {};
  CHECK(page::people_with_letters(tests::view_of(record)).empty());
  record = with_prison();
  record.people[0].name = {};
  CHECK(page::people_with_letters(tests::view_of(record)).empty());
  record = with_prison();
  auto released = record.people[0].events[0];
  released.id = "e7";
  released.type = tracker::model::EventType::Released;
  released.date = tracker::base::PartialDate::parse("2024-02-01");
  record.people[0].events.push_back(released);
  CHECK(page::people_with_letters(tests::view_of(record)).empty());
}
