#include "sitegen/data/csv.h"

#include "tests/sitegen/data/read_csv.h"
#include "tests/support/catch.h"

using sitegen::data::csv_row;

TEST_CASE("a field is quoted where it must be, and only there") {
  struct Case {
    const char* field;
    const char* written;
  };
  const std::vector<Case> cases = {
      {"", ""},
      {"plain", "plain"},
      {"two words", "two words"},
      {"a,b", "\"a,b\""},
      {"a\"b", "\"a\"\"b\""},
      {"\"", "\"\"\"\""},
      {"a\nb", "\"a\nb\""},
      {"a\rb", "\"a\rb\""},
      {"a\r\nb", "\"a\r\nb\""},
      {" a", "\" a\""},
      {"a ", "\"a \""},
      {" ", "\" \""},
      {"Проба Пробаев", "Проба Пробаев"},
      {"semi;colon", "semi;colon"},
      {"tab\there", "tab\there"},
      {"'single'", "'single'"},
      {"=1+1", "=1+1"},
  };
  for (const auto& one : cases) {
    INFO(one.field);
    CHECK(csv_row({one.field}) == std::string(one.written) + "\r\n");
  }
}

TEST_CASE("what is written is read back letter by letter") {
  const std::vector<std::string> fields = {"a",       "",         "b,c",    "\"quoted\"", "line\nbreak",
                                           " outer ", "<script>", "\u202e", ","};
  CHECK(tests::read_csv(csv_row(fields)) == tests::CsvRows{fields});
  CHECK(tests::read_csv(csv_row({"a", ""}) + csv_row({"", "b"})) == tests::CsvRows{{"a", ""}, {"", "b"}});
}
