// Downloads of a view by path.
#pragma once

#include <map>
#include <string>

#include "sitegen/data/downloads.h"
#include "tests/support/sample_record.h"

namespace tests {

using DataFiles = std::map<std::string, std::string>;

inline DataFiles data_of(const sitegen::view::View& view) {
  DataFiles files;
  for (auto& file : sitegen::data::downloads(view)) files[file.path] = std::move(file.bytes);
  return files;
}

}  // namespace tests
