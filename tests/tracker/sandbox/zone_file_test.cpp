#include "tracker/sandbox/zone_file.h"

#include "tests/support/catch.h"

using namespace tracker;

TEST_CASE("zones come from the system, by name") {
  const auto zone = sandbox::load_zone("Asia/Almaty");
  REQUIRE(zone);
  CHECK(zone->name() == "Asia/Almaty");
  for (const char* name : {"", "Nowhere/City", "../../../etc/passwd", "/etc/passwd", "Asia"}) CHECK_FALSE(sandbox::load_zone(name));
}
