#include "tracker/sandbox/zone_file.h"

#include <fstream>
#include <iterator>

namespace tracker::sandbox {

std::optional<parse::Zone> load_zone(const std::string& name) {
  if (name.empty() || name.front() == '/' || name.find("..") != std::string::npos) return std::nullopt;
  std::ifstream in("/usr/share/zoneinfo/" + name, std::ios::binary);
  if (!in) return std::nullopt;
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  std::string why;
  return parse::Zone::parse(name, bytes, why);
}

}  // namespace tracker::sandbox
