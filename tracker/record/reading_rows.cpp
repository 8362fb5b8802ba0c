#include "tracker/record/reading_rows.h"

#include <nlohmann/json.hpp>

#include "tracker/base/error.h"
#include "tracker/health/health.h"
#include "tracker/record/columns.h"

namespace tracker::record {
namespace {

const char* const kColumns =
    "position, source, digest, at, rules, kind, is_followed, outcome, detail, encoding, encoding_rule, pages, words, rows, "
    "has_canary, says_nothing, fingerprint, text, parsed, left_out";

std::int64_t seconds_of(base::Instant instant) { return instant.time_since_epoch().count(); }

std::optional<std::int64_t> seconds_of(const std::optional<base::Instant>& instant) {
  if (!instant) return std::nullopt;
  return seconds_of(*instant);
}

[[noreturn]] void fail(const std::string& what) {
  throw base::DataError("the index holds a reading with " + what, "delete it and run `tracker rebuild`");
}

base::Digest digest_in(const std::string& hex) {
  const auto digest = base::Digest::from_hex(hex);
  if (!digest) fail("the digest \"" + hex + "\"");
  return *digest;
}

std::optional<base::Digest> digest_in(const std::optional<std::string>& hex) {
  if (!hex) return std::nullopt;
  return digest_in(*hex);
}

std::optional<std::string> hex_of(const std::optional<base::Digest>& digest) {
  if (!digest) return std::nullopt;
  return digest->hex();
}

template <class Enum>
Enum code_in(const std::string& code) {
  const auto value = model::from_code<Enum>(code);
  if (!value) fail("the code \"" + code + "\"");
  return *value;
}

std::vector<std::string> list_in(const std::string& json) {
  const auto list = nlohmann::json::parse(json, nullptr, false);
  if (!list.is_array()) fail("a list that is none");
  std::vector<std::string> texts;
  for (const auto& one : list) {
    if (!one.is_string()) fail("a list that is none");
    texts.push_back(one.get<std::string>());
  }
  return texts;
}

model::Reading reading_of(const db::Rows& row) {
  model::Reading reading;
  reading.source = row.text(1);
  reading.digest = digest_in(row.text(2));
  reading.at = base::Instant(std::chrono::seconds(row.integer(3)));
  reading.rules = digest_in(row.text(4));
  reading.kind = code_in<model::SourceKind>(row.text(5));
  reading.is_followed = row.integer(6) != 0;
  reading.outcome = code_in<model::ReadingOutcome>(row.text(7));
  reading.detail = row.maybe_text(8).value_or("");
  reading.encoding = row.maybe_text(9).value_or("");
  reading.encoding_rule = row.maybe_text(10).value_or("");
  reading.pages = row.small_integer(11);
  reading.words = row.small_integer(12);
  reading.rows = row.small_integer(13);
  reading.has_canary = row.integer(14) != 0;
  reading.says_nothing = row.integer(15) != 0;
  reading.fingerprint = row.maybe_text(16).value_or("");
  reading.text = digest_in(row.maybe_text(17));
  reading.parsed = digest_in(row.maybe_text(18));
  reading.left_out = list_in(row.text(19));
  return reading;
}

}  // namespace

void write_readings(db::Database& database, const std::vector<model::Reading>& readings) {
  const auto stored = read_readings(database);
  std::size_t right = 0;
  while (right < stored.size() && right < readings.size() && stored[right] == readings[right]) ++right;
  auto remove = database.prepare("DELETE FROM reading WHERE position >= ?");
  remove.run(right);
  auto insert = insert_into(database, "reading", kColumns);
  for (std::size_t position = right; position < readings.size(); ++position) {
    const auto& r = readings[position];
    insert.run(position, r.source, r.digest.hex(), seconds_of(r.at), r.rules.hex(), model::code_of(r.kind), r.is_followed,
               model::code_of(r.outcome), said(r.detail), said(r.encoding), said(r.encoding_rule), r.pages, r.words, r.rows,
               r.has_canary, r.says_nothing, said(r.fingerprint), hex_of(r.text), hex_of(r.parsed), to_json(r.left_out));
  }
}

std::vector<model::Reading> read_readings(db::Database& database) {
  std::vector<model::Reading> readings;
  auto select = database.prepare(std::string("SELECT ") + kColumns + " FROM reading ORDER BY position");
  auto rows = select.rows();
  while (rows.next()) readings.push_back(reading_of(rows));
  return readings;
}

void delete_health(db::Database& database) {
  for (const char* const table : {"source_gap", "source_transition", "source_health"})
    database.execute(std::string("DELETE FROM ") + table);
}

void write_health(db::Database& database, const Sync& sync) {
  static const std::vector<model::Reading> kNone;
  const auto& readings = sync.readings ? *sync.readings : kNone;
  auto health = insert_into(database, "source_health",
                            "source, state, since, last_attempt, last_success, last_change, failures, oscillating, reason");
  auto transition = insert_into(database, "source_transition", "source, position, at, from_state, to_state, reason");
  auto gap = insert_into(database, "source_gap", "source, position, begins, ends, reason");
  for (const auto& one : health::health_of_all(sync.record->sources, *sync.receipts, readings,
                                               health::as_of(sync.as_of, *sync.receipts))) {
    health.run(one.source, model::code_of(one.state), seconds_of(one.since), seconds_of(one.last_attempt),
               seconds_of(one.last_success), seconds_of(one.last_change), one.failures, one.is_oscillating, said(one.reason));
    for (std::size_t i = 0; i < one.transitions.size(); ++i) {
      const auto& t = one.transitions[i];
      transition.run(one.source, i, seconds_of(t.at), model::code_of(t.from), model::code_of(t.to), said(t.reason));
    }
    for (std::size_t i = 0; i < one.gaps.size(); ++i)
      gap.run(one.source, i, seconds_of(one.gaps[i].from), seconds_of(one.gaps[i].to), said(one.gaps[i].reason));
  }
}

}  // namespace tracker::record
