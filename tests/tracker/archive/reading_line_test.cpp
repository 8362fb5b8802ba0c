#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"
#include "tests/support/thrown.h"
#include "tracker/archive/store.h"
#include "tracker/base/error.h"

#include <fstream>

using namespace tracker;
using archive::reading_from_line;
using archive::to_line;

namespace {

model::Reading full() {
  model::Reading reading;
  reading.source = "a-source";
  reading.digest = base::sha256("bytes");
  reading.at = *base::from_rfc3339("2023-02-15T06:00:00Z");
  reading.rules = base::sha256("rules");
  reading.kind = model::SourceKind::CourtSchedule;
  reading.is_followed = true;
  reading.outcome = model::ReadingOutcome::PartMissing;
  reading.detail = "there is no \"table\"\nтізім";
  reading.encoding = "windows-1251";
  reading.encoding_rule = "declaration";
  reading.pages = 1;
  reading.words = 20;
  reading.rows = 3;
  reading.has_canary = false;
  reading.says_nothing = true;
  reading.fingerprint = "captcha";
  reading.text = base::sha256("text");
  reading.parsed = base::sha256("parsed");
  reading.left_out = {"a", "b"};
  return reading;
}

}  // namespace

TEST_CASE("a reading is a line, and the line is the reading") {
  CHECK(to_line(full()).find('\n') == std::string::npos);
  CHECK(reading_from_line(to_line(full())) == full());
  model::Reading least;
  least.source = "a";
  CHECK(reading_from_line(to_line(least)) == least);
}

TEST_CASE("a line that is no reading is refused") {
  const std::string line = to_line(full());
  const auto without = [&](const std::string& part, const std::string& instead = "") {
    auto changed = line;
    const auto at = changed.find(part);
    REQUIRE(at != std::string::npos);
    return changed.replace(at, part.size(), instead);
  };
  for (const auto& bad : {std::string(), std::string("[]"), std::string("{}"), without("\"source\":\"a-source\","), without("court_schedule", "court"),
                          without("\"words\":20", "\"words\":-1"), without("\"words\":20", "\"words\":\"20\""), without("\"is_followed\":true", "\"is_followed\":1"),
                          without("\"left_out\":[\"a\",\"b\"]", "\"left_out\":[1]"), without("\"pages\":1", "\"pages\":1,\"more\":1"),
                          without("2023-02-15T06:00:00Z", "2023-02-15")}) {
    INFO(bad);
    CHECK_THROWS_AS(reading_from_line(bad), base::DataError);
  }
}

TEST_CASE("readings are kept with what was read, and a damaged line is said by verify and passed over") {
  const tests::TempDir folder;
  archive::Store store(folder.path());
  archive::Batch batch;
  batch.objects = {"{}"};
  auto reading = full();
  reading.parsed = base::sha256("{}");
  batch.readings = {reading, reading};
  store.keep(batch);
  CHECK(store.readings().size() == 2);
  CHECK(store.verify().empty());
  std::ofstream(folder.path() / "readings.jsonl", std::ios::app) << "nonsense\n" << to_line(full()) << "\nhalf";
  CHECK(store.readings().size() == 3);
  const auto findings = store.verify();
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].line == 3);
  CHECK(findings[1].code == "missing-object");
  store.keep(batch);
  CHECK(store.readings().size() == 5);
}
