// What hostile bytes are thrown at. One function a part of the program; each must come back for any input, in time linear in
// it and without touching memory that is not its own. libFuzzer drives them where clang is; the ordinary tests replay the
// seeds of tests/fuzz/seeds and what a fuzzer once found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

struct Target {
  const char* name;
  void (*run)(std::string_view bytes);
};

const std::vector<Target>& targets();

}  // namespace fuzz
