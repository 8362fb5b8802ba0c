#include "tracker/version/json.h"

#include <string>

#include "tests/support/catch.h"
#include "tracker/base/error.h"

using namespace tracker;
using version::canonical;
using version::Json;
using version::parse_strict;

namespace {

std::string error_of(const std::string& text) {
  try {
    parse_strict(text, "a.json");
  } catch (const base::DataError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("canonical JSON has sorted keys, no space, and no escapes that are not needed") {
  CHECK(canonical(Json::parse(R"( {"b": [1, -2], "a": "é\u00e9/\n\u0001", "B": {}} )")) ==
        "{\"B\":{},\"a\":\"éé/\\n\\u0001\",\"b\":[1,-2]}");
}

TEST_CASE("text that is not UTF-8 has no canonical form") {
  CHECK_THROWS_AS(canonical(Json("\xff")), base::DataError);
}

TEST_CASE("strict reading says what is wrong and where it begins") {
  CHECK(error_of("{\n\"a\": 1,\n\"b\": oops}") == "a.json: is not JSON from line 3 on");
  CHECK(error_of("") == "a.json: is not JSON from line 1 on");
  CHECK(error_of("{} {}") == "a.json: is not JSON from line 1 on");
  CHECK(error_of(std::string("{}\n\0", 4)) == "a.json: is not JSON from line 2 on");
  CHECK(error_of("\"\xff\"") == "a.json: is not JSON from line 1 on");
  CHECK(error_of("{\"a\":1,\"a\":1}") == "a.json: has the key \"a\" twice in one object");
  CHECK(error_of("[{\"a\":{\"b\":1}},{\"a\":1.5}]") == "a.json: has a number that is no integer");
  CHECK(error_of("1e3") == "a.json: has a number that is no integer");
  CHECK(error_of(std::string(100'000, '[')) == "a.json: is nested too deeply");
  CHECK(error_of("{\"a\":{\"a\":1},\"b\":[{\"a\":2}]}") == "no error");
}

TEST_CASE("an integer is one that fits") {
  const version::Where where{"a.json"};
  CHECK(int_in(Json(-5), where) == -5);
  CHECK(int_in(Json(2147483647), where) == 2147483647);
  for (const char* text : {"2147483648", "-2147483649", "18446744073709551615", "\"1\"", "true", "null"})
    CHECK_THROWS_AS(int_in(parse_strict(text, "x"), where), base::DataError);
}

TEST_CASE("an object knows the keys that nobody asked for") {
  const Json json = {{"a", 1}, {"b", 2}};
  const version::Where root{"a.json"}, in_list{"list", &root}, where{{}, &in_list, 3};
  version::Object object(json, where);
  CHECK(object.find("c") == nullptr);
  CHECK(object.at("a") == 1);
  CHECK_THROWS_WITH(object.finish(), "a.json: list[3]: has the unknown key \"b\"");
  CHECK_THROWS_WITH(object.at("d"), "a.json: list[3]: has no \"d\"");
  CHECK(object.at("b") == 2);
  CHECK_NOTHROW(object.finish());
}
