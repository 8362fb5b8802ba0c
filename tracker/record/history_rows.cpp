#include "tracker/record/history_rows.h"

#include <tuple>

#include "tracker/base/error.h"
#include "tracker/record/columns.h"

namespace tracker::record {
namespace {

std::int64_t seconds_of(base::Instant instant) {
  return instant.time_since_epoch().count();
}

base::Instant instant_of(std::int64_t seconds) {
  return base::Instant(std::chrono::seconds(seconds));
}

class VersionRows {
 public:
  explicit VersionRows(db::Database& database)
      : remove_(database.prepare("DELETE FROM version WHERE number = ?")),
        json_(database.prepare("SELECT json FROM version WHERE number = ?")),
        version_(insert_into(database, "version",
                             "number, recorded, hash, previous, note, persons, deprived, prosecuted, cases, "
                             "prosecutions, json, head")),
        change_(insert_into(database, "change",
                            "version, position, operation, entity, field, reason, value, withheld")),
        entity_(insert_into(database, "entity_change",
                            "version, position, entity, operation, changes, corrects, status_before, status_after")) {}

  void remove(int number) { remove_.run(number); }

  std::string json_of(int number) {
    auto rows = json_.rows(number);
    return rows.next() ? rows.text(0) : std::string();
  }

  void write(const version::Version& version, const std::string& json,
             const std::vector<version::EntitySummary>& entities) {
    std::optional<std::string> previous;
    if (version.previous) previous = version.previous->hex();
    version_.run(version.number, seconds_of(version.recorded), version.hash.hex(), previous,
                 said(version.note), version.headline.persons.current, version.headline.deprived.current,
                 version.headline.prosecuted.current, version.totals.cases, version.totals.prosecutions,
                 json, version::head_json(version));
    for (std::size_t position = 0; position < entities.size(); ++position) {
      const auto& entity = entities[position];
      entity_.run(version.number, position, entity.entity, model::code_of(entity.operation), entity.changes,
                  entity.corrects, entity.status_before, entity.status_after);
    }
    for (std::size_t position = 0; position < version.changes.size(); ++position) {
      const auto& change = version.changes[position];
      change_.run(version.number, position, model::code_of(change.operation), change.entity, change.field,
                  model::code_of(change.reason), change.value, change.is_withheld());
    }
  }

 private:
  db::Statement remove_;
  db::Statement json_;
  db::Statement version_;
  db::Statement change_;
  db::Statement entity_;
};

std::set<int> numbers_of(db::Database& database) {
  std::set<int> numbers;
  auto select = database.prepare("SELECT number FROM version ORDER BY number");
  auto rows = select.rows();
  while (rows.next()) numbers.insert(rows.small_integer(0));
  return numbers;
}

const char* const kReceiptColumns =
    "position, source, url, final_url, started, milliseconds, outcome, status, detail, digest, bytes, "
    "headers, parent, address, wire_bytes, attempts, robots_allowed, robots_why, robots_digest, robots_asked, chain";

[[noreturn]] void fail_receipt(const std::string& what) {
  throw base::DataError("the index holds a receipt with " + what, "delete it and run `tracker rebuild`");
}

std::optional<base::Digest> digest_of(const std::optional<std::string>& hex) {
  if (!hex) return std::nullopt;
  const auto digest = base::Digest::from_hex(*hex);
  if (!digest) fail_receipt("the digest \"" + *hex + "\"");
  return digest;
}

std::optional<std::string> hex_of(const std::optional<base::Digest>& digest) {
  if (!digest) return std::nullopt;
  return digest->hex();
}

std::optional<model::RobotsDecision> robots_of(const db::Rows& row) {
  const auto why = row.maybe_text(17);
  if (!why) return std::nullopt;
  return model::RobotsDecision{row.integer(16) != 0, *why, digest_of(row.maybe_text(18)), instant_of(row.integer(19))};
}

model::Receipt receipt_of(const db::Rows& row) {
  model::Receipt receipt;
  receipt.source = row.text(1);
  receipt.url = row.text(2);
  receipt.final_url = row.maybe_text(3).value_or("");
  receipt.started = instant_of(row.integer(4));
  receipt.milliseconds = row.small_integer(5);
  const auto outcome = model::from_code<model::FetchOutcome>(row.text(6));
  if (!outcome) fail_receipt("the outcome \"" + row.text(6) + "\"");
  receipt.outcome = *outcome;
  receipt.status = row.small_integer(7);
  receipt.detail = row.maybe_text(8).value_or("");
  receipt.digest = digest_of(row.maybe_text(9));
  receipt.bytes = row.integer(10);
  receipt.headers = object_from_json(row.text(11));
  receipt.parent = row.maybe_text(12).value_or("");
  receipt.address = row.maybe_text(13).value_or("");
  receipt.wire_bytes = row.integer(14);
  receipt.attempts = row.small_integer(15);
  receipt.robots = robots_of(row);
  receipt.chain = digest_of(row.maybe_text(20));
  return receipt;
}

bool is_same(const model::Receipt& a, const model::Receipt& b) {
  const auto tie = [](const model::Receipt& r) {
    return std::tie(r.source, r.url, r.final_url, r.started, r.milliseconds, r.outcome, r.status, r.detail,
                    r.digest, r.bytes, r.parent, r.address, r.wire_bytes, r.attempts, r.robots, r.chain);
  };
  // Bytes that are no UTF-8 are replaced when they are written, so headers are compared as they stand in the
  // column.
  return tie(a) == tie(b) && to_json(a.headers) == to_json(b.headers);
}

}  // namespace

void write_versions(db::Database& database, const std::vector<version::Version>& versions,
                    const std::set<int>& settled) {
  std::set<int> stored = numbers_of(database);
  VersionRows rows(database);
  version::Summarizer summarizer;
  for (const auto& version : versions) {
    const auto entities = summarizer.next(version);
    const bool is_stored = stored.erase(version.number) > 0;
    if (is_stored && settled.contains(version.number)) continue;
    const std::string json = version::to_json(version);
    if (is_stored && rows.json_of(version.number) == json) continue;
    if (is_stored) rows.remove(version.number);
    rows.write(version, json, entities);
  }
  for (const int number : stored) rows.remove(number);
}

void write_receipts(db::Database& database, const std::vector<model::Receipt>& receipts) {
  const auto stored = read_receipts(database);
  std::size_t right = 0;
  while (right < stored.size() && right < receipts.size() && is_same(stored[right], receipts[right])) ++right;
  auto remove = database.prepare("DELETE FROM receipt WHERE position >= ?");
  remove.run(right);
  auto insert = insert_into(database, "receipt", kReceiptColumns);
  for (std::size_t position = right; position < receipts.size(); ++position) {
    const auto& receipt = receipts[position];
    std::optional<std::int64_t> allowed, asked;
    std::optional<std::string> why, robots;
    if (receipt.robots) {
      allowed = receipt.robots->allowed ? 1 : 0;
      why = receipt.robots->why;
      robots = hex_of(receipt.robots->digest);
      asked = seconds_of(receipt.robots->asked);
    }
    insert.run(position, receipt.source, receipt.url, said(receipt.final_url), seconds_of(receipt.started),
               receipt.milliseconds, model::code_of(receipt.outcome), receipt.status, said(receipt.detail),
               hex_of(receipt.digest), receipt.bytes, to_json(receipt.headers), said(receipt.parent),
               said(receipt.address), receipt.wire_bytes, receipt.attempts, allowed, why, robots, asked,
               hex_of(receipt.chain));
  }
}

std::vector<version::Version> read_versions(db::Database& database) {
  std::vector<version::Version> versions;
  auto select = database.prepare("SELECT json, number FROM version ORDER BY number");
  auto rows = select.rows();
  while (rows.next())
    versions.push_back(
        version::from_json(rows.text(0), "version " + std::to_string(rows.integer(1)) + " in the index"));
  return versions;
}

std::vector<version::Version> read_heads(db::Database& database) {
  std::vector<version::Version> versions;
  auto select = database.prepare("SELECT head, number FROM version ORDER BY number");
  auto rows = select.rows();
  while (rows.next())
    versions.push_back(
        version::from_json(rows.text(0), "version " + std::to_string(rows.integer(1)) + " in the index"));
  return versions;
}

namespace {

model::Operation operation_in(const std::string& code) {
  const auto operation = model::from_code<model::Operation>(code);
  if (!operation)
    throw base::DataError("the index holds the operation \"" + code + "\"", "delete it and run `tracker rebuild`");
  return *operation;
}

}  // namespace

std::vector<EntityRow> read_entities(db::Database& database) {
  std::vector<EntityRow> entities;
  auto select = database.prepare(
      "SELECT version, entity, operation, changes, corrects, status_before, status_after FROM entity_change "
      "ORDER BY version, position");
  auto rows = select.rows();
  while (rows.next())
    entities.push_back({rows.small_integer(0),
                        {rows.text(1), operation_in(rows.text(2)), rows.small_integer(3), rows.integer(4) != 0,
                         rows.maybe_text(5), rows.maybe_text(6)}});
  return entities;
}

db::Statement changes_query(db::Database& database) {
  return database.prepare(
      "SELECT now.operation, now.field, now.reason, now.value, now.withheld, "
      "       CASE WHEN (SELECT first.version FROM entity_change AS first WHERE first.entity = ?1 "
      "                   ORDER BY first.version LIMIT 1) < ?2 "
      "       THEN (SELECT past.value FROM change AS past "
      "              WHERE past.entity = now.entity AND past.field = now.field AND past.version < now.version "
      "              ORDER BY past.version DESC LIMIT 1) END "
      "  FROM change AS now WHERE now.entity = ?1 AND now.version = ?2 ORDER BY now.position");
}

std::vector<ChangeRow> read_changes(db::Statement& query, int version, const std::string& entity) {
  std::vector<ChangeRow> changes;
  auto rows = query.rows(entity, version);
  while (rows.next()) {
    const auto reason = model::from_code<model::Reason>(rows.text(2));
    if (!reason)
      throw base::DataError("the index holds the reason \"" + rows.text(2) + "\"",
                            "delete it and run `tracker rebuild`");
    changes.push_back({operation_in(rows.text(0)), *reason, rows.text(1), rows.maybe_text(5), rows.maybe_text(3),
                       rows.integer(4) != 0});
  }
  return changes;
}

std::string read_version_file(db::Database& database, int number) {
  auto select = database.prepare("SELECT json FROM version WHERE number = ?");
  auto rows = select.rows(number);
  if (!rows.next()) throw base::Error("the index has no version " + std::to_string(number), "run `tracker rebuild`");
  return rows.text(0);
}

std::vector<model::Receipt> read_receipts(db::Database& database) {
  std::vector<model::Receipt> receipts;
  auto select =
      database.prepare(std::string("SELECT ") + kReceiptColumns + " FROM receipt ORDER BY position");
  auto rows = select.rows();
  while (rows.next()) receipts.push_back(receipt_of(rows));
  return receipts;
}

}  // namespace tracker::record
