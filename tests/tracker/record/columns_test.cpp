#include "tracker/record/columns.h"

#include "tests/support/catch.h"
#include "tests/tracker/record/support.h"
#include "tracker/base/error.h"

using namespace tracker;

TEST_CASE("text in several languages is canonical JSON") {
  model::Localised text;
  CHECK(record::to_json(text) == "{}");
  text.by_language = {{"ru", "Суд \"1\""}, {"", "a\nb"}, {"en", "Court </b>"}};
  CHECK(record::to_json(text) == R"({"":"a\nb","en":"Court </b>","ru":"Суд \"1\""})");
}

TEST_CASE("lists and objects of text come back from JSON") {
  CHECK(record::to_json(std::vector<std::string>{}) == "[]");
  CHECK(record::to_json(std::vector<std::string>{"en", "kk"}) == R"(["en","kk"])");
  const std::map<std::string, std::string> headers = {{"etag", "\"x\""}, {"date", ""}};
  CHECK(record::object_from_json(record::to_json(headers)) == headers);
}

TEST_CASE("bytes of a strange server that are no text stop nothing") {
  CHECK(record::object_from_json(record::to_json(std::map<std::string, std::string>{{"etag", "\xff\xfe"}}))
            .size() == 1);
}

TEST_CASE("headers that are none are damage") {
  const std::string json = GENERATE("", "[]", "{", R"({"a":1})", "null", "{\"a\":\"\xff\"}");
  CHECK_THROWS_AS(record::object_from_json(json), base::DataError);
}

TEST_CASE("what is not said is NULL") {
  CHECK_FALSE(record::said(std::string()).has_value());
  CHECK(record::said(std::string("x")) == "x");
  CHECK_FALSE(record::said(model::Ref{}).has_value());
  CHECK_FALSE(record::edtf(std::nullopt).has_value());
  CHECK(record::edtf(base::PartialDate::parse("2022-06~")) == "2022-06~");
  CHECK_FALSE(record::code(std::optional<model::Sex>()).has_value());
  CHECK(record::code(std::optional(model::Sex::Female)) == "female");
}

TEST_CASE("an insert has a parameter for every column") {
  auto database = tests::tables();
  record::insert_into(database, "meta", "key, value").run("a", "b");
  CHECK(tests::rows_of(database, "SELECT key, value FROM meta") == "a|b\n");
}
