#include "tracker/model/text.h"

#include "tests/support/catch.h"

using tracker::model::Localised;

TEST_CASE("a text is given in the language asked for, else the default, else what there is") {
  const Localised text{{{"en", "list"}, {"kk", "тізім"}}};
  CHECK(text.in("kk", "en") == "тізім");
  CHECK(text.in("ru", "en") == "list");
  CHECK(text.in("ru", "de") == "list");
  CHECK(Localised{}.in("ru", "en") == "");
  CHECK(text.has("kk", "en"));
  CHECK_FALSE(text.has("ru", "en"));
}

TEST_CASE("a text without a language is in the default language") {
  const Localised text{{{"", "plain"}}};
  CHECK(text.in("ru", "en") == "plain");
  CHECK(text.has("en", "en"));
  CHECK_FALSE(text.has("ru", "en"));
}
