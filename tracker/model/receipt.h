// What one attempt to fetch gave: the proof that a page said what it said, or that it could not be seen.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "tracker/base/digest.h"
#include "tracker/base/instant.h"
#include "tracker/model/enums.h"

namespace tracker::model {

struct Receipt {
  std::string source;
  std::string url;
  std::string final_url;
  base::Instant started{};
  int milliseconds = 0;
  FetchOutcome outcome = FetchOutcome::Unreachable;
  int status = 0;      // HTTP status; 0 where there was none
  std::string detail;  // why, in words, where it is not Fetched
  std::optional<base::Digest> digest;
  long long bytes = 0;
  std::map<std::string, std::string> headers;  // lower-case names; those that matter as evidence
};

}  // namespace tracker::model
