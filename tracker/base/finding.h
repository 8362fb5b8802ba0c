// A finding is something a person should look at, with the place where it stands. Libraries return findings as values;
// commands print them as a compiler prints its messages, so that editors can jump to them.
#pragma once

#include <string>
#include <vector>

namespace tracker::base {

enum class Severity { Note, Warning, Error };

struct Finding {
  Severity severity = Severity::Error;
  std::string file;     // path as the user knows it; empty where there is none
  int line = 0;         // 1-based; 0 where unknown
  int column = 0;       // 1-based, in code points; 0 where unknown
  std::string code;     // stable short name of the rule, e.g. "unknown-key"
  std::string message;  // what was found and what is allowed
  std::string hint;     // what to do; may be empty

  friend bool operator==(const Finding&, const Finding&) = default;
};

using Findings = std::vector<Finding>;

/// "content/people/a.md:3:1: error: unknown key "nmae" [unknown-key]" and, on a second line, the hint.
std::string to_string(const Finding& finding);

/// "note", "warning", "error".
std::string to_string(Severity severity);

bool has_errors(const Findings& findings);

/// By file, line, column, severity (errors first), code, message: a total order, so that output is stable.
void sort_findings(Findings& findings);

}  // namespace tracker::base
