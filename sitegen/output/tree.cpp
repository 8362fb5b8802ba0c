#include "sitegen/output/tree.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <set>

#include "tracker/archive/file.h"
#include "tracker/base/error.h"

namespace sitegen::output {
namespace {

namespace fs = std::filesystem;
using tracker::base::Error;
using tracker::base::UsageError;
using view::OutputFile;

constexpr const char* kMarkerText = "Written by sitegen. Everything in this folder is replaced by the next build.\n";
constexpr const char* kReadme = "README.md";
constexpr const char* kReadmeText =
    "This folder is written by `sitegen build` alone. Do not edit anything in it: change `content/` and run "
    "`scripts/update`.\n";

[[noreturn]] void fail(const std::string& what, const fs::path& path, int error) {
  throw Error("site: cannot " + what + " \"" + path.string() + "\": " + std::strerror(error),
              error == ENOSPC ? "free some space; the site that stood there is untouched" : "");
}

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool is_ours(const fs::path& folder) {
  if (fs::is_regular_file(fs::symlink_status(folder / kMarker))) return true;
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  return names.empty() || (names.size() == 1 && names[0] == kReadme && read(folder / kReadme) == kReadmeText);
}

/// A path of the site: relative, of plain names, no "..".
void check_path(const std::string& path) {
  const fs::path parsed(path);
  const bool plain = !path.empty() && parsed.is_relative() && path.find('\\') == std::string::npos &&
                     path.find('\0') == std::string::npos &&
                     std::none_of(parsed.begin(), parsed.end(),
                                  [](const fs::path& name) { return name == ".." || name == "." || name.empty(); });
  if (!plain) throw UsageError("site: \"" + path + "\" is not a path below the output folder");
}

void write_file(const fs::path& file, const std::string& bytes) {
  const auto opened = tracker::archive::open_file(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC);
  tracker::archive::write_all(opened, bytes, file);
}

bool holds(const fs::path& file, const std::string& bytes) {
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(file, error)) || fs::file_size(file, error) != bytes.size()) return false;
  return read(file) == bytes;
}

/// Makes `next/path` with these bytes; the file of the old site itself where it already holds them.
bool place(const OutputFile& file, const fs::path& old_site, const fs::path& next) {
  const fs::path target = next / file.path;
  fs::create_directories(target.parent_path());
  if (holds(old_site / file.path, file.bytes)) {
    std::error_code error;
    fs::create_hard_link(old_site / file.path, target, error);
    if (!error) return true;  // some file systems have no hard links: then it is written again
  }
  write_file(target, file.bytes);
  return false;
}

void sync_file_system(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) fail("open", folder, errno);
  const int result = ::syncfs(descriptor);
  const int error = errno;
  ::close(descriptor);
  if (result != 0) fail("save", folder, error);
}

std::set<std::string> files_below(const fs::path& folder) {
  std::set<std::string> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (!entry.is_directory()) files.insert(entry.path().lexically_relative(folder).generic_string());
  return files;
}

/// The marker goes last, so that what a killed run leaves can still be told from anybody's folder.
void remove_site(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().filename() != kMarker) fs::remove_all(entry.path());
  fs::remove_all(folder);
}

/// Folders that a killed run left beside the output. They are ours by name, and by marker or because nothing is in them.
void remove_leftovers(const fs::path& folder, const std::string& prefix) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    const bool named = entry.path().filename().string().starts_with(prefix);
    if (named && fs::is_directory(entry.symlink_status()) &&
        (fs::exists(entry.path() / kMarker) || fs::is_empty(entry.path())))
      remove_site(entry.path());
  }
}

void swap_in(const fs::path& next, const fs::path& folder) {
  if (!fs::exists(folder)) {
    if (::rename(next.c_str(), folder.c_str()) != 0) fail("put the site at", folder, errno);
    return;
  }
  if (::syscall(SYS_renameat2, AT_FDCWD, next.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) != 0)
    fail("put the site at", folder, errno);
}

}  // namespace

Written write_tree(const std::vector<OutputFile>& files, const fs::path& given) {
  fs::path folder = fs::absolute(given).lexically_normal();
  if (folder.filename().empty()) folder = folder.parent_path();
  const auto status = fs::symlink_status(folder);
  if (fs::exists(status) && !fs::is_directory(status))
    throw UsageError("site: \"" + given.string() + "\" is not a folder", "name a folder with --out");
  if (fs::exists(status) && !is_ours(folder))
    throw UsageError("site: \"" + given.string() + "\" holds files that sitegen did not write",
                     "name an empty or new folder with --out; nothing was changed");

  std::vector<OutputFile> all = files;
  all.push_back({kMarker, kMarkerText});
  all.push_back({kReadme, kReadmeText});
  std::set<std::string> produced;
  for (const auto& file : all) {
    check_path(file.path);
    if (!produced.insert(file.path).second) throw UsageError("site: \"" + file.path + "\" is produced twice");
  }

  fs::create_directories(folder.parent_path());
  const std::string prefix = "." + folder.filename().string() + ".next-";
  remove_leftovers(folder.parent_path(), prefix);
  const fs::path next = folder.parent_path() / (prefix + std::to_string(::getpid()));
  Written written;
  try {
    fs::create_directory(next);
    write_file(next / kMarker, kMarkerText);  // first, so that a leftover can be told from anybody's folder
    for (const auto& file : all)
      if (file.path != kMarker) written.unchanged += place(file, folder, next) ? 1 : 0;
    sync_file_system(next);
    const auto before = files_below(folder);
    written.files = static_cast<int>(files.size());
    written.removed = static_cast<int>(
        std::count_if(before.begin(), before.end(), [&](const auto& path) { return !produced.contains(path); }));
    if (produced.contains(kReadme) && holds(folder / kReadme, kReadmeText)) --written.unchanged;
    swap_in(next, folder);
  } catch (const fs::filesystem_error& error) {
    std::error_code ignored;
    fs::remove_all(next, ignored);
    fail("write", next, error.code().value());
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(next, ignored);
    throw;
  }
  if (fs::exists(next)) remove_site(next);  // the old site, after the exchange
  return written;
}

}  // namespace sitegen::output
