#include "tracker/edit/diff.h"

#include <algorithm>
#include <vector>

namespace tracker::edit {
namespace {

constexpr std::size_t kContext = 3;

/// Lines with their newlines.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto newline = text.find('\n');
    const auto length = newline == std::string_view::npos ? text.size() : newline + 1;
    lines.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return lines;
}

void put(std::string& hunk, char mark, std::string_view line) {
  hunk += mark;
  hunk += line;
  if (!line.ends_with('\n')) hunk += "\n\\ No newline at end of file\n";
}

std::string range(std::size_t first, std::size_t count) {
  // A range of no lines is written with the line before it.
  return std::to_string(count == 0 ? first : first + 1) + "," + std::to_string(count);
}

}  // namespace

std::string diff_section(const std::string& path, const std::optional<std::string>& before, const std::string& after) {
  if (before && *before == after) return "";
  const auto old_lines = lines_of(before ? std::string_view(*before) : std::string_view{});
  const auto new_lines = lines_of(after);
  std::size_t same = 0, tail = 0;
  const auto shorter = std::min(old_lines.size(), new_lines.size());
  while (same < shorter && old_lines[same] == new_lines[same]) ++same;
  while (tail < shorter - same && old_lines[old_lines.size() - 1 - tail] == new_lines[new_lines.size() - 1 - tail]) ++tail;

  const bool only_inserted = same + tail == old_lines.size();
  const auto behind = std::min(kContext, tail);
  const auto ahead = only_inserted && behind > 0 ? 0 : std::min(kContext, same);
  const auto first = same - ahead;
  std::string hunk;
  for (auto i = first; i < same; ++i) put(hunk, ' ', old_lines[i]);
  for (auto i = same; i < old_lines.size() - tail; ++i) put(hunk, '-', old_lines[i]);
  for (auto i = same; i < new_lines.size() - tail; ++i) put(hunk, '+', new_lines[i]);
  for (auto i = old_lines.size() - tail; i < old_lines.size() - tail + behind; ++i) put(hunk, ' ', old_lines[i]);

  std::string section = "diff --git a/" + path + " b/" + path + "\n";
  if (!before) section += "new file mode 100644\n";
  section += "--- " + (before ? "a/" + path : std::string("/dev/null")) + "\n+++ b/" + path + "\n";
  section += "@@ -" + range(first, old_lines.size() - tail + behind - first) + " +" +
             range(first, new_lines.size() - tail + behind - first) + " @@\n";
  return section + hunk;
}

}  // namespace tracker::edit
