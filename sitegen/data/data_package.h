// What the downloads are, as a Data Package (datapackage.org, version 2): every table with its columns, types, keys, size
// and SHA-256, so that a program can read and check them without asking anybody.
#pragma once

#include <string>
#include <vector>

#include "sitegen/data/table.h"

namespace sitegen::data {

/// A file of the package: a table's CSV, with its bytes.
struct Resource {
  const Table* table = nullptr;
  std::string path;  // below data/
  const std::string* bytes = nullptr;
};

std::string data_package(const view::View& view, const std::vector<Resource>& resources);

}  // namespace sitegen::data
