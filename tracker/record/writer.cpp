#include "tracker/record/open.h"
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

void Writer::sync(const Sync& sync) {
  write_sync(impl_->database, sync);
}

}  // namespace tracker::record
