#include "tracker/record/open.h"
#include "tracker/record/statement_rows.h"
#include "tracker/record/store.h"
#include "tracker/record/sync.h"

namespace tracker::record {

struct Writer::Impl {
  db::Database database;
};

Writer::Writer(const std::filesystem::path& file) : impl_(new Impl{open_to_write(file)}) {}
Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;

std::vector<IndexedFile> Writer::files() const {
  return read_files(impl_->database);
}

std::vector<PageKey> Writer::pages() const {
  return read_page_keys(impl_->database);
}

std::vector<propose::Told> Writer::told() const {
  return read_told(impl_->database);
}

void Writer::sync_pages(const PageSync& sync) {
  write_pages(impl_->database, sync);
}

void Writer::sync_proposals(const std::vector<propose::Proposal>& proposals) {
  write_proposals(impl_->database, proposals);
}

void Writer::sync(const Sync& sync) {
  write_sync(impl_->database, sync);
}

}  // namespace tracker::record
