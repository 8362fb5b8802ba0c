#include "tests/support/catch.h"
#include "tracker/health/health.h"

using namespace tracker;

namespace {

std::string fault(const model::Expectation& expect, const model::Reading& reading, const model::Reading* earlier = nullptr) {
  model::Source source;
  source.expect = expect;
  return health::fault_of(source, reading, earlier).value_or("");
}

model::Reading counted(int words, int rows = 0) {
  model::Reading reading;
  reading.pages = 1;
  reading.words = words;
  reading.rows = rows;
  return reading;
}

}  // namespace

TEST_CASE("a page is what its source's file expects, or the fault is named") {
  const model::Expectation expect{.min_words = 50, .max_words = 5000, .min_rows = 2, .max_rows = 100, .max_shrink_percent = 50, .canary = "List"};
  CHECK(fault(expect, counted(100, 10)).empty());
  CHECK(fault(expect, counted(10, 10)) == "10 words, but at least 50 are expected");
  CHECK(fault(expect, counted(9999, 10)) == "9999 words, but at most 5000 are expected");
  CHECK(fault(expect, counted(100, 1)) == "1 rows, but at least 2 are expected");
  CHECK(fault(expect, counted(100, 101)) == "101 rows, but at most 100 are expected");
  const auto before = counted(1000, 40);
  CHECK(fault(expect, counted(499, 40), &before) == "499 words after 1000: it shrank by 51 %, and at most 50 % are expected");
  CHECK(fault(expect, counted(500, 20), &before).empty());
  CHECK(fault(expect, counted(1000, 10), &before) == "10 rows after 40: it shrank by 75 %, and at most 50 % are expected");
}

TEST_CASE("a 200 without its canary is a failure") {
  auto reading = counted(1000);
  reading.has_canary = false;
  CHECK(fault({.canary = "List"}, reading) == "\"List\" does not stand on it, and always should");
}

TEST_CASE("a page in place of the page is named before what is missing on it") {
  auto reading = counted(10);
  reading.has_canary = false;
  reading.outcome = model::ReadingOutcome::PartMissing;
  reading.detail = "nothing on the page is #list";
  CHECK(fault({.canary = "List"}, reading) == "the part to read is missing: nothing on the page is #list");
  reading.fingerprint = "captcha";
  CHECK(fault({.canary = "List"}, reading) == "it is a page in place of the page: captcha");
  reading.fingerprint = "blocked";
  CHECK(fault({}, reading) == "it is a page that the source's file names as blocked");
}

TEST_CASE("a page that says that there is nothing may have no rows") {
  auto reading = counted(60, 0);
  CHECK(fault({.min_rows = 1}, reading) == "0 rows, but at least 1 are expected");
  reading.says_nothing = true;
  CHECK(fault({.min_rows = 1}, reading).empty());
}

TEST_CASE("an empty page is no page even where nothing is expected") {
  model::Source source;
  CHECK(health::fault_of(source, counted(0), nullptr) == "there is not one word on it");
  CHECK_FALSE(health::fault_of(source, counted(1), nullptr));
}
