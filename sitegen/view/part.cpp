#include "sitegen/view/part.h"

#include <xxhash.h>

namespace sitegen::view {

Key key_of_bytes(std::string_view bytes) {
  const auto hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

Key key_of(const std::vector<std::string_view>& texts) {
  std::string all;
  for (const auto text : texts) {
    const std::uint64_t size = text.size();
    all.append(reinterpret_cast<const char*>(&size), sizeof size);
    all.append(text);
  }
  return key_of_bytes(all);
}

}  // namespace sitegen::view
