#include <algorithm>
#include <string>

#include "tests/support/catch.h"
#include "tests/tracker/version/any_record.h"
#include "tests/tracker/version/chain.h"
#include "tracker/base/error.h"
#include "tracker/version/version.h"

using namespace tracker;
using version::from_json;
using version::to_json;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("the text has no " + from);
  return text.replace(at, from.size(), to);
}

std::string error_of(const std::string& bytes) {
  try {
    from_json(bytes, "000002.json");
  } catch (const base::DataError& error) {
    CHECK_FALSE(error.hint().empty());
    return error.what();
  }
  return "no error";
}

std::string second_file() {
  return to_json(tests::Chain().versions.at(1));
}

}  // namespace

TEST_CASE("a version file is JSON with one change a line") {
  const tests::Chain chain;
  const std::string zeros = "0000000000000000000000000000000";
  const auto hex = [&](const char* field) {
    auto version = chain.versions[0];
    return tests::change_in(version, "person/kz-0001", field).commitment->hex();
  };
  CHECK(to_json(chain.versions[0]) ==
        "{\n"
        "\"number\":1,\n"
        "\"recorded\":\"2026-01-02T03:04:05Z\",\n"
        "\"note\":\"\",\n"
        "\"totals\":{\"as_of\":\"2026-01-02\",\"by_display\":{\"imprisoned\":0,\"released\":1},\"cases\":1,"
        "\"prosecutions\":1},\n"
        "\"headline\":{\"deprived\":{\"current\":0,\"entered\":[],\"left\":[],\"previous\":0},"
        "\"persons\":{\"current\":1,\"entered\":[\"kz-0001\"],\"left\":[],\"previous\":0},"
        "\"prosecuted\":{\"current\":1,\"entered\":[\"kz-0001\"],\"left\":[],\"previous\":0}},\n"
        "\"changes\":[\n"
        "{\"op\":\"ADD\",\"entity\":\"person/kz-0001\",\"field\":\"id\",\"reason\":\"new_information\","
        "\"value\":\"kz-0001\",\"salt\":\"" +
            zeros + "1\",\"commitment\":\"" + hex("id") +
            "\"},\n"
            "{\"op\":\"ADD\",\"entity\":\"person/"
            "kz-0001\",\"field\":\"name.en\",\"reason\":\"new_information\","
            "\"value\":\"Test Person kz-0001\",\"salt\":\"" +
            zeros + "2\",\"commitment\":\"" + hex("name.en") +
            "\"},\n"
            "{\"op\":\"ADD\",\"entity\":\"person/"
            "kz-0001\",\"field\":\"occupation\",\"reason\":\"new_information\","
            "\"value\":\"poet\",\"salt\":\"" +
            zeros + "3\",\"commitment\":\"" + hex("occupation") +
            "\"}\n"
            "],\n"
            "\"hash\":\"" +
            chain.versions[0].hash.hex() +
            "\"\n"
            "}\n");
}

TEST_CASE("a version reads back as it was written") {
  const tests::Chain chain;
  for (const auto& version : chain.versions) {
    const auto bytes = to_json(version);
    const auto again = from_json(bytes, "x");
    CHECK(to_json(again) == bytes);
    CHECK(again.number == version.number);
    CHECK(again.recorded == version.recorded);
    CHECK(again.previous == version.previous);
    CHECK(again.hash == version.hash);
    CHECK(hash_of(again) == version.hash);
    CHECK(again.headline.persons.entered == version.headline.persons.entered);
    CHECK(again.headline.persons.left == version.headline.persons.left);
    CHECK(again.totals.as_of == version.totals.as_of);
    CHECK(again.totals.by_display == version.totals.by_display);
    CHECK(again.changes.size() == version.changes.size());
  }
}

TEST_CASE("any texts survive a version file") {
  for (unsigned seed = 0; seed < 30; ++seed) {
    const auto state = version::state_of(tests::Filler(seed, false).record());
    version::Proposal proposal;
    proposal.note = "a \"note\"\nof two lines";
    const auto made = make_version(std::nullopt, {}, state, {}, {}, proposal, tests::counting_salts());
    if (!made) continue;
    const auto bytes = to_json(*made);
    CAPTURE(seed);
    REQUIRE(static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) ==
            made->changes.size() + 10);
    const auto again = from_json(bytes, "x");
    REQUIRE(to_json(again) == bytes);
    REQUIRE(again.note == proposal.note);
    REQUIRE(version::verify_chain({again}).empty());
  }
}

TEST_CASE("a change costs less than two hundred bytes beside what it says") {
  const tests::Chain chain;
  for (const auto& version : chain.versions) {
    std::size_t said = 0;
    for (const auto& change : version.changes)
      said += change.entity.size() + change.field.size() + change.value.value_or("").size();
    CHECK(to_json(version).size() - said < 200 * version.changes.size() + 1000);
  }
}

TEST_CASE("the hash does not see values and salts, and sees everything else") {
  const auto version = tests::Chain().versions.at(1);
  const auto changed = [&](auto change) {
    auto copy = version;
    change(copy);
    return hash_of(copy);
  };
  using V = version::Version;
  CHECK(changed([](V& v) { v.changes[0].value.reset(); }) == version.hash);
  CHECK(changed([](V& v) { v.changes[0].salt = "ff"; }) == version.hash);
  CHECK(changed([](V& v) { v.changes[0].commitment = base::Digest(); }) != version.hash);
  CHECK(changed([](V& v) { v.changes[0].entity += "1"; }) != version.hash);
  CHECK(changed([](V& v) { v.changes[0].field += "1"; }) != version.hash);
  CHECK(changed([](V& v) { v.changes[0].reason = model::Reason::Split; }) != version.hash);
  CHECK(changed([](V& v) { v.changes[0].operation = model::Operation::Modify; }) != version.hash);
  CHECK(changed([](V& v) { v.changes.pop_back(); }) != version.hash);
  CHECK(changed([](V& v) { v.number = 3; }) != version.hash);
  CHECK(changed([](V& v) { v.recorded += std::chrono::seconds(1); }) != version.hash);
  CHECK(changed([](V& v) { v.previous.reset(); }) != version.hash);
  CHECK(changed([](V& v) { v.note = "x"; }) != version.hash);
  CHECK(changed([](V& v) { v.totals.cases++; }) != version.hash);
  CHECK(changed([](V& v) { v.totals.by_display["released"]++; }) != version.hash);
  CHECK(changed([](V& v) { v.headline.deprived.left = {"kz-0009"}; }) != version.hash);
}

TEST_CASE("what is not a version file is refused with its name and what is wrong") {
  const std::string good = second_file();
  REQUIRE(error_of(good) == "no error");
  struct Row {
    std::string from, to, message;
  };
  const auto row = GENERATE(values<Row>({
      {"\"number\":2", "\"number\":\"2\"", "number: expected a number, found a string"},
      {"\"number\":2", "\"number\":0", "number: there is no version of this number"},
      {"\"number\":2", "\"number\":2.0", "has a number that is no integer"},
      {"\"number\":2,", "\"number\":2,\"number\":2,", "has the key \"number\" twice in one object"},
      {"\"number\":2,", "", "has no \"number\""},
      {"\"number\":2,", "\"number\":2,\"signed\":true,", "has the unknown key \"signed\""},
      {"2026-01-03T", "2026-13-03T", "recorded: expected a time like 2026-11-23T09:05:00Z"},
      {"\"previous\":\"", "\"previous\":\"0", "previous: expected 64 hexadecimal digits"},
      {"\"note\":\"\"", "\"note\":null", "note: expected a string, found null"},
      {"\"as_of\":\"2026-01-02\"", "\"as_of\":\"2026-01\"", "totals.as_of: expected a day like 2026-11-23"},
      {"\"cases\":1", "\"cases\":-1", "totals.cases: there is no such count"},
      {"\"released\":2", "\"released\":4000000000",
       "totals.by_display.released: the number 4000000000 is too large"},
      {"\"totals\":{", "\"totals\":{\"x\":1,", "totals: has the unknown key \"x\""},
      {"\"left\":[]", "\"left\":[1]", "headline.deprived.left: expected a string, found a number"},
      {"\"left\":[]", "\"left\":{}", "headline.deprived.left: expected a list, found an object"},
      {"[\"kz-0002\",\"kz-0003\"]", "[\"kz-0003\",\"kz-0002\"]", "headline.persons.entered: is not in order"},
      {"\"op\":\"ADD\"", "\"op\":\"add\"", "changes[1].op: the code \"add\" is unknown"},
      {"\"op\":\"ADD\"", "\"op\":\"DEL\"", "changes[1]: a deletion has no value, salt or commitment"},
      {"\"reason\":\"new_information\"", "\"reason\":\"mood\"",
       "changes[1].reason: the code \"mood\" is unknown"},
      {"\"value\":\"kz-0002\",", "\"value\":null,", "changes[1].value: null is no value of a field"},
      {"\"value\":\"kz-0002\",", "", "changes[1]: value and salt stand together or are withheld together"},
      {"\"salt\":\"0", "\"salt\":\"", "changes[1].salt: expected 32 hexadecimal digits"},
      {"\"field\":\"id\"", "\"field\":\"zz\"", "changes[2]: does not come after the change before it"},
      {"\"hash\":\"", "\"hash\":\"x", "hash: expected 64 hexadecimal digits"},
      {"\n]", "", "is not JSON from line 15 on"},
  }));
  CHECK(error_of(replaced(good, row.from, row.to)) == "000002.json: " + row.message);
}

TEST_CASE("a change that lost its commitment is refused") {
  const std::string good = second_file();
  const auto start = good.find(",\"commitment\"");
  CHECK(error_of(good.substr(0, start) + good.substr(good.find('}', start))) ==
        "000002.json: changes[1]: has no \"commitment\"");
}

TEST_CASE("a version that could not be read again is not written") {
  const std::string good = second_file();
  const auto version = from_json(good, "000002.json");
  CHECK(to_json(version, good.size()) == good);
  CHECK_THROWS_WITH(to_json(version, good.size() - 1), "version 2 would be larger than 0 MiB, and could not be read again");
}

TEST_CASE("a version file that ends too early, late or never is refused") {
  const std::string good = second_file();
  for (std::size_t size = 0; size < good.size() - 1; size += 7)
    REQUIRE_THROWS_AS(from_json(std::string_view(good).substr(0, size), "x"), base::DataError);
  CHECK(error_of(good + "x") == "000002.json: is not JSON from line 18 on");
  CHECK(error_of(good + std::string(1, '\0')) == "000002.json: is not JSON from line 18 on");
  CHECK(error_of(std::string(512 * 1024 * 1024 + 1, ' ')) == "000002.json: is larger than 512 MiB");
  CHECK(error_of("[]") == "000002.json: expected an object, found a list");
}
