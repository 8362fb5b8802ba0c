// What one attempt to fetch gave: the proof that a page said what it said, or that it could not be seen.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tracker/base/digest.h"
#include "tracker/base/instant.h"
#include "tracker/model/enums.h"

namespace tracker::model {

/// What a site's robots.txt said of an address (RFC 9309), and which edition of it said so.
struct RobotsDecision {
  bool allowed = true;
  std::string why;                     // the rule that decided, or what came of asking for the file
  std::optional<base::Digest> digest;  // of the robots.txt in the archive, where there is one
  base::Instant asked{};               // when that edition was fetched

  friend bool operator==(const RobotsDecision&, const RobotsDecision&) = default;
};

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

  // Since the second edition of the log; lines of the first have none of these.
  std::string parent;                    // address of the page that named this one; empty for the source's own
  std::vector<std::string> via;          // addresses that redirected, in order
  std::string address;                   // the machine that answered: "192.0.2.1"
  long long wire_bytes = 0;              // of the body as it was sent, before its coding was undone
  int attempts = 1;                      // more than one where the server asked to come again
  std::optional<RobotsDecision> robots;  // absent where nobody was asked: imports, refused addresses
  std::optional<base::Digest> chain;     // the certificates, PEM, leaf first, as an object of the archive
  std::string published;                 // EDTF: of a file that was handed in, as whoever did so says
  std::vector<std::string> warnings;     // what a person should know of a fetch that went well
  std::string request;                   // head of the last request, byte for byte
  std::string response;                  // head of the answer, byte for byte
};

/// A robots.txt as the archive remembers it from one run to the next.
struct RobotsCopy {
  std::string origin;  // "https://example.org", with the port where it is not the scheme's own
  base::Instant asked{};
  RobotsAccess access = RobotsAccess::Unreachable;
  int status = 0;
  std::string detail;                  // where it was not found: "HTTP 404 (not found)"
  std::optional<base::Digest> digest;  // of the file, where it was found

  friend bool operator==(const RobotsCopy&, const RobotsCopy&) = default;
};

}  // namespace tracker::model
