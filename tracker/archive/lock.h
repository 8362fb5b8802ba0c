// One writer at a time. The lock belongs to the process and goes away with it, however it ends; the file only
// says whose it is.
#pragma once

#include <filesystem>
#include <memory>

namespace tracker::archive {

class File;

/// Holds `folder`/lock until it is destroyed. Every run that writes (fetch, import, update) takes it first.
class Lock {
 public:
  /// Never waits. Throws base::Error "… is in use by process 1234" with a hint where another holds it.
  explicit Lock(const std::filesystem::path& folder);
  ~Lock();
  Lock(Lock&&) noexcept;

 private:
  std::unique_ptr<File> file_;
};

}  // namespace tracker::archive
