#include "tracker/archive/lock.h"

#include "tracker/archive/file.h"
#include "tracker/base/error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>

namespace tracker::archive {
namespace {

/// "process 1234", or "another process" where the holder has not written its number yet.
std::string holder_of(const File& file) {
  std::array<char, 20> text{};
  const ssize_t count = pread(file.descriptor(), text.data(), text.size(), 0);
  std::string number(text.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
  if (number.empty() || number.back() != '\n') return "another process";
  number.pop_back();
  const bool digits = std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits && !number.empty() ? "process " + number : "another process";
}

}  // namespace

Lock::Lock(const std::filesystem::path& folder) {
  make_folders(folder);
  const auto path = folder / "lock";
  file_ = std::make_unique<File>(open_file(path, O_RDWR | O_CREAT));
  if (flock(file_->descriptor(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) fail("lock", path);
    throw base::Error(folder.string() + " is in use by " + holder_of(*file_),
                      "wait until it has ended, then run this again");
  }
  if (ftruncate(file_->descriptor(), 0) != 0) fail("write", path);
  write_all(*file_, std::to_string(getpid()) + '\n', path);
}

Lock::~Lock() = default;
Lock::Lock(Lock&&) noexcept = default;

}  // namespace tracker::archive
