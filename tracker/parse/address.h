// Addresses of pages that a page names. libcurl reads them here as it does where they are asked for, so that no address
// can mean one thing to the rule that lets it pass and another to the connection. A private header of this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tracker::parse {

/// The absolute address, without fragment, of what stands at `base`; nothing where it is not http or https, has a user
/// name, or is none. White space around it and line ends in it go (WHATWG URL).
std::optional<std::string> absolute(std::string_view base, std::string_view reference);

/// "example.org", with the port where it is not the usual one; empty where there is none.
std::string host_of(std::string_view url);
/// "https://example.org:8443/a/b/" of "…/a/b/c?d": the folder.
std::string folder_of(std::string_view url);

}  // namespace tracker::parse
