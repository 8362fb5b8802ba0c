// The main text of a web page, taken out of it in a child process that can do nothing else.
#pragma once

#include <optional>
#include <string>

#include "tracker/base/date.h"
#include "tracker/read/read_text.h"

namespace tracker::command {

struct HtmlText {
  read::Text text;
  std::optional<base::PartialDate> published;  // as the page itself says, for search engines
};

/// `language` as the source says it; may be empty. Nothing where the page is beyond the limits or broke the parser; then
/// `why` says so.
std::optional<HtmlText> html_text(const std::string& bytes, const std::string& content_type, const std::string& language,
                                  std::string& why);

}  // namespace tracker::command
