// From the archive to statements and proposals: what `read`, `update`, `record` and `rebuild` share.
#pragma once

#include <string>
#include <vector>

#include "tracker/command/content.h"
#include "tracker/command/context.h"
#include "tracker/propose/proposal.h"
#include "tracker/record/store.h"

namespace tracker::command {

struct ReadRun {
  int pages = 0;        // of all snapshots
  int fresh = 0;        // of these, read now
  int statements = 0;   // of all pages
  std::vector<std::string> failed;  // "source, digest: why"
  bool lexicon_is_broken = false;   // then nothing was read, and why is printed
  std::vector<propose::Proposal> proposals;
};

/// Reads what is new in the archive, or was read with other words, and brings statements and proposals of the index up to
/// date. A page that fails, and one that was quarantined, says nothing: what was known of it stays out of the way, nobody's
/// status changes. `sources`: only these are read now; empty: all.
ReadRun read_archive(record::Writer& writer, const Content& content, const std::vector<std::string>& sources,
                     Context& context);

/// "12 pages, 3 of them new, 41 statements; 7 proposals wait"
std::string summary(const ReadRun& run);

}  // namespace tracker::command
