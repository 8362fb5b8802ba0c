// What every command is given: where the project stands, where output goes, and what time it is. Commands never ask the
// clock or the terminal themselves, so that a test can say.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>

#include "tracker/base/instant.h"

namespace tracker::command {

struct Paths {
  std::filesystem::path root = ".";
  std::filesystem::path content;   // root/content
  std::filesystem::path database;  // root/var/tracker.db
  std::filesystem::path archive;   // root/var/archive
  std::filesystem::path lock;      // root/var/lock: one writer at a time

  /// The content folder as messages name it: "content", or "elsewhere/content".
  std::string shown_content() const { return content.lexically_normal().generic_string(); }
};

struct Context {
  std::ostream& out;  // data
  std::ostream& err;  // everything else
  Paths paths;
  base::Instant now{};
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  int width = 100;     // of the terminal, in columns
  int err_width = 100;  // of the terminal that stderr is
  int err_height = 24;
  bool colour = false;
  bool strict = false;  // exit 3 when something waits for a person
};

/// Exit codes (design §7).
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kWrongCall = 2;
inline constexpr int kWaiting = 3;

}  // namespace tracker::command
