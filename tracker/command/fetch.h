// The run that follows the sources: what `fetch` and `update` share.
#pragma once

#include <vector>

#include "tracker/command/commands.h"
#include "tracker/model/receipt.h"

namespace tracker::command {

struct FetchRun {
  std::vector<model::Receipt> receipts;  // one an attempt, in the order of their ends; without the heads
  int not_due = 0;
  bool stopped = false;  // by a signal
  int left = 0;          // not asked because of that
  int unread = 0;        // fetched, and not read because of that

  int count(model::FetchOutcome outcome) const;
  /// Attempts after which nobody can say what the page says now.
  int unseen() const;
};

/// Hosts in parallel, one request at a time a host. Every attempt leaves a receipt; none of them keeps the run from going on. Throws base::Error where the archive cannot
/// be written: evidence that cannot be kept is not fetched.
FetchRun fetch_sources(const FetchOptions& options, Context& context);

/// "3 fetched, 1 not modified, 12 unreachable".
std::string summary(const FetchRun& run);

}  // namespace tracker::command
