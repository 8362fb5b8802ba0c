// Puts the files of a site on disk as one step: they are built in a folder beside the output, and the two folders change
// places. Whoever looks, at whatever moment a run is killed, sees the old site or the new one.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sitegen/view/view.h"

namespace sitegen::output {

struct Written {
  int files = 0;      // of the site
  int unchanged = 0;  // of these: the very file that stood there before, not written again
  int removed = 0;    // stood there before and are no longer produced
};

/// The folder must be missing, empty, or one that this function wrote (it holds `kMarker`; a fresh clone's public/, with
/// nothing but its README.md, counts too). Anything else is a base::UsageError: nobody's files are ever removed.
/// Throws base::UsageError for a path of `files` that leaves the folder or stands there twice.
Written write_tree(const std::vector<view::OutputFile>& files, const std::filesystem::path& folder);

/// Says that the folder is ours; its text tells a visitor so.
inline constexpr const char* kMarker = ".tizim-site";

}  // namespace sitegen::output
