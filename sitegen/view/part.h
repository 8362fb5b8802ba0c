// What a site is made of, before any of it is made: groups of files with a key over everything that they show. A build
// makes only the parts whose key it does not know yet.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sitegen/view/view.h"

namespace sitegen::view {

/// 128 bits over what goes into a part. Not a proof of anything, so not cryptographic.
struct Key {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  friend auto operator<=>(const Key&, const Key&) = default;
};

/// The key of bytes.
Key key_of_bytes(std::string_view bytes);
/// The key of these texts one after the other; ("ab","c") and ("a","bc") have different ones.
Key key_of(const std::vector<std::string_view>& texts);

struct Part {
  std::string name;  // unique in the site: "en/person/kz-0001"
  /// Equal keys of one name mean equal files. What `make` shows and the key does not cover is a defect that
  /// tests/sitegen/output/incremental_test.cpp looks for.
  Key key;
  /// Pure: no clock, no files. May run in another process.
  std::function<std::vector<OutputFile>()> make;
};

using Parts = std::vector<Part>;

}  // namespace sitegen::view
