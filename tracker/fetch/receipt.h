// From the outcome of a fetch to the receipt that is kept of it. Pure.
#pragma once

#include <optional>

#include "tracker/base/digest.h"
#include "tracker/fetch/session.h"
#include "tracker/model/receipt.h"

namespace tracker::fetch {

/// What the archive gave for the parts of an outcome that it keeps.
struct Kept {
  std::optional<base::Digest> body;  // of a Fetched; for NotModified, the bytes that still stand (Job::unchanged)
  std::optional<base::Digest> chain;
  std::optional<base::Digest> robots;  // of the file that decided
};

/// Of the headers those are kept one by one that are evidence, as UTF-8 and of bounded length; the heads have all.
model::Receipt receipt_of(const Job& job, const Outcome& outcome, const Kept& kept);

}  // namespace tracker::fetch
