// The whole site in one file, for a USB stick or a phone without a line: data/site.zip.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sitegen/output/ledger.h"
#include "sitegen/view/view.h"

namespace sitegen::output {

/// The part that holds it; made after all others, from the files that they put into the stage.
inline constexpr const char* kZipPart = "site.zip";

/// The key of the zip: equal where all files are.
view::Key zip_key(const std::vector<const FileMark*>& files);

/// All files but other zips, sorted by path, below a folder `name` that the zip unpacks to. What `read` throws comes out.
view::OutputFile site_zip(std::vector<std::string> paths, const std::function<std::string(const std::string& path)>& read,
                          const std::string& name);

}  // namespace sitegen::output
