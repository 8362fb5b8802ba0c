// A snapshot read behind guards: what `parse` makes of it, or why nothing could be made.
#pragma once

#include <string_view>
#include <vector>

#include "tracker/base/instant.h"
#include "tracker/model/entity.h"
#include "tracker/model/reading.h"
#include "tracker/parse/parsed.h"
#include "tracker/parse/zone.h"
#include "tracker/sandbox/guard.h"

namespace tracker::sandbox {

struct Snapshot {
  const model::Source& source;
  model::SourceKind kind = model::SourceKind::Page;
  bool is_followed = false;
  std::string_view bytes;
  std::string_view content_type;
  std::string_view url;
};

/// Never throws for what the bytes are or do to a parser. A PDF is read as a document whatever the kind says.
parse::Parsed read_snapshot(const Snapshot& snapshot, const std::vector<model::Fingerprint>& fingerprints, const parse::Zone* zone,
                            const GuardLimits& limits = {});

/// The facts of it that are kept in the log of readings. `bytes_digest` names the snapshot.
model::Reading reading_of(const Snapshot& snapshot, const parse::Parsed& parsed, const base::Digest& bytes_digest,
                          const base::Digest& rules, base::Instant at);

}  // namespace tracker::sandbox
