// One request and its answer, without redirects and without judgement: the only place that sets libcurl's options. A
// private header of this folder. Every limit is counted here; none is left to the library.
#pragma once

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <map>
#include <memory>
#include <string>

#include "tracker/fetch/coding.h"
#include "tracker/fetch/request.h"
#include "tracker/fetch/session.h"

namespace tracker::fetch {

enum class Stop {
  None,
  BodyTooLarge,
  WireTooLarge,
  RatioTooHigh,
  HeadersTooLarge,
  TooManyHeaders,
  UnknownCoding,
  DamagedCoding,
  Silent,   // nothing came in the time in which something must
  TooSlow,  // too little came in it
  OutOfTime,
  NoRoom,         // the run holds too many bytes at once
  BodyNotNeeded,  // the status alone decides, and the rest of the body is long
  Truncated,      // as much as was wanted has come
};

struct Answer {
  CURLcode result = CURLE_OK;
  Stop stop = Stop::None;
  std::string error;  // libcurl's words
  int status = 0;
  std::map<std::string, std::string> headers;  // of the last answer; where one stands twice, the first
  std::string body;                            // of a 200, decoded; of others nothing is kept
  long long wire_bytes = 0;                    // of the body
  long long all_bytes = 0;                     // heads and body
  bool headers_complete = false;
  bool connected = false;
  long system_error = 0;        // errno of a failed connection
  std::string refused_address;  // why an address was not connected to
  std::string address;          // of the machine that was connected to
  std::string request;          // heads as they went over the wire
  std::string response;
};

/// What to ask for, and how.
struct Order {
  std::string url;  // checked before
  std::string etag, last_modified;
  Limits limits;
  std::chrono::milliseconds time_left{0};
  bool allow_private_addresses = false;
  bool is_robots = false;  // any 2xx has a body that counts, and of a long one the beginning is enough
};

/// What all transfers of a run share.
struct Shared {
  const Settings& settings;
  const Hooks& hooks;
  long long held_bytes = 0;  // of bodies that are coming
};

class Transfer {
 public:
  /// `chain` takes the certificates of the handshake, where one is made; it must live as long as the connection may.
  Transfer(Order order, Shared& shared, std::string& chain);
  ~Transfer();
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  CURL* handle() const { return handle_; }
  const std::string& url() const { return order_.url; }
  long long bytes() const { return answer_.all_bytes; }
  /// True: it must be ended now, for it is over its time or too slow.
  bool is_over_time(std::chrono::steady_clock::time_point now);
  /// Call once, after the library has let go of the handle.
  Answer finish(CURLcode result);

 private:
  struct Callbacks;
  friend struct Callbacks;
  bool take_decoded(std::string_view piece);
  bool wants_body() const;
  bool is_announced_too_large() const;

  Order order_;
  Shared& shared_;
  std::string& chain_;
  CURL* handle_ = nullptr;
  curl_slist* headers_ = nullptr;
  curl_slist* resolve_ = nullptr;
  std::array<char, CURL_ERROR_SIZE> error_{};
  Answer answer_;
  std::unique_ptr<Decoder> decoder_;
  long long header_bytes_ = 0;
  int header_count_ = 0;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point window_;  // of the check for low speed and silence: where it begins
  long long window_bytes_ = 0;
};

/// The validator can be sent as it is.
bool is_sendable(const std::string& validator);

}  // namespace tracker::fetch
