#include "tracker/parse/zone.h"

#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include <fstream>

#include "tests/support/catch.h"

using namespace tracker;
using namespace std::chrono;

namespace {

std::optional<parse::Zone> system_zone(const std::string& name) {
  std::ifstream in("/usr/share/zoneinfo/" + name, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  std::string why;
  return parse::Zone::parse(name, bytes, why);
}

std::string utc(const parse::Zone& zone, year_month_day day, minutes time) {
  const auto instant = zone.instant_of(base::Day(day), time);
  return instant ? base::to_rfc3339(*instant) : "never";
}

}  // namespace

TEST_CASE("a hearing in Almaty is at UTC+6 until the end of February 2024 and at UTC+5 since") {
  const auto almaty = system_zone("Asia/Almaty");
  REQUIRE(almaty);
  CHECK(utc(*almaty, 2024y / 2 / 29, 10h + 30min) == "2024-02-29T04:30:00Z");
  CHECK(utc(*almaty, 2024y / 3 / 1, 10h + 30min) == "2024-03-01T05:30:00Z");
  CHECK(utc(*almaty, 2022y / 1 / 6, 9h) == "2022-01-06T03:00:00Z");
  CHECK(utc(*almaty, 2060y / 6 / 1, 9h) == "2060-06-01T04:00:00Z");
  // At midnight clocks went back to 23:00: that hour was there twice, and the first is meant.
  CHECK(utc(*almaty, 2024y / 2 / 29, 23h + 30min) == "2024-02-29T17:30:00Z");
  CHECK(utc(*almaty, 2024y / 3 / 1, 0min) == "2024-02-29T19:00:00Z");
}

TEST_CASE("Qyzylorda, which did not change in 2024, and Uralsk stay at UTC+5") {
  for (const char* name : {"Asia/Qyzylorda", "Asia/Oral"}) {
    const auto zone = system_zone(name);
    REQUIRE(zone);
    CHECK(utc(*zone, 2024y / 2 / 28, 10h) == "2024-02-28T05:00:00Z");
    CHECK(utc(*zone, 2024y / 3 / 2, 10h) == "2024-03-02T05:00:00Z");
  }
}

TEST_CASE("a time that clocks never showed is no moment") {
  const auto berlin = system_zone("Europe/Berlin");
  REQUIRE(berlin);
  CHECK(utc(*berlin, 2024y / 3 / 31, 2h + 30min) == "never");
  CHECK(utc(*berlin, 2024y / 3 / 31, 3h) == "2024-03-31T01:00:00Z");
  CHECK(utc(*berlin, 2024y / 10 / 27, 2h + 30min) == "2024-10-27T00:30:00Z");
}

TEST_CASE("bytes that are no zone are refused") {
  std::string why;
  CHECK_FALSE(parse::Zone::parse("x", "", why));
  CHECK(why == "it is no file of a time zone");
  CHECK_FALSE(parse::Zone::parse("x", "TZif2" + std::string(15, '\0') + std::string(24, '\xff'), why));
  std::ifstream in("/usr/share/zoneinfo/Asia/Almaty", std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  for (std::size_t length = 0; length + 12 < bytes.size(); length += 7) parse::Zone::parse("x", bytes.substr(0, length), why);
}

// Why zone.h reads files: where this fails, ICU has caught up, and the comment in zone.h should say so.
TEST_CASE("ICU's own zones are as old as ICU") {
  UErrorCode status = U_ZERO_ERROR;
  const std::string version = icu::TimeZone::getTZDataVersion(status);
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone("Asia/Almaty"));
  int32_t raw = 0, dst = 0;
  zone->getOffset(1'717'200'000'000.0, false, raw, dst, status);  // 1 June 2024
  INFO("tz data of ICU: " << version);
  CHECK((raw + dst == 5 * 3600 * 1000) == (version >= "2024a"));
}
