// What crosses between the processes of this folder: texts as one, each with its length before it. A private header.
#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

#include "tracker/sandbox/guard.h"

namespace tracker::sandbox {

inline std::string joined(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (const auto part : parts) {
    all += std::to_string(part.size()) + ':';
    all += part;
  }
  return all;
}

/// Of what `joined` wrote, with as many parts.
template <std::size_t count>
std::array<std::string_view, count> split(std::string_view joined) {
  std::array<std::string_view, count> parts;
  for (auto& part : parts) {
    const auto colon = joined.find(':');
    const auto size = std::stoul(std::string(joined.substr(0, colon)));
    part = joined.substr(colon + 1, size);
    joined.remove_prefix(colon + 1 + size);
  }
  return parts;
}

inline std::string joined_result(const GuardResult& result) {
  return joined({std::to_string(static_cast<int>(result.end)), result.detail, std::to_string(result.worked.count()), result.output});
}

inline GuardResult result_in(std::string_view joined) {
  const auto [end, detail, worked, output] = split<4>(joined);
  return {static_cast<GuardEnd>(std::stoi(std::string(end))), std::string(output), std::string(detail),
          std::chrono::milliseconds(std::stoll(std::string(worked)))};
}

}  // namespace tracker::sandbox
