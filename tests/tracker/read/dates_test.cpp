#include "tests/tracker/read/support.h"
#include "tracker/read/dates.h"

using namespace tracker::read;

namespace {

std::string date(const std::string& language, const std::string& text, const char* published, const char* previous = nullptr) {
  DateContext context{tracker::base::PartialDate::parse(published), std::nullopt, std::nullopt};
  if (previous) context.previous = context.with_year = tracker::base::PartialDate::parse(previous);
  for (const auto& mention : find_dates(first_sentence(language, text), grammar(language)))
    if (mention.rule->source.precision != "ignore")
      if (const auto found = resolve(mention, context)) return found->edtf();
  return "";
}

}  // namespace

// The patterns have examples of their own in the lexicon; here is what the calendar makes of them.

TEST_CASE("a day without a year is the last one before publication") {
  CHECK(date("en", "on January 19", "2024-01-19") == "2024-01-19");
  CHECK(date("en", "on December 14", "2023-02-08") == "2022-12-14");
  CHECK(date("ru", "7 февраля", "2023") == "2023-02-07");
  CHECK(date("kk", "2 қыркүйекте", "2021-09-02") == "2021-09-02");
  CHECK(date("en", "in May", "2023-11-29") == "2023-05");
}

TEST_CASE("a day without a year follows the date told before it") {
  CHECK(date("en", "on 29 November", "2014-08", "2013-11-22") == "2013-11-29");
  CHECK(date("en", "on 25 January", "2014-08", "2013-09-27") == "2014-01-25");
  CHECK(date("en", "on 20 September", "2014-08", "2012-09-09") == "2012-09-20");
}

TEST_CASE("a weekday is the last one, as far as publication is known") {
  CHECK(date("en", "on Wednesday", "2023-11-29") == "2023-11-29");
  CHECK(date("en", "last Wednesday", "2023-11-29") == "2023-11-22");
  CHECK(date("en", "on Saturday", "2006-01") == "2006-01");
  CHECK(date("ru", "в среду", "2013-12-19") == "2013-12-18");
}

TEST_CASE("words for days lean on publication or on the date before") {
  CHECK(date("ru", "вчера отпустили", "2013-12-24") == "2013-12-23");
  CHECK(date("ru", "сегодня рано утром", "2021-02-04") == "2021-02-04");
  CHECK(date("en", "the following day", "2014-08", "2013-11-22") == "2013-11-23");
  CHECK(date("en", "in June last year", "2023-03-06") == "2022-06");
  CHECK(date("ru", "в сентябре прошлого года", "2025-08") == "2024-09");
  CHECK(date("kk", "биыл 21 маусымда", "2021-09-02") == "2021-06-21");
  CHECK(date("kk", "өткен жылы қарашада", "2021-09-02") == "2020-11");
}

TEST_CASE("without a day of publication a date without a year is none") {
  const auto mentions = find_dates(first_sentence("ru", "9 января выслушала"), grammar("ru"));
  REQUIRE(mentions.size() == 1);
  CHECK_FALSE(resolve(mentions[0], {}));
}

TEST_CASE("what is no date is none") {
  CHECK(date("en", "he may march", "2023-03-06") == "");
  CHECK(date("en", "32 May 2020 and 99.99.2020", "2023-03-06") != "2020-05-32");
  CHECK(date("en", "during the January 2022 events", "2023-03-06") == "");
  CHECK(date("kk", "30 ақпан", "2023-03-06") == "");
}
