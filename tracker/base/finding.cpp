#include "tracker/base/finding.h"

#include <algorithm>
#include <tuple>

namespace tracker::base {

std::string to_string(Severity severity) {
  switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
  }
  return "error";
}

std::string to_string(const Finding& finding) {
  std::string text;
  if (!finding.file.empty()) {
    text += finding.file;
    if (finding.line > 0) text += ':' + std::to_string(finding.line);
    if (finding.line > 0 && finding.column > 0) text += ':' + std::to_string(finding.column);
    text += ": ";
  }
  text += to_string(finding.severity) + ": " + finding.message;
  if (!finding.code.empty()) text += " [" + finding.code + ']';
  if (!finding.hint.empty()) text += "\n  hint: " + finding.hint;
  return text;
}

bool has_errors(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::Error; });
}

void sort_findings(Findings& findings) {
  const auto key = [](const Finding& f) {
    return std::tuple<const std::string&, int, int, int, const std::string&, const std::string&>(
        f.file, f.line, f.column, -static_cast<int>(f.severity), f.code, f.message);
  };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
}

}  // namespace tracker::base
