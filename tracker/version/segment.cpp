#include "tracker/version/segment.h"

namespace tracker::version {
namespace {

struct Escape {
  char character;
  std::string_view written;
};
constexpr Escape kEscapes[] = {{'.', "%2E"}, {'%', "%25"}, {'#', "%23"}, {'-', "%2D"}};

}  // namespace

std::string to_segment(std::string_view name) {
  if (name.empty()) return "-";
  if (name == "-") return "%2D";
  std::string segment;
  for (const char c : name) {
    std::string_view written(&c, 1);
    for (const auto& escape : kEscapes)
      if (c == escape.character && c != '-') written = escape.written;
    segment += written;
  }
  return segment;
}

std::string from_segment(std::string_view segment) {
  segment = segment.substr(0, segment.find('#'));
  if (segment == "-") return {};
  std::string name;
  while (!segment.empty()) {
    std::string_view written = segment.substr(0, 1);
    char character = segment.front();
    for (const auto& escape : kEscapes) {
      if (!segment.starts_with(escape.written)) continue;
      written = escape.written;
      character = escape.character;
    }
    name += character;
    segment.remove_prefix(written.size());
  }
  return name;
}

}  // namespace tracker::version
