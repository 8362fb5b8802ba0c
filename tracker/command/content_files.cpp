#include "tracker/command/content_files.h"

#include <sys/stat.h>

#include <fstream>
#include <functional>
#include <iterator>

#include "tracker/archive/file.h"
#include "tracker/archive/lock.h"
#include "tracker/base/error.h"

namespace tracker::command {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

/// A place for half-written files that a rename can leave: beside the index where that is on the same disk.
fs::path beside(const fs::path& target, const fs::path& usual) {
  struct stat a{}, b{};
  const bool same = ::stat(usual.c_str(), &a) == 0 && ::stat(target.parent_path().c_str(), &b) == 0 && a.st_dev == b.st_dev;
  return same ? usual : target.parent_path();
}

void put(const fs::path& target, const std::optional<std::string>& bytes, const Context& context) {
  archive::make_folders(target.parent_path());
  if (bytes) return archive::write_durably(beside(target, context.paths.lock), target, *bytes);
  fs::remove(target);
  archive::sync_folder(target.parent_path());
}

/// Throws where a file is not what it must be; `which` says what that is of an edit.
void require(const std::vector<propose::FileEdit>& edits, const Context& context, const std::string& what,
             const std::function<std::optional<std::string>(const propose::FileEdit&)>& which) {
  for (const auto& edit : edits)
    if (bytes_of(context.paths.content / edit.path) != which(edit))
      throw base::Error(context.paths.shown_content() + "/" + edit.path + " was changed meanwhile; " + what,
                        "look at it with git, and start the review again");
}

}  // namespace

void write_files(const std::vector<propose::FileEdit>& edits, const Context& context) {
  const archive::Lock lock(context.paths.lock);
  require(edits, context, "nothing was written", [](const auto& edit) { return edit.before; });
  std::size_t written = 0;
  try {
    for (; written < edits.size(); ++written) put(context.paths.content / edits[written].path, edits[written].after, context);
  } catch (const base::Error&) {
    for (std::size_t i = 0; i < written; ++i) put(context.paths.content / edits[i].path, edits[i].before, context);
    throw;
  }
}

void take_back_files(const std::vector<propose::FileEdit>& edits, const Context& context) {
  const archive::Lock lock(context.paths.lock);
  require(edits, context, "nothing was taken back", [](const auto& edit) { return std::optional(edit.after); });
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) put(context.paths.content / edit->path, edit->before, context);
}

}  // namespace tracker::command
