// One request and its answer, without redirects and without judgement: the only place that sets libcurl's
// options. A private header of this folder. Every limit is counted here as well as asked of the library.
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <map>
#include <string>

#include "tracker/fetch/http.h"

namespace tracker::fetch {

enum class Stop {
  None,
  BodyTooLarge,
  HeadersTooLarge,
  BodyNotNeeded,  // the status alone decides, and the rest of the body is long
};

struct Answer {
  CURLcode result = CURLE_OK;
  std::string error;  // libcurl's words
  int status = 0;
  std::map<std::string, std::string> headers;  // of the last answer; where one stands twice, the first
  std::string body;                            // of a 200; of others nothing is kept
  bool headers_complete = false;
  bool connected = false;
  long system_error = 0;  // errno of a failed connection
  Stop stop = Stop::None;
  std::string refused_address;  // why an address was not connected to
};

enum class Conditional { No, Yes };

/// Asks for `url` (checked before). With Conditional::Yes the validators of the request are sent.
Answer transfer(CURL* handle, const std::string& url, const Request& request, Conditional conditional,
                std::chrono::milliseconds time_left);

/// The validators of this request can be sent as they are.
bool has_validators(const Request& request);

}  // namespace tracker::fetch
