#include "sitegen/output/stage.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "tracker/archive/file.h"
#include "tracker/base/error.h"

namespace sitegen::output {
namespace {

namespace fs = std::filesystem;

std::int64_t nanoseconds(const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }

bool is_folder(const fs::path& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

FileMark mark_of(const fs::path& file, const std::string& path, const view::Key& content) {
  struct stat status {};
  if (::lstat(file.c_str(), &status) != 0) fail_to("look at", file, errno);
  return {path, content, static_cast<std::uint64_t>(status.st_size), status.st_ino, nanoseconds(status.st_mtim)};
}

void write_file(const fs::path& file, const std::string& bytes) {
  const auto opened = tracker::archive::open_file(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC);
  tracker::archive::write_all(opened, bytes, file);
}

}  // namespace

void fail_to(const std::string& what, const fs::path& path, int error) {
  throw tracker::base::Error("site: cannot " + what + " \"" + path.string() + "\": " + std::strerror(error),
                             error == ENOSPC ? "free some space; the site that stood there is untouched" : "");
}

void check_path(const std::string& path) {
  constexpr std::string_view kNotInNames("\\\0", 2);
  bool plain = path.find_first_of(kNotInNames) == std::string::npos;
  for (std::string_view rest = path; plain;) {
    const auto slash = rest.find('/');
    const auto name = rest.substr(0, slash);
    plain = !name.empty() && name != "." && name != "..";
    if (slash == std::string_view::npos) break;
    rest.remove_prefix(slash + 1);
  }
  if (!plain) throw tracker::base::UsageError("site: \"" + path + "\" is not a path below the output folder");
}

Known::Known(fs::path folder, const Ledger& ledger)
    : folder_(std::move(folder)), opened_(::open(folder_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {
  std::size_t count = 0;
  for (const auto& part : ledger.parts) count += part.files.size();
  files_.reserve(count);
  for (const auto& part : ledger.parts)
    for (const auto& file : part.files) files_.emplace(file.path, &file);
}

const FileMark* Known::find(const std::string& path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : found->second;
}

Known::~Known() {
  if (opened_ >= 0) ::close(opened_);
}

bool Known::has(const FileMark& mark) const {
  struct stat status {};
  return opened_ >= 0 && ::fstatat(opened_, mark.path.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
         S_ISREG(status.st_mode) && static_cast<std::uint64_t>(status.st_size) == mark.size &&
         status.st_ino == mark.inode && nanoseconds(status.st_mtim) == mark.modified;
}

const FileMark* Known::intact(const std::string& path) const {
  const FileMark* mark = find(path);
  return mark && has(*mark) ? mark : nullptr;
}

/// Folders for the file, and nothing in its place. Whatever stands in the way is left from an older site: no two paths of
/// one site lie in each other (write_site checks that).
void Stage::make_way(const std::string& path) {
  for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    const std::string folder = path.substr(0, slash);
    if (folders_.contains(folder)) continue;
    const fs::path below = own_.folder() / folder;
    if (!is_folder(below)) {
      ::unlink(below.c_str());
      if (::mkdir(below.c_str(), 0777) != 0 && (errno != EEXIST || !is_folder(below))) fail_to("make the folder", below, errno);
    }
    folders_.insert(folder);
  }
  const fs::path target = own_.folder() / path;
  if (::unlink(target.c_str()) == 0 || errno == ENOENT) return;
  std::error_code error;
  fs::remove_all(target, error);
  if (error) fail_to("write", target, error.value());
}

FileMark Stage::place(const view::OutputFile& file, Placed& placed) {
  const view::Key content = view::key_of_bytes(file.bytes);
  if (const auto* live = live_.intact(file.path); live && live->content == content) {
    placed = Placed::Left;
    return has(*live) ? *live : link(*live, placed);
  }
  if (const auto* own = own_.intact(file.path); own && own->content == content) {
    placed = Placed::Left;
    return *own;
  }
  make_way(file.path);
  const fs::path target = own_.folder() / file.path;
  write_file(target, file.bytes);
  placed = Placed::Written;
  return mark_of(target, file.path, content);
}

FileMark Stage::link(const FileMark& mark, Placed& placed) {
  make_way(mark.path);
  placed = Placed::Linked;
  const fs::path source = live_.folder() / mark.path, target = own_.folder() / mark.path;
  if (::link(source.c_str(), target.c_str()) == 0) return mark;
  std::error_code error;  // some file systems have no hard links
  fs::copy_file(source, target, error);
  if (error) fail_to("write", target, error.value());
  placed = Placed::Written;
  return mark_of(target, mark.path, mark.content);
}

void Stage::remove_all_but(const std::unordered_set<std::string_view>& paths) {
  std::vector<fs::path> emptied;
  for (const auto& [path, mark] : own_.files()) {
    if (paths.contains(path)) continue;
    // A path that lies in a file of today went when that file took its place.
    const fs::path file = own_.folder() / path;
    struct stat status {};
    if (::lstat(file.c_str(), &status) != 0 || S_ISDIR(status.st_mode)) continue;
    if (::unlink(file.c_str()) != 0) fail_to("remove", file, errno);
    emptied.push_back(file.parent_path());
  }
  for (auto folder : emptied)
    while (folder != own_.folder() && ::rmdir(folder.c_str()) == 0) folder = folder.parent_path();
}

}  // namespace sitegen::output
