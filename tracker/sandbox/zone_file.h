// Time zones from the system's files.
#pragma once

#include <optional>
#include <string>

#include "tracker/parse/zone.h"

namespace tracker::sandbox {

/// /usr/share/zoneinfo/<name>; nothing where there is no such file or it is no zone.
std::optional<parse::Zone> load_zone(const std::string& name);

}  // namespace tracker::sandbox
