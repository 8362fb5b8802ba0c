// What a source's file says of reading, before anything is read by it: selectors and patterns that are none, columns
// that cannot be found, kinds that lack what they need.
#pragma once

#include "tracker/base/finding.h"
#include "tracker/model/record.h"

namespace tracker::parse {

base::Findings check_sources(const model::Record& record);

}  // namespace tracker::parse
