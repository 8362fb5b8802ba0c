// The certificates that a server showed, and whether they are those of the server that a source has always been read
// from. Providers in some countries have stood between readers and sites; a page that came through such hands is kept
// and may not change anything. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/digest.h"
#include "tracker/base/instant.h"

namespace tracker::fetch {

struct Certificate {
  std::string subject;  // RFC 2253: "CN=example.org,O=Example"
  std::string issuer;
  std::string issuer_organisation;  // the O of the issuer; its CN where there is none
  std::string subject_name;         // the CN, for messages and for the list of roots
  std::string issuer_name;
  base::Digest key;                 // SHA-256 of the subject's public key info
  base::Instant valid_from{};
  base::Instant valid_until{};
};

/// Leaf first. What is no certificate is passed over; at most 16 are read.
std::vector<Certificate> read_chain(std::string_view pem);

/// Why a chain puts what came with it apart; nothing where it does not.
///  - One of its names is on the list of interception roots (compared without regard to case).
///  - The issuer's organisation is none that the source's history knows.
///  - The key is new although the last certificate was still in the first two thirds of its life: renewals come late.
/// `history` has the chains of earlier successes at this host, oldest first; where there is none, the first chain is
/// believed unless its root is listed. `accepted` has digests of keys that a person has vouched for, in hexadecimal.
std::optional<std::string> distrust(const std::vector<Certificate>& chain,
                                    const std::vector<std::vector<Certificate>>& history,
                                    const std::vector<std::string>& interception_roots,
                                    const std::vector<std::string>& accepted, base::Instant now);

}  // namespace tracker::fetch
