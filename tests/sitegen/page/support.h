// One page of the made-up list, and questions about its text.
#pragma once

#include <string>
#include <string_view>

#include "sitegen/page/context.h"
#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

namespace tests {

inline int count(const std::string& text, std::string_view part) {
  int found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

inline bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// The view of a record with one version.
inline sitegen::view::View view_of(const tracker::model::Record& record) {
  return sitegen::view::make_view(record, versions_of({record}), {});
}

}  // namespace tests
