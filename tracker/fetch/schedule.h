// What to ask of a source next, from its past and its rhythm. Pure: the receipts are the memory, and `now` is
// given.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tracker/base/digest.h"
#include "tracker/base/instant.h"
#include "tracker/fetch/session.h"
#include "tracker/model/entity.h"
#include "tracker/model/receipt.h"

namespace tracker::fetch {

/// What the receipts of one source remember.
struct Past {
  std::optional<model::Receipt> last_success;  // Fetched or NotModified
  std::optional<model::Receipt> last_fetched;  // the bytes that are current
  std::optional<base::Instant> not_before;     // the server asked, last time, not to be asked again before
};

/// By source id. The receipts are in the order of the fetches; those of addresses that a page named are passed over.
std::map<std::string, Past> past_of(const std::vector<model::Receipt>& receipts);

/// A source is due once its rhythm has passed since the last success, less a little, so that a job that runs
/// at the same hour every day never misses a day by a second. Failures do not count: what failed is due at
/// once. `Never` is never due; a success in the future (a clock that was wrong) is none.
bool is_due(model::Rhythm rhythm, const std::optional<base::Instant>& last_success, base::Instant now);

/// The kinds that have an address to ask: all but those that are cited or given by hand.
bool is_fetched(model::SourceKind kind);

/// What a server is allowed for one request. A server that is silent for 9 s, connecting included, or sends less than 9,000
/// bytes in them, is given up, and the next run asks again: a page that is slower than 1 kB/s is of no use, and a run must not
/// hang on a server that plays dead. Through a proxy (Tor above all) it is 30 s, since building a way takes as long as some
/// servers do; a source's `patience` says otherwise for both.
Limits limits_of(const model::Source& source, bool is_by_proxy);

struct Plan {
  bool due = false;
  Request request;
  std::optional<base::Digest> unchanged;  // the bytes that a NotModified stands for
};

/// A source whose address was changed since the last success is due; one whose server asked to wait is not. Validators are sent only where `is_kept`
/// says that the archive still has their bytes, the source's address is the one that gave them, and no
/// redirect was between.
Plan plan(const model::Source& source, const Past& past, base::Instant now,
          const std::function<bool(const base::Digest&)>& is_kept, bool is_by_proxy = false);

}  // namespace tracker::fetch
