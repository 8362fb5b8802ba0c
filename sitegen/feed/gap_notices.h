// What the feeds say when a source could not be seen: one notice when that is noticed, one when it is seen again, and none
// in between.
#pragma once

#include <string>
#include <vector>

#include "sitegen/view/view.h"
#include "sitegen/view/words.h"

namespace sitegen::feed {

struct GapNotice {
  std::string id;       // tag URI (RFC 4151): "tag:AUTHORITY:source/ID/gap/2026-11-23T09:05:00Z" and "…/back"; never changes
  std::string source;   // id
  std::string title;    // one sentence, plain text
  std::string content;  // HTML
  std::string address;  // absolute: the source's place on the page of coverage
  tracker::base::Instant at{};  // when the gap was one, or when it ended
};

/// Newest first.
std::vector<GapNotice> gap_notices(const view::View& view, const view::Words& words);

}  // namespace sitegen::feed
