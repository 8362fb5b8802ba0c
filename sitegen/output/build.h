// From the index to the bytes of the whole site. Reads the database and nothing else; no clock, no randomness: the same
// record gives the same bytes.
#pragma once

#include <filesystem>
#include <vector>

#include "sitegen/view/view.h"

namespace sitegen::output {

/// Every file of the site, sorted by path. Throws tracker::base::Error where the record cannot be read, where no version
/// says it, or where a page links to nothing.
std::vector<view::OutputFile> build_site(const std::filesystem::path& database);

}  // namespace sitegen::output
