// What is wrong with one file, collected while it is read. The number of findings a file can make is bounded,
// so that a hostile or hopeless file costs one screen and not a million lines.
#pragma once

#include "tracker/base/finding.h"
#include "tracker/model/text.h"

#include <string>
#include <string_view>

namespace tracker::load {

/// The text with everything invisible, line breaks and tabs too, written as <U+XXXX>.
std::string on_one_line(std::string_view text);

/// A piece of a file as it may stand in a message: in quotation marks, short, on one line, nothing invisible.
std::string in_quotes(std::string_view text);

/// A path as it may stand in a message and in front of a line number: whole, on one line, nothing invisible.
std::string shown_path(const std::string& shown, std::string_view path);

class Report {
 public:
  explicit Report(std::string file) : file_(std::move(file)) {}

  void error(model::Position at, std::string code, std::string message, std::string hint = {});

  const std::string& file() const { return file_; }
  /// How many errors there were so far, with those that are too many to be shown.
  std::size_t count() const { return findings_.size() + left_out_; }
  /// Adds what was found to `all`, sorted.
  void add_to(base::Findings& all) &&;

 private:
  std::string file_;
  base::Findings findings_;
  std::size_t left_out_ = 0;
};

}  // namespace tracker::load
