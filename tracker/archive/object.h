// How bytes lie in the archive: one zstd frame a file. A private helper of this folder. Reading trusts
// nothing: the frame may be damaged, cut off, or grow without end.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "tracker/archive/file.h"

namespace tracker::archive {

/// No object is larger than this when decoded; a larger one is refused when put and is damage when read.
inline constexpr long long kMostBytes = 1024LL * 1024 * 1024;

/// One zstd frame with its size and a checksum.
std::string compress(std::string_view bytes);

/// Hands on the decoded bytes of an open object in pieces. base::DataError where they are not one whole frame
/// or more than `most` bytes.
void decompress(const File& file, const std::filesystem::path& path, long long most,
                const std::function<void(std::string_view)>& take);

}  // namespace tracker::archive
