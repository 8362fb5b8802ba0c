#include "tracker/archive/zip.h"

#include "tracker/archive/file.h"
#include "tracker/base/error.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <memory>

namespace tracker::archive {
namespace {

struct Free {
  void operator()(::archive* writer) const { archive_write_free(writer); }
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

void require(::archive* writer, int code, const std::filesystem::path& target) {
  if (code >= ARCHIVE_WARN) return;
  const char* why = archive_error_string(writer);
  throw base::Error("cannot write " + target.string() + ": " + (why ? why : "unknown reason"));
}

}  // namespace

void write_zip(const std::filesystem::path& target, const std::map<std::string, ZipEntry>& files) {
  const auto beside = target.string() + ".new";
  const File file = open_file(beside, O_WRONLY | O_CREAT | O_TRUNC);
  try {
    const std::unique_ptr<::archive, Free> writer(archive_write_new());
    require(writer.get(), archive_write_set_format_zip(writer.get()), target);
    require(writer.get(), archive_write_set_bytes_in_last_block(writer.get(), 1), target);
    require(writer.get(), archive_write_open_fd(writer.get(), file.descriptor()), target);
    for (const auto& [name, entry] : files) {
      const std::string bytes = entry();
      const std::unique_ptr<archive_entry, Free> header(archive_entry_new());
      archive_entry_set_pathname(header.get(), name.c_str());
      archive_entry_set_size(header.get(), static_cast<la_int64_t>(bytes.size()));
      archive_entry_set_filetype(header.get(), AE_IFREG);
      archive_entry_set_perm(header.get(), 0644);
      require(writer.get(), archive_write_header(writer.get(), header.get()), target);
      if (archive_write_data(writer.get(), bytes.data(), bytes.size()) < 0) require(writer.get(), ARCHIVE_FATAL, target);
    }
    require(writer.get(), archive_write_close(writer.get()), target);
    sync(file, beside);
    if (rename(beside.c_str(), target.c_str()) != 0) fail("write", target);
  } catch (...) {
    unlink(beside.c_str());
    throw;
  }
}

}  // namespace tracker::archive
