// The database: our schema and its only SQL. It is an index of `content/` and the archive; nothing lives only here.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "tracker/base/digest.h"
#include "tracker/model/reading.h"
#include "tracker/model/receipt.h"
#include "tracker/model/record.h"
#include "tracker/model/status.h"
#include "tracker/version/summary.h"
#include "tracker/propose/proposal.h"
#include "tracker/version/version.h"

namespace tracker::record {

/// One content file as the index knows it.
struct IndexedFile {
  std::string path;
  std::string kind;
  base::Digest digest;
  std::string document;  // version::to_document of what it said; empty for version files
};

/// All that the files say together, and which of it is the same as at another time.
struct Content {
  model::Record record;
  /// Of every person and case ("person/kz-0001"): the digests of the files that tell of it, in order of path.
  std::unordered_map<std::string, std::string> digests;
  base::Digest others;  // over every other file
};

/// What a version did to an entity.
struct EntityRow {
  int version = 0;
  version::EntitySummary summary;
};

/// One change of an entity, with the value that the version before had.
struct ChangeRow {
  model::Operation operation = model::Operation::Add;
  model::Reason reason = model::Reason::NewInformation;
  std::string field;
  std::optional<std::string> before;  // canonical JSON; absent where there was none or it is withheld
  std::optional<std::string> after;
  bool withheld = false;
};

/// How much of the file a reader looks at before it believes it: `All` of its pages, or those that it needs.
enum class Look { All, Needed };
/// A page of a snapshot, and what it was read with.
struct PageKey {
  std::string source;
  std::string snapshot;  // hexadecimal
  std::string url;
  std::string reader;    // digest of all that the statements depend on beside the bytes
  friend auto operator<=>(const PageKey&, const PageKey&) = default;
};

struct ReadPage {
  PageKey key;
  std::vector<propose::Told> told;
};

/// What reading changes of statements, in one transaction.
struct PageSync {
  std::vector<ReadPage> fresh;  // new, or read again
  std::vector<PageKey> gone;
};

/// Reads. Opens the file read-only; throws base::Error with a hint where it is missing, locked, damaged, from a newer
/// program, or not ours.
class Reader {
 public:
  explicit Reader(const std::filesystem::path& file, Look look = Look::All);
  ~Reader();
  Reader(Reader&&) noexcept;

  std::vector<IndexedFile> files() const;
  /// The record that all indexed files say together, with positions and file names.
  model::Record content() const;
  Content content_with_digests() const;
  /// In order of number; with their changes.
  std::vector<version::Version> versions() const;
  /// The same without their changes: what a history costs to list.
  std::vector<version::Version> heads() const;
  /// By version, in the order of its changes.
  std::vector<EntityRow> entity_changes() const;
  /// The changes of one entity ("person/kz-0001") in one version.
  std::vector<ChangeRow> changes(int version, const std::string& entity) const;
  /// The bytes of a version's file; throws base::Error where there is no such version.
  std::string version_file(int number) const;
  /// Whether the newest version says all that the content does (false where there is no version).
  bool is_recorded() const;
  /// In the order they were taken; without `via`, `warnings` and the heads, which only the log of the archive has.
  std::vector<model::Receipt> receipts() const;
  /// Every statement, without its independence group: that is the source's to say.
  std::vector<propose::Told> told() const;
  /// In the order they were made.
  std::vector<model::Reading> readings() const;
  /// Digest over path and digest of every indexed file but versions: equal content, equal digest.
  base::Digest content_digest() const;
  /// Digest over the hashes of all versions, the day that derived rows are true of, every receipt and every reading.
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
  const std::vector<model::Reading>* readings = nullptr;   // all of them; null for none
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
  /// The pages that were read.
  std::vector<PageKey> pages() const;
  /// Every statement, as `Reader::told`.
  std::vector<propose::Told> told() const;
  void sync_pages(const PageSync& sync);
  /// All that waits, in place of what waited.
  void sync_proposals(const std::vector<propose::Proposal>& proposals);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tracker::record
