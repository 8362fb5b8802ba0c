// A snapshot read behind guards: what `parse` makes of it, or why nothing could be made.
#pragma once

#include <cstddef>
#include <functional>
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
#include "tracker/sandbox/origin_guard.h"

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
/// pdftotext included, is done within limits.wall. Where that was not enough although the parser had hardly worked, the
/// machine was too busy: that says nothing about the bytes, and is Postponed.
parse::Parsed read_snapshot(const Snapshot& snapshot, const std::vector<model::Fingerprint>& fingerprints, const parse::Zone* zone,
                            const GuardLimits& limits = {});

/// By the name of the zone; nothing for one that this machine does not have.
using Zones = std::map<std::string, std::optional<parse::Zone>>;

/// Reads many snapshots as read_snapshot does, in fewer children and several at a time: see OriginGuard.
class SnapshotReader {
 public:
  /// All of them outlive it; what they are later is not seen.
  SnapshotReader(const std::vector<model::Source>& sources, const std::vector<model::Fingerprint>& fingerprints, const Zones& zones,
                 const GuardLimits& limits = {});

  /// The snapshot's source is one of the sources. `origin` is who sent the bytes: "https://example.org".
  parse::Parsed read(const Snapshot& snapshot, std::string_view origin);

  using Take = std::function<void(std::size_t i, parse::Parsed parsed)>;
  /// One snapshot for each of the origins, as OriginGuard::run_all; `give` gives what input_of makes of it.
  std::size_t read_all(const std::vector<std::string>& origins, const OriginGuard::Give& give, const Take& take, const OriginGuard::GoOn& goes_on);
  std::string input_of(const Snapshot& snapshot) const;

 private:
  Snapshot snapshot_in(std::string_view input) const;
  std::string parse(std::string_view input) const;
  GuardResult use(std::string_view input, GuardedChild& child) const;
  parse::Parsed parsed(GuardResult result) const;

  const std::vector<model::Source>& sources_;
  const std::vector<model::Fingerprint>& fingerprints_;
  const Zones& zones_;
  GuardLimits limits_;
  OriginGuard guard_;
};

/// The facts of it that are kept in the log of readings. `bytes_digest` names the snapshot.
model::Reading reading_of(const Snapshot& snapshot, const parse::Parsed& parsed, const base::Digest& bytes_digest,
                          const base::Digest& rules, base::Instant at);

}  // namespace tracker::sandbox
