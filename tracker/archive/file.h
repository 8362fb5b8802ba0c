// Files that survive a killed run, a full disk and a power cut: what the archive, the version files and the
// site are written with. A write is only done when its bytes are on the disk, and every failure names the
// file and the reason.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace tracker::archive {

/// An open file descriptor that closes itself; -1 holds none.
class File {
 public:
  File() = default;
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File();
  File(File&& other) noexcept;
  File& operator=(File&& other) noexcept;

  int descriptor() const { return descriptor_; }
  bool is_open() const { return descriptor_ >= 0; }

 private:
  int descriptor_ = -1;
};

/// base::Error "cannot <what> <path>: <reason of errno>", with a hint where the reason has one.
[[noreturn]] void fail(std::string_view what, const std::filesystem::path& path);

/// Opens with the flags of open(2); throws base::Error.
File open_file(const std::filesystem::path& path, int flags);
/// The same, but holds nothing where there is no such file.
File open_if_there(const std::filesystem::path& path, int flags);

/// Writes all bytes at the file's offset; throws base::Error.
void write_all(const File& file, std::string_view bytes, const std::filesystem::path& path);
/// Waits until the file's bytes are on the disk; throws base::Error.
void sync(const File& file, const std::filesystem::path& path);
/// Waits until the names in a folder are on the disk; throws base::Error.
void sync_folder(const std::filesystem::path& folder);

/// Creates a folder and those above it where they are missing; throws base::Error.
void make_folders(const std::filesystem::path& folder);

/// Hands the file's bytes on in pieces of at most 128 KiB.
void read_pieces(const File& file, const std::filesystem::path& path,
                 const std::function<void(std::string_view)>& take);

/// Writes `bytes` to a fresh file in `beside`, syncs it, and renames it to `target`, whose folder is synced
/// too. Where that fails nothing is left; where the process is killed, `beside` keeps a file that nobody
/// reads.
void write_durably(const std::filesystem::path& beside, const std::filesystem::path& target,
                   std::string_view bytes);

/// The same for many files, target to bytes, which are waited for together. The folders of the targets are not synced.
void write_durably(const std::filesystem::path& beside, const std::map<std::filesystem::path, std::string>& files);

}  // namespace tracker::archive
