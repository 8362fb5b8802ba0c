// The language of a paragraph, by its letters.
#pragma once

#include <string>
#include <string_view>

namespace tracker::read {

/// "kk" where Cyrillic letters that only Kazakh has stand often enough, "ru" for other Cyrillic, "en" for Latin; empty for
/// a text with hardly a letter or in another script.
std::string language_of(std::string_view text);

}  // namespace tracker::read
