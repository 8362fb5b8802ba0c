// A robots.txt as it was seen, or that it could not be seen: what is kept from one run to the next.
#pragma once

#include <string>

#include "tracker/base/instant.h"
#include "tracker/model/enums.h"

namespace tracker::fetch {

struct RobotsFile {
  using Access = model::RobotsAccess;

  std::string origin;  // "https://example.org", with the port where it is not the scheme's own
  Access access = Access::Unreachable;
  base::Instant asked{};
  int status = 0;
  std::string detail;  // where it is not Found: "HTTP 404 (not found)"
  std::string body;    // at most the first 500 KiB

  friend bool operator==(const RobotsFile&, const RobotsFile&) = default;
};

}  // namespace tracker::fetch
