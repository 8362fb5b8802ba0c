#include "tracker/parse/entities.h"

#include "tests/support/catch.h"

using namespace tracker::parse;

TEST_CASE("references are characters by number, by the names of XML and by those of HTML") {
  CHECK(character_of("amp") == "&");
  CHECK(character_of("#1072") == "а");
  CHECK(character_of("#x430") == "а");
  CHECK(character_of("laquo") == "«");
  CHECK(character_of("mdash") == "—");
  CHECK(character_of("#0") == "\xef\xbf\xbd");
  CHECK(character_of("#xD800") == "\xef\xbf\xbd");
  CHECK(character_of("#99999999999") == "\xef\xbf\xbd");
  CHECK_FALSE(character_of("lol9"));
  CHECK_FALSE(character_of("x y"));
}
