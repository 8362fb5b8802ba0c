// A small made-up list in a folder of its own, and the program `tracker` run on it as a person would, in this
// process: words in, exit code and both streams out.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/temp_dir.h"

namespace tests {

/// What a run of a program gave.
struct Ran {
  int code = -1;
  std::string out;
  std::string err;
};

/// Path below a folder to bytes, of every file below it.
using Tree = std::map<std::string, std::string>;
Tree read_tree(const std::filesystem::path& folder);

enum class Words { Few, All };

class Project {
 public:
  /// A copy of tests/data/content-small; with the real words of content/i18n where pages are to be made of
  /// them.
  explicit Project(Words words = Words::Few);

  const std::filesystem::path& root() const { return dir_.path(); }
  std::filesystem::path content() const { return root() / "content"; }
  std::filesystem::path database() const { return root() / "var" / "tracker.db"; }
  std::filesystem::path archive() const { return root() / "var" / "archive"; }

  /// Files below content/.
  void write(std::string_view name, std::string_view bytes) const;
  std::string read(std::string_view name) const;
  void remove(std::string_view name) const;
  /// Replaces the first `old` in a file, which must be there.
  void replace(std::string_view name, std::string_view old, std::string_view fresh) const;
  /// Adds text to the front matter of a person, before its closing line.
  void add_event(std::string_view person, std::string_view toml) const;

  /// Runs `tracker --root ROOT --now NOW …`.
  Ran tracker(const std::vector<std::string>& words) const;
  /// The same, for runs whose exit code must be 0.
  Ran done(const std::vector<std::string>& words) const;

  /// The text with the project folder taken out, so that it can be compared.
  std::string shown(std::string text) const;

  std::string now = "2024-02-01T12:00:00Z";

 private:
  TempDir dir_;
};

/// Runs `tracker` with these words and nothing else.
Ran run_tracker(const std::vector<std::string>& words);

/// A person's file with one event, or none where `event` is empty.
std::string person_file(std::string_view id, std::string_view name, std::string_view event);

/// An event of a person, as TOML.
std::string event_toml(std::string_view id, std::string_view type, std::string_view date,
                       std::string_view more = {});

}  // namespace tests
