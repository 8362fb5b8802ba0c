// Addresses of pages as libcurl will understand them: one parser decides and the same one connects, so that
// the two can never disagree on what the host is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tracker::fetch {

/// The address in normal form, without fragment and with its host in ASCII letters (IDN as xn--…); nothing where it is not http or https, has a user name or
/// password, no host, or is no address at all. Then `why` says so: "only http and https are followed".
std::optional<std::string> checked_url(std::string_view url, std::string& why);

/// Where a redirect from `base`, itself checked, leads; the same checks, and never from https to http.
std::optional<std::string> redirect_target(const std::string& base, std::string_view location,
                                           std::string& why);

/// "example.org", or "example.org:8080" where the port is not the scheme's own; "" for what is no address.
std::string host_of(const std::string& url);
/// The host without a port: "example.org", "[2001:db8::1]".
std::string bare_host_of(const std::string& url);
/// The port, also where the address does not say it; 0 for what is no address.
int port_of(const std::string& url);
/// "https://example.org", with the port as host_of has it: what a robots.txt speaks for.
std::string origin_of(const std::string& url);
/// "/a?b": what a rule of robots.txt is held against.
std::string path_of(const std::string& url);

/// Why a host must not be asked that can be told by its name alone, an address or a name of this machine. It matters
/// where a proxy resolves and connects, so that nobody sees the address; else the check at connect is the one that counts.
std::optional<std::string> host_refusal(const std::string& url, bool allow_private);

}  // namespace tracker::fetch
