// content/lexicon/*.toml: what the reader knows of each language. Content, but no part of the record or its versions.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/finding.h"
#include "tracker/model/lexicon.h"

namespace tracker::load {

/// One file; `file` is its path as messages show it.
model::Lexicon parse_lexicon(std::string_view bytes, const std::string& file, base::Findings& findings);

/// Every file of `content`/lexicon, by language. No folder: no lexicon. Never throws for what stands in a file.
std::vector<model::Lexicon> load_lexicons(const std::filesystem::path& content, const std::string& shown, base::Findings& findings);

}  // namespace tracker::load
