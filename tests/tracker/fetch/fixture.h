// What the tests of the client share: a client, and requests with short limits to servers of this machine.
#pragma once

#include <string>

#include "tests/support/http_server.h"
#include "tests/support/raw_server.h"
#include "tracker/fetch/http.h"

namespace tests {

inline tracker::fetch::Request request_to(const std::string& url) {
  tracker::fetch::Request request;
  request.url = url;
  request.user_agent = "TizimTest/1";
  request.allow_private_addresses = true;
  request.limits.connect = std::chrono::seconds(30);
  request.limits.total = std::chrono::seconds(30);
  return request;
}

/// One get with a client of its own.
inline tracker::fetch::Outcome get(const tracker::fetch::Request& request) {
  return tracker::fetch::Client().get(request);
}
inline tracker::fetch::Outcome get(const std::string& url) {
  return get(request_to(url));
}

}  // namespace tests
