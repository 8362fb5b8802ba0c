// Host names in other letters than those of ASCII: their xn-- form (UTS 46), and whether a name is made to be taken for
// another one. Pure; ICU knows the letters.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tracker::fetch {

/// "қазақ.example" as "xn--….example"; nothing where no such name can be. ASCII names come back in small letters.
std::optional<std::string> host_to_ascii(std::string_view host);

/// The name as a person would write it; what cannot be undone stays as it is.
std::string host_to_unicode(std::string_view host);

/// What a person should know of a host whose name has xn-- in it: a label that mixes scripts as names do not, or a name
/// that looks like one of `known` (in ASCII form) and is another. Nothing for all others.
std::optional<std::string> look_alike(std::string_view host, const std::vector<std::string>& known);

}  // namespace tracker::fetch
