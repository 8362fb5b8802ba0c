// The zip of one person's evidence: what is cited, what was archived, and sums that anyone can check.
#include "sitegen/data/evidence.h"

#include <archive.h>
#include <archive_entry.h>
#include <nlohmann/json.hpp>

#include <map>

#include "tests/sitegen/data/read_csv.h"
#include "tests/support/catch.h"
#include "tests/support/sample_record.h"
#include "tracker/base/digest.h"
#include "tracker/base/text.h"

using namespace sitegen;

namespace {

std::map<std::string, std::string> read(const std::string& bytes) {
  archive* in = archive_read_new();
  archive_read_support_format_zip(in);
  REQUIRE(archive_read_open_memory(in, bytes.data(), bytes.size()) == ARCHIVE_OK);
  std::map<std::string, std::string> files;
  archive_entry* entry = nullptr;
  while (archive_read_next_header(in, &entry) == ARCHIVE_OK) {
    std::string content(static_cast<std::size_t>(archive_entry_size(entry)), '\0');
    if (!content.empty()) archive_read_data(in, content.data(), content.size());
    files[archive_entry_pathname(entry)] = content;
  }
  archive_read_free(in);
  return files;
}

const std::string kCapture = "<!doctype html><p>The court remanded him for two months.";

/// The first person's arrest rests on a capture that the archive has; a receipt says how it came.
view::View archived_view() {
  auto record = tests::sample_record();
  const auto digest = tracker::base::sha256(kCapture);
  record.people[0].events[0].sources[0].snapshot = digest.hex();
  tracker::model::Receipt receipt;
  receipt.source = "feed";
  receipt.url = "https://monitor.example.org/2023/10/remand";
  receipt.final_url = receipt.url;
  receipt.outcome = tracker::model::FetchOutcome::Fetched;
  receipt.status = 200;
  receipt.digest = digest;
  receipt.bytes = static_cast<long long>(kCapture.size());
  receipt.headers = {{"content-type", "text/html; charset=utf-8"}};
  return view::make_view(record, tests::versions_of({record}), {receipt});
}

std::optional<std::string> capture(const std::string& digest) {
  return digest == tracker::base::sha256(kCapture).hex() ? std::optional(kCapture) : std::nullopt;
}

}  // namespace

TEST_CASE("the zip has the person, every citation with its capture, and how the capture was fetched") {
  const auto view = archived_view();
  const auto file = data::evidence(view, view.record.people[0], capture);
  CHECK(file.path == "data/evidence/xx-0001.zip");
  const auto files = read(file.bytes);
  const std::string path = "captures/" + tracker::base::sha256(kCapture).hex() + ".html";
  REQUIRE(files.contains("xx-0001/" + path));
  CHECK(files.at("xx-0001/" + path) == kCapture);
  CHECK(nlohmann::json::parse(files.at("xx-0001/person.json")).at("id") == "xx-0001");
  const auto rows = tests::read_csv(files.at("xx-0001/citations.csv"));
  bool seen = false;
  for (const auto& row : rows)
    if (row[0] == "e1" && row[3] == "feed") {
      seen = true;
      CHECK(row[8] == "The court remanded him for two months.");
      CHECK(row[10] == path);
    }
  CHECK(seen);
  CHECK(files.at("xx-0001/receipts.jsonl").find("\"status\":200") != std::string::npos);
  CHECK(files.at("xx-0001/README.txt").find("1 captures") != std::string::npos);
}

TEST_CASE("the sums are those of the files") {
  const auto view = archived_view();
  const auto files = read(data::evidence(view, view.record.people[0], capture).bytes);
  std::size_t lines = 0;
  for (const auto line : tracker::base::split(files.at("xx-0001/SHA256SUMS"), '\n')) {
    if (line.empty()) continue;
    CHECK(tracker::base::sha256(files.at("xx-0001/" + std::string(line.substr(66)))).hex() == line.substr(0, 64));
    ++lines;
  }
  CHECK(lines == files.size() - 1);
}

TEST_CASE("without an archive the citations are all there, and none claims a capture") {
  const auto view = archived_view();
  const auto none = [](const std::string&) { return std::optional<std::string>(); };
  const auto files = read(data::evidence(view, view.record.people[0], none).bytes);
  const auto rows = tests::read_csv(files.at("xx-0001/citations.csv"));
  CHECK(rows.size() > 3);
  for (std::size_t i = 1; i < rows.size(); ++i) CHECK(rows[i].back().empty());
  CHECK(files.at("xx-0001/receipts.jsonl").empty());
}

TEST_CASE("the zip is the same whenever it is made") {
  const auto view = archived_view();
  CHECK(data::evidence(view, view.record.people[0], capture).bytes == data::evidence(view, view.record.people[0], capture).bytes);
}
