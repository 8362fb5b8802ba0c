// What went wrong, in words that a person who is no programmer can act on. A private header of this folder.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "tracker/fetch/transfer.h"
#include "tracker/model/enums.h"

namespace tracker::fetch {

struct Failure {
  model::FetchOutcome kind = model::FetchOutcome::Unreachable;
  std::string detail;
};

/// Of a transfer that did not give a usable answer.
Failure explain_failure(const Answer& answer, const std::string& url, const Limits& limits);

/// "HTTP 404 (not found)"; of 429 and 503 also what they say of the time to wait.
std::string explain_status(int status, const std::map<std::string, std::string>& headers);

/// Text from outside, cut to so many code points and made safe to print.
std::string plain(const std::string& text, std::size_t longest = 300);

}  // namespace tracker::fetch
