// The step from content to a version and an index: what `record`, `update` and `rebuild` share.
#pragma once

#include <optional>

#include "tracker/command/commands.h"
#include "tracker/command/content.h"
#include "tracker/command/reading.h"

namespace tracker::command {

/// What recording did.
struct Recorded {
  std::optional<version::Version> version;  // nothing: nothing changed
  Content content;
  std::vector<model::Status> statuses;
  ReadRun reading;
};

/// Throws base::Error with the count of errors after printing the findings where content has errors; nothing is written
/// then. The version file is written first and whole; the index follows in one transaction. A run that is killed between
/// the two leaves a version that the next run takes into the index.
Recorded record_content(const RecordOptions& options, Context& context);

/// Brings an index up to date with content, versions and the archive: receipts, statements, proposals.
ReadRun sync_index(record::Writer& writer, const Content& content, const std::vector<model::Status>& statuses,
                   Context& context);

}  // namespace tracker::command
