// Quotation marks inside quotation marks.
#pragma once

#include <string>

namespace sitegen::view {

/// The text with its inner marks as inner ones: «a «b»» is «a „b“», and “a “b”” is “a ‘b’”. Text whose marks do not pair is
/// left as it stands.
std::string with_inner_quotes(std::string text);

}  // namespace sitegen::view
