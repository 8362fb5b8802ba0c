// What is asked of a server, within which limits, and what came of it: plain values that every part of this folder
// speaks in.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tracker/base/instant.h"
#include "tracker/model/receipt.h"

namespace tracker::fetch {

/// A limit that is reached ends a transfer, and the outcome says which it was.
struct Limits {
  std::chrono::milliseconds connect{9'000};
  std::chrono::milliseconds total{60'000};        // of one request with all its redirects, waits not counted
  long long body_bytes = 32LL * 1024 * 1024;      // decoded
  long long wire_bytes = 32LL * 1024 * 1024;      // as sent
  long long ratio = 200;                          // decoded to sent, once the decoded are more than ratio_from
  long long ratio_from = 1024LL * 1024;
  long long header_bytes = 256LL * 1024;
  int headers = 500;
  int redirects = 5;
  // So many bytes, heads and bodies, must come in each low_speed_time from the start on: who is silent or dribbles is given up
  // inside ten seconds, and only who sends in earnest has the whole time.
  long long low_speed_bytes = 9000;
  std::chrono::milliseconds low_speed_time{9'000};
};

struct Request {
  std::string url;
  std::string etag;           // of the last snapshot, for If-None-Match; may be empty
  std::string last_modified;  // for If-Modified-Since; may be empty
  Limits limits;
  bool allow_private_addresses = false;
};

/// What came of a request.
struct Outcome {
  model::FetchOutcome kind = model::FetchOutcome::Unreachable;
  int status = 0;
  std::string detail;     // why, in words, where it is not Fetched
  std::string final_url;
  std::string body;       // decoded; of a Fetched alone
  std::map<std::string, std::string> headers;  // lower-case names; where one stands twice, the first
  int milliseconds = 0;   // that the last attempt took
  base::Instant started{};
  std::vector<std::string> via;  // addresses that redirected, in order
  std::string address;           // of the machine that answered
  long long wire_bytes = 0;
  int attempts = 0;              // requests for this page that left the machine; redirects not counted
  std::optional<model::RobotsDecision> robots;
  std::string chain;             // certificates as PEM, leaf first; empty without TLS
  std::vector<std::string> warnings;
  std::string request;           // heads, byte for byte
  std::string response;
};

}  // namespace tracker::fetch
