// One GET over HTTP(S) as request and outcome values. libcurl stays in http.cpp.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "tracker/model/receipt.h"

namespace tracker::fetch {

struct Limits {
  std::chrono::seconds connect{20};
  std::chrono::seconds total{60};
  long long body_bytes = 32LL * 1024 * 1024;  // decoded
  long long header_bytes = 256LL * 1024;
  int redirects = 5;
  long low_speed_bytes_per_second = 100;  // for 20 seconds
};

struct Request {
  std::string url;
  std::string user_agent;
  std::string etag;           // of the last snapshot, for If-None-Match; may be empty
  std::string last_modified;  // for If-Modified-Since; may be empty
  Limits limits;
  bool allow_private_addresses = false;
};

struct Outcome {
  model::FetchOutcome kind = model::FetchOutcome::Unreachable;
  int status = 0;
  std::string detail;
  std::string final_url;
  std::string body;
  std::map<std::string, std::string> headers;  // lower-case names
  int milliseconds = 0;
};

/// A handle that is kept for a run, so that connections are used again. Never reads proxies from the
/// environment.
class Client {
 public:
  Client();
  ~Client();
  Client(Client&&) noexcept;
  /// Never throws for what a server or the network does.
  Outcome get(const Request& request);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tracker::fetch
