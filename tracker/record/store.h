// The database: our schema and its only SQL. It is an index of `content/` and the archive; nothing lives only here.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tracker/base/digest.h"
#include "tracker/model/receipt.h"
#include "tracker/model/record.h"
#include "tracker/model/status.h"
#include "tracker/version/version.h"

namespace tracker::record {

/// One content file as the index knows it.
struct IndexedFile {
  std::string path;
  std::string kind;
  base::Digest digest;
  std::string document;  // version::to_document of what it said; empty for version files
};

/// Reads. Opens the file read-only; throws base::Error with a hint where it is missing, locked, damaged, from a newer
/// program, or not ours.
class Reader {
 public:
  explicit Reader(const std::filesystem::path& file);
  ~Reader();
  Reader(Reader&&) noexcept;

  std::vector<IndexedFile> files() const;
  /// The record that all indexed files say together, with positions and file names.
  model::Record content() const;
  /// In order of number; with their changes.
  std::vector<version::Version> versions() const;
  /// In the order they were taken.
  std::vector<model::Receipt> receipts() const;
  /// Digest over path and digest of every indexed file but versions: equal content, equal digest.
  base::Digest content_digest() const;
  /// Digest over the hashes of all versions, the day that derived rows are true of, and every receipt.
  base::Digest history_digest() const;
  /// Every row of every table as text in a fixed order: what the test of `rebuild` compares.
  std::string dump() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// What a sync changes, in one transaction.
struct Sync {
  std::vector<IndexedFile> changed;   // new or with another digest
  std::vector<std::string> removed;   // paths
  const model::Record* record = nullptr;              // all of the content after the change
  const std::vector<model::Status>* statuses = nullptr;  // one a person of it
  base::Day as_of{};
  const std::vector<version::Version>* versions = nullptr;  // all of them
  const std::vector<model::Receipt>* receipts = nullptr;    // all of them
};

/// Writes. Creates the file where it is missing; migrates an older one; refuses a newer one.
class Writer {
 public:
  explicit Writer(const std::filesystem::path& file);
  ~Writer();
  Writer(Writer&&) noexcept;

  std::vector<IndexedFile> files() const;
  /// Rows of unchanged files stay as they are; afterwards the rows are those that a rebuild would give.
  void sync(const Sync& sync);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tracker::record
