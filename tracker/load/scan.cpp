// Walks the content folder: one level of known folders, no recursion, everything in order of name. What is
// not content is said, because a file that is silently passed over looks like one that was read.
#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/load/content.h"
#include "tracker/version/version.h"
#include "tracker/load/file_kind.h"
#include "tracker/load/read_file.h"
#include "tracker/load/report.h"

#include <algorithm>
#include <filesystem>

namespace tracker::load {
namespace {

namespace fs = std::filesystem;

// A version holds every value that changed; the first one of a long list is larger than any file a person
// writes.

/// Hidden files, what editors leave behind, and the note for the reader of a folder.
bool is_passed_over(std::string_view name) {
  return name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp") || name == "README.md";
}

/// Names in order of bytes, so that no run depends on the order that a disk keeps.
std::vector<std::string> names_in(const fs::path& folder, std::error_code& error) {
  std::vector<std::string> names;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    names.push_back(entry->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class Scanner {
 public:
  Scanner(const fs::path& root, const std::string& shown) : root_(root), shown_(shown) {}

  Scan run(const std::vector<std::string>& names) {
    for (const auto& name : names) {
      if (is_passed_over(name) || name == "lexicon" || has_bad_name(name, name)) continue;
      if (const Folder* folder = find_folder(name)) {
        scan_folder(*folder);
      } else if (name == "site.toml") {
        add_file(name, FileKind::Site);
      } else {
        say_unknown(name);
      }
    }
    if (!std::binary_search(names.begin(), names.end(), "site.toml"))
      say(base::Severity::Error, "site.toml",
          {"no-site", "there is no such file",
           "it says title, languages and address of the list; `tracker init` makes one"});
    std::sort(scan_.files.begin(), scan_.files.end(),
              [](const ContentFile& a, const ContentFile& b) { return a.path < b.path; });
    base::sort_findings(scan_.findings);
    return std::move(scan_);
  }

 private:
  void say(base::Severity severity, const std::string& path, const Fault& fault) {
    scan_.findings.push_back({severity, shown_path(shown_, path), fault.at.line, fault.at.column, fault.code,
                              fault.message, fault.hint});
  }

  bool has_bad_name(const std::string& path, const std::string& name) {
    const bool is_good = !base::first_invalid_utf8(name) && base::is_plain(name) &&
                         name.find_first_of("\t\n") == std::string::npos;
    if (!is_good)
      say(base::Severity::Error, path,
          {"bad-file-name", "the file name holds bytes that are no UTF-8, or control characters",
           "rename it"});
    return !is_good;
  }

  void say_unknown(const std::string& name) {
    std::error_code ignored;
    if (!fs::is_directory(root_ / name, ignored)) {
      say(base::Severity::Warning, name,
          {"unknown-file", "nothing reads this file",
           "content lies in the folders; only site.toml stands beside them"});
      return;
    }
    const auto near = base::closest(name, folder_names());
    say(base::Severity::Warning, name,
        {"unknown-folder", "nothing reads this folder",
         near ? "did you mean " + in_quotes(*near) + '?' : "folders: " + base::join(folder_names(), ", ")});
  }

  void scan_folder(const Folder& folder) {
    const std::string name(folder.name);
    fs::path target;
    if (const auto fault = follow_link(root_, root_ / name, target))
      return say(base::Severity::Error, name, *fault);
    std::error_code error;
    const auto names = names_in(target, error);
    if (error)
      return say(base::Severity::Error, name,
                 {"unreadable", "the folder cannot be read: " + error.message(),
                  "look at its kind and permissions"});
    for (const auto& file : names) {
      const std::string path = name + '/' + file;
      if (is_passed_over(file) || has_bad_name(path, file)) continue;
      if (const auto kind = kind_of(folder, path, file)) add_file(path, *kind);
    }
  }

  /// Nothing for what is not read; it has been said then.
  std::optional<FileKind> kind_of(const Folder& folder, const std::string& path, const std::string& file) {
    std::error_code ignored;
    if (fs::is_directory(root_ / path, ignored)) {
      say(base::Severity::Warning, path,
          {"unknown-folder", "nothing reads this folder",
           "move its files up, into " + in_quotes(folder.name)});
      return std::nullopt;
    }
    if (!file.ends_with(folder.extension)) {
      say(base::Severity::Warning, path,
          {"unknown-file", "nothing reads this file",
           "files in " + in_quotes(folder.name) + " end in " + std::string(folder.extension)});
      return std::nullopt;
    }
    if (folder.kind == FileKind::Version && !is_version_name(file)) {
      say(base::Severity::Error, path,
          {"version-name", "a version file is named by six digits, like 000001.json",
           "give it its name back"});
      return std::nullopt;
    }
    return folder.in_language && !language_of(file).empty() ? *folder.in_language : folder.kind;
  }

  void add_file(const std::string& path, FileKind kind) {
    ContentFile file{.path = path, .kind = kind};
    fs::path target;
    auto fault = follow_link(root_, root_ / path, target);
    if (!fault)
      fault = read_bounded(target, kind == FileKind::Version ? version::kLargestVersion : kLargestFile, file.bytes);
    if (!fault) fault = fault_of_bytes(file.bytes);
    if (fault) return say(base::Severity::Error, path, *fault);
    file.digest = base::sha256(file.bytes);
    scan_.files.push_back(std::move(file));
  }

  fs::path root_;
  const std::string& shown_;
  Scan scan_;
};

}  // namespace

Scan scan(const fs::path& content, const std::string& shown) {
  std::error_code error;
  const auto root = fs::canonical(content, error);
  std::vector<std::string> names;
  if (!error) names = names_in(root, error);
  if (error)
    throw base::Error("cannot read the content folder " + in_quotes(shown) + ": " + error.message(),
                      "name the folder that holds site.toml, or make a new list with `tracker init`");
  return Scanner(root, shown).run(names);
}

Loaded load_content(const fs::path& content, const std::string& shown) {
  Scan found = scan(content, shown);
  Loaded loaded{.findings = std::move(found.findings)};
  std::vector<model::Record> parts;
  for (const auto& file : found.files)
    if (file.kind != FileKind::Version) parts.push_back(parse(file, shown, loaded.findings));
  loaded.record = assemble(std::move(parts), loaded.findings);
  base::sort_findings(loaded.findings);
  return loaded;
}

}  // namespace tracker::load
