// CSS Selectors to XPath 1.0. A private header of this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tracker::markup {

/// The XPath that chooses the same elements below the node it is run on; nothing for what is no selector of the subset
/// of selector.h, and then `why` says what and where.
std::optional<std::string> css_to_xpath(std::string_view css, std::string& why);

/// An XPath 1.0 string literal (which has no escapes: both kinds of quotes need concat()).
std::string xpath_literal(std::string_view text);

}  // namespace tracker::markup
