#include "tracker/base/finding.h"

#include "tests/support/catch.h"

using tracker::base::Finding;
using tracker::base::Findings;
using tracker::base::has_errors;
using tracker::base::Severity;

TEST_CASE("a finding is printed as a compiler prints it") {
  CHECK(to_string(Finding{.severity = Severity::Error, .file = "a.md", .line = 3, .column = 7, .code = "unknown-key",
                          .message = "no", .hint = "do"}) == "a.md:3:7: error: no [unknown-key]\n  hint: do");
  CHECK(to_string(Finding{.severity = Severity::Warning, .file = "a.md", .message = "no"}) == "a.md: warning: no");
  CHECK(to_string(Finding{.severity = Severity::Note, .file = "a.md", .line = 3, .message = "no"}) == "a.md:3: note: no");
  CHECK(to_string(Finding{.severity = Severity::Error, .message = "no"}) == "error: no");
}

TEST_CASE("findings sort by file and place, errors before warnings") {
  Findings findings = {{.severity = Severity::Note, .file = "b", .line = 1, .message = "3"},
                       {.severity = Severity::Note, .file = "a", .line = 2, .message = "2"},
                       {.severity = Severity::Error, .file = "a", .line = 2, .message = "1"},
                       {.severity = Severity::Note, .file = "a", .line = 1, .message = "0"}};
  sort_findings(findings);
  for (std::size_t i = 0; i < findings.size(); ++i) CHECK(findings[i].message == std::to_string(i));
}

TEST_CASE("only an error counts as an error") {
  CHECK_FALSE(has_errors(Findings{{.severity = Severity::Warning}, {.severity = Severity::Note}}));
  CHECK(has_errors(Findings{{.severity = Severity::Warning}, {.severity = Severity::Error}}));
  CHECK_FALSE(has_errors(Findings{}));
}
