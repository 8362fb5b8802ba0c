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

TEST_CASE("the spreadsheet-safe twin begins no field and no cell inside one with what could be a formula") {
  using sitegen::data::spreadsheet_text;
  CHECK(spreadsheet_text("Test Person") == "Test Person");
  CHECK(spreadsheet_text("") == "");
  CHECK(spreadsheet_text("2022-06") == "2022-06");
  for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "\"=1", "'=1", "＝1", "＋1", "－1", "＠x"}) {
    INFO(text);
    CHECK(spreadsheet_text(text).front() == '\'');
  }
  CHECK(spreadsheet_text("\tx") == "'\tx");
  CHECK(spreadsheet_text("\rx") == "'\rx");
  CHECK(spreadsheet_text("a; =1") == "a;' =1");
  CHECK(spreadsheet_text("a\n=1") == "a\n'=1");
  CHECK(spreadsheet_text("a; b; c") == "a; b; c");
  CHECK(sitegen::data::spreadsheet_row({"=a\"b", "c"}) == "\"'=a\"\"b\",\"c\"\r\n");
}
