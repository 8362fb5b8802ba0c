// Keeps every body as it was received, byte for byte, named by its digest, so that any later claim can be checked against
// the bytes it came from. What HTTP wraps around a body for its way (chunks; gzip, brotli, zstd or deflate as content
// coding) is taken off, and nothing else: no bytes of the page are repaired, and its encoding stays as it is. The receipt
// has what there was to take off: the head byte for byte with Content-Encoding, and how many bytes the body had on the
// wire. Nothing is ever replaced; a second put of the same bytes is a no-op. Receipts are one append-only log beside them.
//
//   objects/ab/ab12….zst   the body, zstd; the name is the SHA-256 of the decoded bytes
//   receipts.jsonl         one JSON object a line, in the order of the fetches
//   readings.jsonl         the same for what parsers saw in them
//   robots.jsonl           the same for what robots.txt files said, so that a later run need not ask again
//   waits.jsonl            the same for hosts that asked to be left alone, so that a later run does
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/finding.h"
#include "tracker/base/instant.h"
#include "tracker/model/reading.h"
#include "tracker/model/receipt.h"

namespace tracker::archive {

/// A host asked to be left alone for a while.
struct HostWait {
  std::string host;  // "example.org", with the port where it is not the scheme's own
  base::Instant until{};
  std::string why;   // "HTTP 429 (too many requests), retry after 3600"

  friend bool operator==(const HostWait&, const HostWait&) = default;
};

/// What is to be kept together, so that the disk is waited for once and not at every page.
struct Batch {
  std::vector<std::string> objects;
  std::vector<model::Receipt> receipts;
  std::vector<model::RobotsCopy> robots;
  std::vector<model::Reading> readings;
  std::vector<HostWait> waits;
};

class Store {
 public:
  /// Creates the folders where they are missing.
  explicit Store(std::filesystem::path folder);

  /// Writes beside, syncs, renames. Throws base::Error where the disk is full or not writable; then nothing
  /// is kept.
  base::Digest put(std::string_view bytes);
  /// Nothing where there are no such bytes; throws base::DataError where they are damaged.
  std::optional<std::string> get(const base::Digest& digest) const;
  bool has(const base::Digest& digest) const;

  /// Appends one line and syncs. A line that a killed run left half-written is cut off first.
  void append(const model::Receipt& receipt);
  /// All receipts in order. A damaged line is a base::DataError with its line number; a last line without its
  /// newline is what a killed run leaves, and is passed over.
  std::vector<model::Receipt> receipts() const;

  /// Writes what a run has gathered: all objects first, then the lines that speak of them. Where it throws, objects may
  /// be there that no line speaks of, and never the other way round.
  void keep(const Batch& batch);

  /// What parsers saw in the snapshots, in the order in which they looked. Of readings whose lines are damaged nothing is
  /// said here (`verify` names the line): they can be done again.
  std::vector<model::Reading> readings() const;

  /// What is remembered of robots.txt files, the latest of each origin, in the order of the origins.
  std::vector<model::RobotsCopy> robots() const;

  /// What hosts asked for, the latest of each, in the order of the hosts.
  std::vector<HostWait> waits() const;

  /// Re-hashes every object and looks for the bytes of every receipt.
  base::Findings verify() const;

 private:
  std::filesystem::path folder_;
};

/// One receipt as a line of JSON without newline, and back (base::DataError for anything else).
std::string to_line(const model::Receipt& receipt);
model::Receipt from_line(std::string_view line);
/// The same for a reading.
std::string to_line(const model::Reading& reading);
model::Reading reading_from_line(std::string_view line);
/// The same for the copy of a robots.txt.
std::string to_line(const model::RobotsCopy& copy);
model::RobotsCopy robots_from_line(std::string_view line);
/// The same for the wait of a host.
std::string to_line(const HostWait& wait);
HostWait wait_from_line(std::string_view line);

}  // namespace tracker::archive
