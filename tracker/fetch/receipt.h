// From the outcome of a fetch to the receipt that is kept of it. Pure.
#pragma once

#include <optional>

#include "tracker/base/digest.h"
#include "tracker/base/instant.h"
#include "tracker/fetch/http.h"
#include "tracker/model/entity.h"
#include "tracker/model/receipt.h"

namespace tracker::fetch {

/// `digest` is what the archive gave for the body of a Fetched, or for NotModified that of the bytes that
/// still stand (Plan::unchanged). Of the headers those are kept that are evidence, as UTF-8 and of bounded
/// length.
model::Receipt receipt_of(const model::Source& source, const Request& request, const Outcome& outcome,
                          base::Instant started, const std::optional<base::Digest>& digest);

}  // namespace tracker::fetch
