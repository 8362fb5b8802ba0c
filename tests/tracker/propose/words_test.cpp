#include "tracker/propose/words.h"

#include "tests/support/catch.h"
#include "tests/tracker/propose/told.h"

using namespace tracker;

TEST_CASE("an event's particulars are told in a few words") {
  model::Event event;
  event.type = model::EventType::Sentenced;
  CHECK(propose::detail_words(event).empty());
  event.charges = {{"xx-cc:272.1", {}}, {"xx-cc:274", {}}};
  event.sentence = model::Sentence{.kind = model::SentenceKind::RestrictedFreedom, .months = 12};
  event.place.id = "testgrad";
  CHECK(propose::detail_words(event) == "articles 272.1, 274, 12 months of restricted freedom, testgrad");
  event.sentence.reset();
  event.days = 15;
  CHECK(propose::term_words(event) == "15 days");
}
