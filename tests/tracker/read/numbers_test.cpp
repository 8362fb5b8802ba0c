#include "tests/tracker/read/support.h"
#include "tracker/read/numbers.h"

using namespace tracker::read;

TEST_CASE("numbers are read in words and figures, in three languages") {
  struct Row {
    const char* language;
    const char* text;
    double value;
  };
  const std::vector<Row> rows = {
      {"en", "seven", 7},        {"en", "twenty-five", 25},      {"en", "twenty five", 25}, {"en", "2 1/2", 2.5},
      {"en", "three and a half", 3.5}, {"en", "five and half", 5.5}, {"en", "1,5", 1.5},    {"en", "600,000", 600000},
      {"en", "15", 15},          {"ru", "полтора", 1.5},         {"ru", "семи", 7},         {"ru", "двадцать пять", 25},
      {"ru", "два с половиной", 2.5}, {"ru", "одиннадцати", 11}, {"kk", "он сегіз", 18},    {"kk", "бір жарым", 1.5},
      {"kk", "жиырма бес", 25},  {"kk", "үш жүз төртінші", 304}, {"kk", "тоқсан тоғызыншы", 99}, {"kk", "жүз жиырма", 120},
      {"kk", "3 , 5", 3.5},      {"kk", "он екі", 12},
  };
  for (const auto& row : rows) {
    INFO(row.language << ": " << row.text);
    const auto found = number_at(first_sentence(row.language, row.text), 0, grammar(row.language));
    REQUIRE(found.has_value());
    CHECK(found->value == Approx(row.value));
  }
}

TEST_CASE("two numbers that are no one number stay two") {
  const auto& english = grammar("en");
  CHECK(number_at(first_sentence("en", "five six"), 0, english)->value == Approx(5));
  CHECK(number_at(first_sentence("en", "six and five"), 0, english)->value == Approx(6));
  CHECK_FALSE(number_at(first_sentence("en", "horse"), 0, english));
  CHECK_FALSE(number_at(first_sentence("en", "11/2014/5"), 0, english));
}
