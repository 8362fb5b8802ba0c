// What stood on a source's listing at each capture, from the archive: so that what was taken off it can be proposed for a
// person to look at.
#pragma once

#include <vector>

#include "tracker/archive/store.h"
#include "tracker/health/removals.h"
#include "tracker/model/entity.h"

namespace tracker::command {

/// Entries of a source leave a feed and a schedule in the course of things; only from these a removal means something.
bool may_remove(const model::Source& source);

/// The newest captures of the source's own address, oldest first, at most `most`. Of a capture whose words are lost or were
/// never read nothing is said: it is not good.
std::vector<health::Capture> captures_of(const model::Source& source, const std::vector<model::Receipt>& receipts,
                                         const std::vector<model::Reading>& readings, const archive::Store& store, std::size_t most = 12);

}  // namespace tracker::command
