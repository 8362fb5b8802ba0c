#include "tracker/load/file_kind.h"

#include <algorithm>
#include <array>

namespace tracker::load {
namespace {

constexpr std::array<Folder, 12> kFolders{{
    {"cases", ".toml", FileKind::Case, {}},
    {"designations", ".toml", FileKind::Designation, {}},
    {"figures", ".toml", FileKind::Measurements, {}},
    {"fingerprints", ".toml", FileKind::Fingerprints, {}},
    {"i18n", ".toml", FileKind::Words, {}},
    {"laws", ".toml", FileKind::Law, {}},
    {"pages", ".md", FileKind::Page, FileKind::PageText},
    {"people", ".md", FileKind::Person, FileKind::PersonText},
    {"places", ".toml", FileKind::Place, {}},
    {"rulings", ".toml", FileKind::Ruling, {}},
    {"sources", ".toml", FileKind::Source, {}},
    {"versions", ".json", FileKind::Version, {}},
}};

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

}  // namespace

const Folder* find_folder(std::string_view name) {
  const auto* found = std::find_if(kFolders.begin(), kFolders.end(),
                                   [&](const Folder& folder) { return folder.name == name; });
  return found == kFolders.end() ? nullptr : found;
}

std::vector<std::string> folder_names() {
  std::vector<std::string> names{"lexicon"};
  for (const auto& folder : kFolders) names.emplace_back(folder.name);
  std::sort(names.begin(), names.end());
  return names;
}

bool is_language_tag(std::string_view text) {
  const auto language = text.substr(0, text.find('-'));
  if (language.size() < 2 || language.size() > 3 || !std::all_of(language.begin(), language.end(), is_small))
    return false;
  if (language.size() == text.size()) return true;
  const auto script = text.substr(language.size() + 1);
  return script.size() == 4 && script[0] >= 'A' && script[0] <= 'Z' &&
         std::all_of(script.begin() + 1, script.end(), is_small);
}

std::string_view language_of(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);
  const auto extension = path.rfind('.');
  if (extension == std::string_view::npos || extension == 0) return {};
  const auto dot = path.rfind('.', extension - 1);
  if (dot == std::string_view::npos || dot == 0) return {};
  const auto tag = path.substr(dot + 1, extension - dot - 1);
  return is_language_tag(tag) ? tag : std::string_view{};
}

bool is_version_name(std::string_view name) {
  return name.size() == 11 && name.ends_with(".json") &&
         std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace tracker::load
