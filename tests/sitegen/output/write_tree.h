// A site of files that stand in the test, each a part of its own.
#pragma once

#include <filesystem>
#include <vector>

#include "sitegen/output/tree.h"

namespace tests {

inline sitegen::output::Written write_tree(const std::vector<sitegen::view::OutputFile>& files,
                                           const std::filesystem::path& folder, int jobs = 1) {
  sitegen::view::Parts whole, keyed;
  for (const auto& file : files)
    (whole.size() > keyed.size() ? keyed : whole).push_back({file.path, sitegen::view::key_of({file.path, file.bytes}), [&file] { return std::vector{file}; }});
  return sitegen::output::Site(folder).write({}, {whole, [&] { return keyed; }}, jobs);
}

}  // namespace tests
