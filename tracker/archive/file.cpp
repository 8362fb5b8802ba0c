#include "tracker/archive/file.h"

#include "tracker/base/error.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

namespace tracker::archive {
namespace {

std::string hint_for(int reason) {
  switch (reason) {
    case ENOSPC:
    case EDQUOT:
      return "free some space and run it again; what was there before is untouched";
    case EACCES:
    case EPERM:
      return "give this user the right to write there";
    case EROFS:
      return "the disk is mounted read-only";
    default:
      return {};
  }
}

/// Opens a file that nobody else has, named after the target.
std::pair<File, std::filesystem::path> open_fresh(const std::filesystem::path& folder,
                                                  const std::filesystem::path& target) {
  for (int attempt = 0;; ++attempt) {
    const auto path = folder / (target.filename().string() + '.' + std::to_string(getpid()) + '.' +
                                std::to_string(attempt));
    const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (descriptor >= 0) return {File(descriptor), path};
    if (errno != EEXIST || attempt == 1000) fail("write", path);
  }
}

}  // namespace

File::~File() {
  if (is_open()) close(descriptor_);
}

File::File(File&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

File& File::operator=(File&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

void fail(std::string_view what, const std::filesystem::path& path) {
  const int reason = errno;
  throw base::Error(
      "cannot " + std::string(what) + ' ' + path.string() + ": " + std::generic_category().message(reason),
      hint_for(reason));
}

File open_file(const std::filesystem::path& path, int flags) {
  File file(open(path.c_str(), flags | O_CLOEXEC, 0644));
  if (!file.is_open()) fail("open", path);
  return file;
}

File open_if_there(const std::filesystem::path& path, int flags) {
  File file(open(path.c_str(), flags | O_CLOEXEC, 0644));
  if (!file.is_open() && errno != ENOENT) fail("open", path);
  return file;
}

void write_all(const File& file, std::string_view bytes, const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = write(file.descriptor(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("write", path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void sync(const File& file, const std::filesystem::path& path) {
  if (fsync(file.descriptor()) != 0) fail("write", path);
}

void sync_folder(const std::filesystem::path& folder) {
  sync(open_file(folder, O_RDONLY | O_DIRECTORY), folder);
}

void make_folders(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    errno = error.value();
    fail("make the folder", folder);
  }
}

void read_pieces(const File& file, const std::filesystem::path& path,
                 const std::function<void(std::string_view)>& take) {
  std::string piece(128 * 1024, '\0');
  for (;;) {
    const ssize_t count = read(file.descriptor(), piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("read", path);
    if (count == 0) return;
    take(std::string_view(piece).substr(0, static_cast<std::size_t>(count)));
  }
}

void write_durably(const std::filesystem::path& beside, const std::filesystem::path& target,
                   std::string_view bytes) {
  const auto [file, path] = open_fresh(beside, target);
  try {
    write_all(file, bytes, path);
    sync(file, path);
    if (rename(path.c_str(), target.c_str()) != 0) fail("write", target);
  } catch (const base::Error&) {
    unlink(path.c_str());
    throw;
  }
  sync_folder(target.parent_path());
}

void write_durably(const std::filesystem::path& beside, const std::map<std::filesystem::path, std::string>& files) {
  struct Written {
    File file;
    std::filesystem::path path;
    const std::filesystem::path* target;
  };
  std::vector<Written> written;
  try {
    for (const auto& [target, bytes] : files) {
      auto [file, path] = open_fresh(beside, target);
      written.push_back({std::move(file), std::move(path), &target});
      write_all(written.back().file, bytes, written.back().path);
      // The disk begins at once, so that the waits below are short ones.
      sync_file_range(written.back().file.descriptor(), 0, 0, SYNC_FILE_RANGE_WRITE);
    }
    for (const auto& one : written) sync(one.file, one.path);
    for (const auto& one : written)
      if (rename(one.path.c_str(), one.target->c_str()) != 0) fail("write", *one.target);
  } catch (const base::Error&) {
    for (const auto& one : written) unlink(one.path.c_str());
    throw;
  }
}

}  // namespace tracker::archive
