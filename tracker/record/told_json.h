// A statement as the JSON of its row, and back. Private to tracker/record.
#pragma once

#include <string>

#include "tracker/propose/told.h"

namespace tracker::record {

/// Canonical: keys sorted, no space, nothing for what is not said. Source and snapshot stand in columns; who on the list
/// it may be is left out, because the list changes; so is the independence group, which is the source's to say.
std::string to_json(const propose::Told& told);

/// Throws base::DataError for anything else.
propose::Told told_from_json(const std::string& json);

}  // namespace tracker::record
