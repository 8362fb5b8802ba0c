// The tree that becomes the site when it is whole. It stands beside the site and is the site before the last one, so that
// only what changed since then is touched. A file is never written in place: what is in both trees is one file with two
// names.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "sitegen/output/ledger.h"
#include "sitegen/view/view.h"

namespace sitegen::output {

/// The files of a tree that stands on disk, by path.
class Known {
 public:
  Known(std::filesystem::path folder, const Ledger& ledger);
  ~Known();
  Known(const Known&) = delete;
  Known& operator=(const Known&) = delete;

  /// Whether this very file stands there under its path, a plain file with the inode, size and time of the mark.
  bool has(const FileMark& mark) const;
  /// The mark of a file that is still what the build wrote: a plain file below plain folders, with the inode, size and
  /// time of then. Null where there is none.
  const FileMark* intact(const std::string& path) const;
  const FileMark* find(const std::string& path) const;
  const std::filesystem::path& folder() const { return folder_; }
  const std::unordered_map<std::string_view, const FileMark*>& files() const { return files_; }

 private:
  std::filesystem::path folder_;
  int opened_ = -1;                                              // the folder, so that thousands of paths are short
  std::unordered_map<std::string_view, const FileMark*> files_;  // views into the ledger
};

/// What became of a file.
enum class Placed { Left, Linked, Written };

class Stage {
 public:
  /// `live` is the site as it stands, `own` what is known of the stage's own folder.
  Stage(const Known& live, const Known& own) : live_(live), own_(own) {}

  /// Puts the file into the stage: leaves it, links the site's, or writes it. Gives its mark. Throws base::Error.
  FileMark place(const view::OutputFile& file, Placed& placed);
  /// Whether the site's file stands in the stage, too.
  bool has(const FileMark& mark) const { return own_.has(mark); }
  /// Puts a file of the site into the stage that is intact there.
  FileMark link(const FileMark& mark, Placed& placed);
  /// Takes away what stands in the stage and is not in `paths`, and folders that are empty then.
  void remove_all_but(const std::unordered_set<std::string_view>& paths);

 private:
  void make_way(const std::string& path);

  const Known& live_;
  const Known& own_;
  std::unordered_set<std::string> folders_;  // of the stage, seen to be plain folders
};

/// Throws base::UsageError unless the path is relative, of plain names.
void check_path(const std::string& path);

[[noreturn]] void fail_to(const std::string& what, const std::filesystem::path& path, int error);

}  // namespace sitegen::output
