#include "sitegen/data/zip.h"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <exception>

#include "tracker/base/error.h"

namespace sitegen::data {

struct ZipWriter::Impl {
  archive* out = nullptr;
  std::function<void(std::string_view)> sink;
  std::exception_ptr failure;  // an exception must not pass through the library's C

  static la_ssize_t write(archive* out, void* self, const void* bytes, std::size_t size) {
    auto& impl = *static_cast<Impl*>(self);
    try {
      impl.sink({static_cast<const char*>(bytes), size});
    } catch (...) {
      impl.failure = std::current_exception();
      archive_set_error(out, EIO, "not written");
      return -1;
    }
    return static_cast<la_ssize_t>(size);
  }

  void check(int result) {
    if (failure) std::rethrow_exception(std::exchange(failure, nullptr));
    if (result == ARCHIVE_OK || result == ARCHIVE_WARN) return;
    const char* why = archive_error_string(out);
    throw tracker::base::Error(std::string("data: cannot write a zip archive: ") + (why ? why : "unknown reason"));
  }
};

ZipWriter::ZipWriter(std::function<void(std::string_view)> sink) : impl_(std::make_unique<Impl>()) {
  auto& impl = *impl_;
  impl.sink = std::move(sink);
  impl.out = archive_write_new();
  if (!impl.out) throw tracker::base::Error("data: no memory for a zip archive");
  impl.check(archive_write_set_format_zip(impl.out));
  impl.check(archive_write_set_options(impl.out, "zip:compression=deflate,zip:hdrcharset=UTF-8"));
  impl.check(archive_write_set_bytes_per_block(impl.out, 0));  // as it comes, without padding at the end
  impl.check(archive_write_open(impl.out, &impl, nullptr, &Impl::write, nullptr));
}

ZipWriter::~ZipWriter() {
  if (impl_->out) archive_write_free(impl_->out);
}

void ZipWriter::add(const std::string& path, std::string_view bytes, bool is_compressed) {
  auto& impl = *impl_;
  impl.check(is_compressed ? archive_write_zip_set_compression_store(impl.out)
                           : archive_write_zip_set_compression_deflate(impl.out));
  const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new2(impl.out), &archive_entry_free);
  // No time is set: the library would write it in the zone of this machine.
  archive_entry_set_pathname_utf8(entry.get(), path.c_str());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
  impl.check(archive_write_header(impl.out, entry.get()));
  if (!bytes.empty()) {
    const auto written = archive_write_data(impl.out, bytes.data(), bytes.size());
    impl.check(written == static_cast<la_ssize_t>(bytes.size()) ? ARCHIVE_OK : ARCHIVE_FATAL);
  }
  impl.check(archive_write_finish_entry(impl.out));
}

void ZipWriter::finish() {
  auto& impl = *impl_;
  impl.check(archive_write_close(impl.out));
}

}  // namespace sitegen::data
