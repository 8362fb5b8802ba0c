// The main of libFuzzer: which target is said when this is compiled.
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::Target* const target = [] {
    for (const auto& one : fuzz::targets())
      if (std::strcmp(one.name, TIZIM_FUZZ_TARGET) == 0) return &one;
    return static_cast<const fuzz::Target*>(nullptr);
  }();
  if (target && size <= 1 << 16) target->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
