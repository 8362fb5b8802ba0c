#include "tracker/load/front_matter.h"

#include "tracker/base/text.h"

#include <algorithm>

namespace tracker::load {
namespace {

std::string_view line_at(std::string_view bytes, std::size_t start) {
  return bytes.substr(start, bytes.find('\n', start) - start);
}

bool is_fence(std::string_view line) {
  return line.starts_with("+++") && base::trim(line) == "+++";
}

std::size_t next_line(std::string_view bytes, std::size_t start) {
  const auto newline = bytes.find('\n', start);
  return newline == std::string_view::npos ? bytes.size() : newline + 1;
}

}  // namespace

FrontMatter split_front_matter(std::string_view bytes) {
  FrontMatter parts;
  if (!is_fence(line_at(bytes, 0))) return parts;
  parts.end = FrontMatterEnd::NotClosed;
  const auto head = next_line(bytes, 0);
  for (auto line = head; line < bytes.size(); line = next_line(bytes, line)) {
    if (!is_fence(line_at(bytes, line))) continue;
    parts.end = FrontMatterEnd::Closed;
    parts.toml = '\n' + std::string(bytes.substr(head, line - head));
    // Blank lines go, the indentation of the first line stays: in Markdown it can mean something.
    auto body = next_line(bytes, line);
    while (body < bytes.size() && base::trim(line_at(bytes, body)).empty()) body = next_line(bytes, body);
    parts.body_offset = body;
    parts.body = bytes.substr(body);
    parts.body.remove_suffix(parts.body.size() -
                             std::min(parts.body.size(), 1 + parts.body.find_last_not_of(" \t\n")));
    break;
  }
  return parts;
}

}  // namespace tracker::load
