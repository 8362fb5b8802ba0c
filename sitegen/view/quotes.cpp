#include "sitegen/view/quotes.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sitegen::view {
namespace {

struct Marks {
  std::string_view open, close, inner_open, inner_close;
};

/// Guillemets first: inside them “ is the closing mark of „…“, not an opening one.
constexpr std::array<Marks, 2> kMarks = {{{"«", "»", "„", "“"}, {"“", "”", "‘", "’"}}};

/// How deep the marks go; nothing below 0 and nothing left open is well paired.
struct Depth {
  int deepest = 0;
  bool is_paired = true;
};

Depth depth_of(std::string_view text, const Marks& marks) {
  Depth found;
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with(marks.open)) found.deepest = std::max(found.deepest, ++depth);
    else if (text.substr(at).starts_with(marks.close) && --depth < 0) found.is_paired = false;
  }
  found.is_paired = found.is_paired && depth == 0;
  return found;
}

std::string with_inner(std::string_view text, const Marks& marks) {
  std::string out;
  int depth = 0;
  while (!text.empty()) {
    if (text.starts_with(marks.open)) {
      out += ++depth > 1 ? marks.inner_open : marks.open;
      text.remove_prefix(marks.open.size());
    } else if (text.starts_with(marks.close)) {
      out += depth-- > 1 ? marks.inner_close : marks.close;
      text.remove_prefix(marks.close.size());
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace

std::string with_inner_quotes(std::string text) {
  for (const auto& marks : kMarks) {
    if (text.find(marks.open) == std::string::npos) continue;
    const auto depth = depth_of(text, marks);
    return depth.is_paired && depth.deepest > 1 ? with_inner(text, marks) : text;
  }
  return text;
}

}  // namespace sitegen::view
