#include "tracker/base/ranges.h"
#include "tracker/load/content.h"
#include "tracker/record/dump.h"
#include "tracker/record/history_rows.h"
#include "tracker/record/open.h"
#include "tracker/record/statement_rows.h"
#include "tracker/record/reading_rows.h"
#include "tracker/record/store.h"
#include "tracker/record/sync.h"
#include "tracker/version/fields.h"

namespace tracker::record {

struct Reader::Impl {
  db::Database database;
  std::optional<db::Statement> changes;  // asked for many times
};

Reader::Reader(const std::filesystem::path& file, Look look)
    : impl_(new Impl{open_to_read(file, db::kBusyTimeout, look), {}}) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;

std::vector<IndexedFile> Reader::files() const {
  return read_files(impl_->database);
}

namespace {

/// One part a file, in the order of the files.
std::vector<model::Record> parse_all(const std::vector<IndexedFile>& files) {
  static constexpr std::size_t kFilesOfThread = 100;
  std::vector<model::Record> parts(files.size());
  base::in_ranges(files.size(), kFilesOfThread, [&](std::size_t begin, std::size_t end) {
    for (auto i = begin; i < end; ++i)
      if (!files[i].document.empty()) parts[i] = version::parse_document(files[i].document);
  });
  return parts;
}

void note_digest(Content& content, const model::Record& part, const std::string& digest, base::DigestBuilder& others) {
  for (const auto& person : part.people) content.digests["person/" + person.id] += digest;
  for (const auto& of_case : part.cases) content.digests["case/" + of_case.id] += digest;
  if (part.people.empty() && part.cases.empty()) others.add(digest);
}

}  // namespace

Content Reader::content_with_digests() const {
  const auto files = this->files();
  auto parts = parse_all(files);
  Content content;
  base::DigestBuilder others;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (!files[i].document.empty()) note_digest(content, parts[i], files[i].digest.hex(), others);
  content.others = others.finish();
  base::Findings known;  // what they say was said when the files were indexed
  content.record = load::assemble(std::move(parts), known);
  return content;
}

model::Record Reader::content() const { return content_with_digests().record; }

std::vector<version::Version> Reader::versions() const {
  return read_versions(impl_->database);
}

std::vector<version::Version> Reader::heads() const {
  return read_heads(impl_->database);
}

std::vector<EntityRow> Reader::entity_changes() const {
  return read_entities(impl_->database);
}

std::vector<ChangeRow> Reader::changes(int version, const std::string& entity) const {
  if (!impl_->changes) impl_->changes.emplace(changes_query(impl_->database));
  return read_changes(*impl_->changes, version, entity);
}

std::string Reader::version_file(int number) const {
  return read_version_file(impl_->database, number);
}

bool Reader::is_recorded() const {
  auto select = impl_->database.prepare("SELECT value FROM meta WHERE key = 'recorded'");
  auto rows = select.rows();
  return rows.next() && rows.text(0) == "yes";
}

std::vector<model::Receipt> Reader::receipts() const {
  return read_receipts(impl_->database);
}

std::vector<propose::Told> Reader::told() const {
  return read_told(impl_->database);
}

std::vector<model::Reading> Reader::readings() const {
  return read_readings(impl_->database);
}

base::Digest Reader::content_digest() const {
  base::DigestBuilder digest;
  auto select =
      impl_->database.prepare("SELECT path, digest FROM file WHERE kind <> 'version' ORDER BY path");
  auto rows = select.rows();
  while (rows.next()) digest.add(rows.text(0) + '\0' + rows.text(1) + '\n');
  return digest.finish();
}

base::Digest Reader::history_digest() const {
  base::DigestBuilder digest;
  for (const char* sql :
       {"SELECT kind || ' ' || path || ' ' || digest FROM file WHERE kind = 'version' ORDER BY path",
        "SELECT key || ' ' || value FROM meta ORDER BY key",
        "SELECT position || ' ' || source || ' ' || url || ' ' || started || ' ' || outcome || ' ' || status || ' ' || "
        "coalesce(digest, '') || ' ' || coalesce(detail, '') FROM receipt ORDER BY position",
        "SELECT position || ' ' || source || ' ' || digest || ' ' || rules || ' ' || outcome || ' ' || words || ' ' || "
        "rows || ' ' || has_canary || ' ' || says_nothing || ' ' || is_followed || ' ' || coalesce(fingerprint, '') || ' ' || "
        "coalesce(text, '') FROM reading ORDER BY position"}) {
    auto select = impl_->database.prepare(sql);
    auto rows = select.rows();
    while (rows.next()) digest.add(rows.text(0) + '\n');
  }
  return digest.finish();
}

std::string Reader::dump() const {
  return record::dump(impl_->database);
}

}  // namespace tracker::record
