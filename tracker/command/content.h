// Content as commands need it: every file read once, unchanged ones taken from the index instead of parsed again, the
// whole checked, the chain of versions verified.
#pragma once

#include <string>
#include <vector>

#include "tracker/base/finding.h"
#include "tracker/command/context.h"
#include "tracker/model/record.h"
#include "tracker/model/status.h"
#include "tracker/record/store.h"
#include "tracker/version/version.h"

namespace tracker::command {

struct Content {
  model::Record record;
  std::vector<version::Version> versions;
  base::Findings findings;                     // of files, rules and the chain; sorted; paths as the user knows them
  base::Findings untranslated;                 // what a language lacks; no fault of any file
  std::vector<record::IndexedFile> changed;    // not in the index, or there with another digest
  std::vector<std::string> removed;            // in the index, no longer there
  int parsed = 0;                              // files that were parsed, not taken from the index
};

/// `indexed` may be empty: then every file is parsed. Never throws for what stands in a file.
Content read_content(const Paths& paths, const std::vector<record::IndexedFile>& indexed, base::Day today);

/// Prints findings as a compiler does.
void print_findings(std::ostream& to, const base::Findings& findings);

/// "2 errors, 1 warning", "no findings".
std::string count_findings(const base::Findings& findings);

}  // namespace tracker::command
