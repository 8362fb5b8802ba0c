// What one version changed, value by value: the difference between two neighbouring versions, for programs that keep a
// copy and do not want to read everything again.
#pragma once

#include <string>

#include "sitegen/view/view.h"

namespace sitegen::data {

/// "data/deltas/000002.jsonl": from version 1 to version 2.
std::string delta_path(int version);

/// JSON Lines. The first line is {"from", "to", "recorded", "hash", "changes"}; then a line a changed field: {"op", "entity",
/// "field", "reason", "before", "after"}, in the order of the version. Values are JSON; an absent value is null, a withheld
/// one is left out and "withheld" is true. Applied in order to the fields of version `from`, they give those of `to`.
std::string delta(const view::ShownVersion& shown);

}  // namespace sitegen::data
