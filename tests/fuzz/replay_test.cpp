// The seeds of every fuzz target, and small damages of them, in the ordinary tests.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/targets.h"
#include "tests/support/catch.h"

namespace fs = std::filesystem;

namespace {

std::vector<std::string> seeds_of(const std::string& target) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(TIZIM_SOURCE_DIR) / "tests/fuzz/seeds" / target)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> seeds;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return seeds;
}

}  // namespace

TEST_CASE("every fuzz target comes back from its seeds, cut short, doubled or with a byte changed") {
  for (const auto& target : fuzz::targets()) {
    const auto seeds = seeds_of(target.name);
    INFO(target.name);
    REQUIRE_FALSE(seeds.empty());
    std::size_t came_back = 0;  // a target that finds a fault ends the program
    const auto run = [&](std::string_view bytes) {
      target.run(bytes);
      ++came_back;
    };
    for (const auto& seed : seeds) {
      run(seed);
      run(seed + seed);
      for (std::size_t i = 0; i < seed.size(); i += 1 + seed.size() / 12) {
        run(std::string_view(seed).substr(0, i));
        std::string damaged = seed;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x81);
        run(damaged);
      }
    }
    // Two whole ones of each seed, and at least one cut and one damaged.
    CHECK(came_back >= 4 * seeds.size());
  }
}
