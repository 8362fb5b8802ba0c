#include "tracker/parse/case_number.h"

#include "tests/support/catch.h"

using namespace tracker::parse;

TEST_CASE("a case number comes in one spelling, however it is written") {
  const std::vector<std::pair<const char*, const char*>> rows = {
      // as they stand in the examples that are known
      {"6294-25-00-4/215", "6294-25-00-4/215"},
      {"6003-25-00-4к/1454(2)", "6003-25-00-4к/1454(2)"},
      {"7594-25-00-4/5229", "7594-25-00-4/5229"},
      {"7585-24-00-2/101", "7585-24-00-2/101"},
      {"3599-24-00-2а/2151", "3599-24-00-2а/2151"},
      {"7599-22-00-1/45", "7599-22-00-1/45"},
      {"6001-24-00-6ап/12", "6001-24-00-6ап/12"},
      // Latin look-alikes, capitals, spaces, other hyphens and slashes
      {"6003-25-00-4k/1454(2)", "6003-25-00-4к/1454(2)"},
      {"3599-24-00-2A/2151", "3599-24-00-2а/2151"},
      {"3599-24-00-2А/2151", "3599-24-00-2а/2151"},
      {" 7594 - 25 – 00 ‑ 4 / 5229 ", "7594-25-00-4/5229"},
      {"7594-25-00-4\\5229", "7594-25-00-4/5229"},
      {"7594—25—00—4⁄5229 ( 3 )", "7594-25-00-4/5229(3)"},
      {"6003-25-00-4 к / 7", "6003-25-00-4к/7"},
  };
  for (const auto& [written, normal] : rows) {
    INFO(written);
    CHECK(normalised_case_number(written) == std::string(normal));
  }
}

TEST_CASE("other numbers are no case numbers") {
  for (const char* text : {"", "7594-25-00-4", "594-25-00-4/5", "17594-25-00-4/5", "7594-25-00-4/", "7594-25-00-x/5",
                           "7594-25-00-4/5 и ещё", "2025-01-15", "7594-25-00-4z/5", "7594-25-00-4/12345678"}) {
    INFO(text);
    CHECK_FALSE(normalised_case_number(text));
  }
}

TEST_CASE("case numbers are found in a text with their places") {
  const std::string text = "Дело № 7594-25-00-4/1 и 7594-25-00-4а/2 соединены";
  const auto found = find_case_numbers(text);
  REQUIRE(found.size() == 2);
  CHECK(found[0].number == "7594-25-00-4/1");
  CHECK(text.substr(found[1].begin, found[1].end - found[1].begin) == "7594-25-00-4а/2");
}
