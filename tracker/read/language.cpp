#include "tracker/read/language.h"

#include <algorithm>

#include "tracker/match/fold.h"

namespace tracker::read {
namespace {

constexpr std::size_t kEnough = 20000;  // bytes that decide

bool is_kazakh_only(char32_t c) {
  return std::u32string_view(U"әғқңөұүһіӘҒҚҢӨҰҮҺІ").find(c) != std::u32string_view::npos;
}

}  // namespace

std::string language_of(std::string_view text) {
  std::size_t latin = 0, cyrillic = 0, kazakh = 0, others = 0;
  text = text.substr(0, kEnough);
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = match::next_code_point(text, i);
    if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) ++latin;
    else if (c >= 0x400 && c < 0x530) ++cyrillic, kazakh += is_kazakh_only(c);
    else if (c >= 0x530) ++others;
  }
  if (cyrillic + latin < 3 || others > cyrillic + latin) return {};
  if (cyrillic * 2 < latin) return "en";
  return kazakh * 25 > cyrillic ? "kk" : "ru";
}

}  // namespace tracker::read
