#include "tracker/parse/folded.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace tracker::parse {

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto length = static_cast<int64_t>(text.size());
  bool space = false;
  for (int64_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, length, c);
    if (c == 0xAD || c == 0x200B || c == 0xFEFF) continue;
    if (c < 0 || u_isUWhiteSpace(c)) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    c = u_foldCase(c, U_FOLD_CASE_DEFAULT);
    uint8_t buffer[4];
    int32_t size = 0;
    U8_APPEND_UNSAFE(buffer, size, c);
    out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(size));
  }
  return out;
}

}  // namespace tracker::parse
