#include "tracker/sandbox/zone_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace tracker::sandbox {

std::optional<parse::Zone> load_zone(const std::string& name) {
  if (name.empty() || name.front() == '/' || name.find("..") != std::string::npos) return std::nullopt;
  const std::filesystem::path file = "/usr/share/zoneinfo/" + name;
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  std::string why;
  return parse::Zone::parse(name, bytes, why);
}

}  // namespace tracker::sandbox
