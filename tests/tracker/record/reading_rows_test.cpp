#include "tracker/record/reading_rows.h"

#include "tests/tracker/db/support.h"
#include "tests/tracker/record/support.h"
#include "tracker/base/error.h"

using namespace tracker;

namespace {

base::Instant day(int number) { return base::Instant(std::chrono::hours(24 * number)); }

model::Reading reading(const std::string& bytes) {
  model::Reading made;
  made.source = "news";
  made.digest = base::sha256(bytes);
  made.at = day(1);
  made.rules = base::sha256("rules");
  made.words = 7;
  made.encoding = "UTF-8";
  made.left_out = {"a", "б"};
  made.parsed = base::sha256("parsed");
  return made;
}

model::Receipt receipt(int at, model::FetchOutcome outcome) {
  model::Receipt made{.source = "news", .url = "u", .started = day(at), .outcome = outcome};
  if (outcome == model::FetchOutcome::Fetched) made.digest = base::sha256("a");
  else made.detail = "no answer";
  return made;
}

}  // namespace

TEST_CASE("readings come back in their order, with all that was said") {
  auto database = tests::tables();
  auto full = reading("b");
  full.kind = model::SourceKind::Feed;
  full.is_followed = true;
  full.outcome = model::ReadingOutcome::Limited;
  full.detail = "more than 8 s of work";
  full.encoding_rule = "bom";
  full.pages = 1;
  full.rows = 2;
  full.has_canary = false;
  full.says_nothing = true;
  full.fingerprint = "captcha";
  full.text = base::sha256("text");
  const std::vector<model::Reading> readings = {reading("a"), full};
  record::write_readings(database, readings);
  CHECK(record::read_readings(database) == readings);
  record::write_readings(database, {reading("a"), reading("c")});
  CHECK(record::read_readings(database) == std::vector<model::Reading>{reading("a"), reading("c")});
}

TEST_CASE("a reading in the index that is none is damage") {
  auto database = tests::tables();
  record::write_readings(database, {reading("a")});
  database.execute("UPDATE reading SET outcome = 'x'");
  CHECK_THROWS_AS(record::read_readings(database), base::DataError);
}

TEST_CASE("the health of sources is rows: a state, its transitions and the times unseen") {
  auto database = tests::tables();
  model::Record whole;
  whole.sources = {{.id = "news", .kind = model::SourceKind::Page, .rhythm = model::Rhythm::Daily}};
  using enum model::FetchOutcome;
  const std::vector<model::Receipt> receipts = {receipt(1, Fetched), receipt(5, Unreachable), receipt(6, Unreachable)};
  record::Sync sync;
  sync.record = &whole;
  sync.receipts = &receipts;
  record::write_health(database, sync);
  CHECK(tests::rows_of(database, "SELECT source, state, last_success, failures, reason FROM source_health") == "news|failing|86400|2|no answer\n");
  CHECK(tests::rows_of(database, "SELECT position, at, from_state, to_state, reason FROM source_transition") == "0|432000|ok|failing|no answer\n");
  CHECK(tests::rows_of(database, "SELECT begins, ends, reason FROM source_gap") == "86400|NULL|no answer\n");
  record::delete_health(database);
  CHECK(tests::rows_of(database, "SELECT count(*) FROM source_health") == "0\n");
}
