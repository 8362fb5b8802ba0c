// A snapshot read behind guards: what `parse` makes of it, or why nothing could be made.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/instant.h"
#include "tracker/model/entity.h"
#include "tracker/model/reading.h"
#include "tracker/parse/parsed.h"
#include "tracker/parse/zone.h"
#include "tracker/sandbox/guarded_child.h"

namespace tracker::sandbox {

struct Snapshot {
  const model::Source& source;
  model::SourceKind kind = model::SourceKind::Page;
  bool is_followed = false;
  std::string_view bytes;
  std::string_view content_type;
  std::string_view url;
};

/// Never throws for what the bytes are or do to a parser. A PDF is read as a document whatever the kind says. All of it,
/// pdftotext included, is done within limits.wall.
parse::Parsed read_snapshot(const Snapshot& snapshot, const std::vector<model::Fingerprint>& fingerprints, const parse::Zone* zone,
                            const GuardLimits& limits = {});

/// By the name of the zone; nothing for one that this machine does not have.
using Zones = std::map<std::string, std::optional<parse::Zone>>;

/// Reads many snapshots as read_snapshot does, in fewer children: those of one origin that come one after the other share
/// one. They are started by a process that is made here, early, because a child of a program that has worked long pays for
/// every piece of memory that it finds there. A page that takes its parser over could so only speak for other pages of its own origin, which might have said the
/// same by themselves; it can never speak for another publisher.
class SnapshotReader {
 public:
  /// All of them outlive it; what they are later is not seen.
  SnapshotReader(const std::vector<model::Source>& sources, const std::vector<model::Fingerprint>& fingerprints, const Zones& zones,
                 const GuardLimits& limits = {});

  /// The snapshot's source is one of the sources. `origin` is who sent the bytes: "https://example.org".
  parse::Parsed read(const Snapshot& snapshot, std::string_view origin);

 private:
  std::string parse(std::string_view input) const;
  /// In the process that starts the children: gives the input to the child of its origin.
  std::string hand_on(std::string_view input);

  const std::vector<model::Source>& sources_;
  const std::vector<model::Fingerprint>& fingerprints_;
  const Zones& zones_;
  GuardLimits limits_;
  GuardedChild child_;
  std::string origin_;  // whose pages the child has
  GuardedChild starter_;
};

/// The facts of it that are kept in the log of readings. `bytes_digest` names the snapshot.
model::Reading reading_of(const Snapshot& snapshot, const parse::Parsed& parsed, const base::Digest& bytes_digest,
                          const base::Digest& rules, base::Instant at);

}  // namespace tracker::sandbox
