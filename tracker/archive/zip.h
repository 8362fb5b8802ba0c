// Files as one zip, the same bytes for the same files wherever it is made: in the order of their names, without times, for
// those of a zip depend on the zone of the machine.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace tracker::archive {

/// Asked for its bytes when its turn comes, so that one file is in memory at a time.
using ZipEntry = std::function<std::string()>;

/// Names are of ASCII letters, for those are read alike everywhere. Writes beside the target and renames; throws base::Error
/// where that cannot be done, and then there is nothing.
void write_zip(const std::filesystem::path& target, const std::map<std::string, ZipEntry>& files);

}  // namespace tracker::archive
