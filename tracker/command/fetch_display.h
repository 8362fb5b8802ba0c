// A run as somebody at a terminal sees it: a line a host, kept in place below the lines of what has ended.
#pragma once

#include <chrono>
#include <ostream>
#include <string>
#include <vector>

#include "tracker/fetch/progress.h"

namespace tracker::command {

/// The lines for a terminal of so many columns, no more than `most` of them: hosts that are being asked first, then those
/// that wait; what does not fit is counted in the last line. Hosts that are done take no line. Pure.
std::vector<std::string> progress_lines(const fetch::Progress& progress, int width, int most);

/// "4 s", "2 min", "1 h 5 min".
std::string in_words(std::chrono::milliseconds time);
/// "812 B", "3.4 kB", "120 MB".
std::string bytes_in_words(long long bytes);

/// Draws the lines, and takes them away for what is printed above them. Does nothing where it is not a terminal.
class FetchDisplay {
 public:
  FetchDisplay(std::ostream& to, bool is_terminal, int width, int height);
  ~FetchDisplay();
  FetchDisplay(const FetchDisplay&) = delete;
  FetchDisplay& operator=(const FetchDisplay&) = delete;

  void show(const fetch::Progress& progress);
  /// So many of the pages that came are read; drawn at most ten times a second.
  void show_reading(std::size_t read, std::size_t all);
  /// A whole line that stays.
  void print(const std::string& line);
  void clear();

 private:
  void draw();
  void erase();
  std::ostream& to_;
  bool is_terminal_;
  int width_, height_;
  std::size_t drawn_ = 0;  // lines on the screen
  std::vector<std::string> lines_;
  std::chrono::steady_clock::time_point reading_shown_{};
};

}  // namespace tracker::command
