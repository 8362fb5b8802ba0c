// Which file of the content folder is what, by its path alone.
#pragma once

#include "tracker/load/content.h"

#include <optional>
#include <string>
#include <string_view>

namespace tracker::load {

/// A folder of `content/` whose files are read.
struct Folder {
  std::string_view name;
  std::string_view extension;  // of its files, with the dot
  FileKind kind;
  std::optional<FileKind> in_language;  // of name.<language>.extension
};

/// Null for a folder that is not known.
const Folder* find_folder(std::string_view name);
/// Names of all folders that may stand in `content/`, for messages; "lexicon" among them.
std::vector<std::string> folder_names();

/// "en", "rus", "kk-Latn": two or three small letters, with a script where one is needed.
bool is_language_tag(std::string_view text);

/// "ru" of "people/kz-0001.ru.md"; empty where the name has no language.
std::string_view language_of(std::string_view path);

/// A version file's name is six digits and ".json".
bool is_version_name(std::string_view name);

}  // namespace tracker::load
