#include "sitegen/page/withheld.h"

#include "sitegen/page/person.h"
#include "tests/sitegen/page/support.h"

using namespace sitegen;
using tracker::model::Ruling;
using tracker::model::RulingKind;

namespace {

tracker::model::Record with_ruling(const char* field) {
  auto record = tests::sample_record();
  Ruling ruling;
  ruling.id = "r1";
  ruling.kind = RulingKind::Withheld;
  ruling.subject = "person/xx-0002";
  ruling.field = field;
  record.rulings = {ruling};
  return record;
}

std::string page_of(const tracker::model::Record& record) {
  const auto view = tests::view_of(record);
  return page::person_page(view, view::Words(view.record, "en"),
                           *tracker::model::find_person(view.record, "xx-0002"))
      .bytes;
}

}  // namespace

TEST_CASE("a name that is withheld is no name that nobody knows") {
  auto record = with_ruling("name");
  tracker::model::Record copy = record;
  for (auto& person : copy.people)
    if (person.id == "xx-0002") person.name = {};
  const std::string text = page_of(copy);
  CHECK(tests::has(text, "<h1>Name withheld"));
  CHECK_FALSE(tests::has(text, "Name not known <span class=\"id\">xx-0002"));
  CHECK(tests::has(text, "Withheld at the wish of the person or the family: name."));
}

TEST_CASE("a field that is withheld says so where it stood") {
  auto record = with_ruling("region");
  for (auto& person : record.people)
    if (person.id == "xx-0002") person.region = {};
  CHECK(tests::has(page_of(record), "<dt>Region</dt>\n<dd><em>withheld</em></dd>"));
}

TEST_CASE("what is withheld of an event is told by its kind alone") {
  CHECK(tests::has(page_of(with_ruling("event.e1.place")), "the family: event: place."));
}

TEST_CASE("a page from which nothing is withheld does not speak of it") {
  CHECK_FALSE(tests::has(page_of(tests::sample_record()), "Withheld at the wish"));
}
