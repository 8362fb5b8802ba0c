#include "tracker/version/json_view.h"

#include <string>

#include "tests/support/catch.h"
#include "tracker/base/error.h"

using namespace tracker;
using version::JsonReader;
using version::JsonView;

namespace {

std::string error_of(const std::string& text) {
  try {
    JsonReader().read(text, "a.json");
  } catch (const base::DataError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("what is no JSON is refused with the words of strict reading") {
  CHECK(error_of("{\n\"a\": 1,\n\"b\": oops}") == "a.json: is not JSON from line 3 on");
  CHECK(error_of("") == "a.json: is not JSON from line 1 on");
  CHECK(error_of("{} {}") == "a.json: is not JSON from line 1 on");
  CHECK(error_of(std::string("{}\n\0", 4)) == "a.json: is not JSON from line 2 on");
  CHECK(error_of("\"\xff\"") == "a.json: is not JSON from line 1 on");
  CHECK(error_of(std::string(100'000, '[')) == "a.json: is nested too deeply");
  CHECK(error_of(std::string(30, '[') + std::string(30, ']')) == "no error");
  CHECK(error_of("{\"a\":{\"a\":1},\"b\":[{\"a\":2}]}") == "no error");
}

TEST_CASE("a value is what it is asked for, or the message says what it is") {
  const version::Where where{"a.json"};
  JsonReader reader;
  version::ObjectView object(reader.read(R"({"s":"é","b":true,"n":-5,"l":[1,2],"o":{},"z":null})", "a.json"), where);
  CHECK(string_in(*object.find("s"), where) == "é");
  CHECK(bool_in(*object.find("b"), where));
  CHECK(int_in(*object.find("n"), where) == -5);
  CHECK(list_in(*object.find("l"), where).size() == 2);
  CHECK_FALSE(object.find("x"));
  CHECK_THROWS_WITH(string_in(*object.find("n"), where), "a.json: expected a string, found a number");
  CHECK_THROWS_WITH(bool_in(*object.find("z"), where), "a.json: expected true or false, found null");
  CHECK_THROWS_WITH(int_in(*object.find("s"), where), "a.json: expected a number, found a string");
  CHECK_THROWS_WITH(list_in(*object.find("o"), where), "a.json: expected a list, found an object");
  CHECK_THROWS_WITH(version::ObjectView(*object.find("l"), where), "a.json: expected an object, found a list");
}

TEST_CASE("an integer of a view is one that fits") {
  const version::Where where{"x"};
  JsonReader reader;
  const auto number = [&](const char* text) { return int_in(reader.read(text, "x"), where); };
  CHECK(number("2147483647") == 2147483647);
  CHECK(number("-2147483648") == -2147483647 - 1);
  for (const char* text : {"2147483648", "-2147483649", "18446744073709551615", "1.5", "1e3", "\"1\"", "true", "null"})
    CHECK_THROWS_AS(number(text), base::DataError);
}

TEST_CASE("a view of an object knows the keys that nobody asked for, and those that stand twice") {
  const version::Where root{"a.json"}, where{"list", &root, 3};
  JsonReader reader, of_twice;
  const auto text = reader.read(R"({"a":1,"b":2})", "a.json"), twice = of_twice.read(R"({"a":1,"b":2,"a":3})", "a.json");
  version::ObjectView object(text, where);
  CHECK(object.find("a"));
  CHECK_THROWS_WITH(object.finish(), "a.json: list: has the unknown key \"b\"");
  CHECK(object.find("b"));
  CHECK_NOTHROW(object.finish());
  version::ObjectView repeated(twice, where);
  CHECK(repeated.find("a"));
  CHECK(repeated.find("b"));
  CHECK_THROWS_WITH(repeated.finish(), "a.json: list: has the key \"a\" twice in one object");
  CHECK(version::ObjectView(text, where).all().size() == 2);
}

TEST_CASE("a reader reads one text after another, longer or shorter, and a large object") {
  const version::Where where{"x"};
  JsonReader reader;
  std::string large = "{";
  for (int i = 0; i < 1000; ++i) large += (i ? ",\"k" : "\"k") + std::to_string(i) + "\":" + std::to_string(i);
  CHECK(int_in(reader.read("1", "x"), where) == 1);
  {
    version::ObjectView object(reader.read(large + "}", "x"), where);
    CHECK(int_in(*object.find("k999"), where) == 999);
    CHECK(object.all().size() == 1000);
    CHECK_NOTHROW(object.finish());
  }
  CHECK_THROWS_AS(reader.read("[", "x"), base::DataError);
  CHECK(int_in(reader.read("-3", "x"), where) == -3);
}
