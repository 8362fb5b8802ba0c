// The bytes of one file of the content folder, read so that no entry of the folder can hang the program, fill
// its memory or lead it to a file that does not belong to the content.
#pragma once

#include "tracker/load/bytes.h"

#include <filesystem>
#include <optional>
#include <string>

namespace tracker::load {

/// What keeps a link from being followed: it leads nowhere, or out of `root`, which is canonical. Nothing for
/// what is no link. `target` becomes the path to open.
std::optional<Fault> follow_link(const std::filesystem::path& root, const std::filesystem::path& entry,
                                 std::filesystem::path& target);

/// Reads a regular file of at most `largest` bytes; what stands in it is not looked at.
std::optional<Fault> read_bounded(const std::filesystem::path& file, std::size_t largest, std::string& bytes);

}  // namespace tracker::load
