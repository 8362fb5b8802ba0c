#include "tracker/load/report.h"

#include "tracker/base/text.h"

#include <iterator>

namespace tracker::load {
namespace {

constexpr std::size_t kLongestQuotation = 60;
constexpr std::size_t kMostFindings = 100;

}  // namespace

// base::visible leaves tab and newline alone; in a message of one line they are as bad as the rest.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : base::visible(text)) {
    if (c == '\n') {
      line += "<U+000A>";
    } else if (c == '\t') {
      line += "<U+0009>";
    } else {
      line += c;
    }
  }
  return line;
}

std::string in_quotes(std::string_view text) {
  return '"' + on_one_line(base::shorten(text, kLongestQuotation)) + '"';
}

std::string shown_path(const std::string& shown, std::string_view path) {
  std::string whole = on_one_line(shown);
  if (!whole.empty() && whole.back() != '/' && !path.empty()) whole += '/';
  return whole + on_one_line(path);
}

void Report::error(model::Position at, std::string code, std::string message, std::string hint) {
  if (findings_.size() == kMostFindings) {
    ++left_out_;
    return;
  }
  findings_.push_back({.severity = base::Severity::Error,
                       .file = file_,
                       .line = at.line,
                       .column = at.column,
                       .code = std::move(code),
                       .message = std::move(message),
                       .hint = std::move(hint)});
}

void Report::add_to(base::Findings& all) && {
  base::sort_findings(findings_);
  std::move(findings_.begin(), findings_.end(), std::back_inserter(all));
  if (left_out_ > 0)
    all.push_back({.file = file_,
                   .code = "too-many",
                   .message = std::to_string(left_out_) + " more errors in this file are not shown",
                   .hint = "mend those above first"});
}

}  // namespace tracker::load
