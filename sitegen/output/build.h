// From the index to the site. Reads the database, and the archive for evidence; no clock, no randomness: the same record gives the same
// bytes, whatever stood there before.
#pragma once

#include <filesystem>
#include <vector>

#include "sitegen/output/tree.h"
#include "sitegen/view/part.h"
#include "sitegen/view/view.h"

namespace sitegen::output {

struct BuildOptions {
  std::filesystem::path archive;  // captures for evidence; empty: `archive` beside the database
  int jobs = 0;       // processes; 0 takes one a core
  bool full = false;  // make every part, whatever is known of the site
};

/// Writes the site of `database` into `folder`. Throws base::Error where the record cannot be read, where no version says
/// it, or where a page links to nothing; base::UsageError for a folder that is not ours. The old site stands then.
Written build(const std::filesystem::path& database, const std::filesystem::path& folder, const BuildOptions& options);

/// Everything that the site of this view is made of. `stamp` covers all of it. Evidence takes captures from `archive`,
/// where there is one.
PartLists parts_of(const view::View& view, const view::Key& stamp, const std::filesystem::path& archive);

/// Every file of the site, sorted by path, in memory; for tests and for looking at one page.
std::vector<view::OutputFile> build_site(const std::filesystem::path& database);

}  // namespace sitegen::output
