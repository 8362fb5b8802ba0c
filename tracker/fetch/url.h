// Addresses of pages as libcurl will understand them: one parser decides and the same one connects, so that
// the two can never disagree on what the host is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tracker::fetch {

/// The address in normal form, without fragment; nothing where it is not http or https, has a user name or
/// password, no host, or is no address at all. Then `why` says so: "only http and https are followed".
std::optional<std::string> checked_url(std::string_view url, std::string& why);

/// Where a redirect from `base`, itself checked, leads; the same checks, and never from https to http.
std::optional<std::string> redirect_target(const std::string& base, std::string_view location,
                                           std::string& why);

/// "example.org", or "example.org:8080" where the port is not the scheme's own; "" for what is no address.
std::string host_of(const std::string& url);

}  // namespace tracker::fetch
