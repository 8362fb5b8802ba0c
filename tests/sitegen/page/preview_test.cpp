// Writes the made-up site to the folder that TIZIM_PREVIEW names, to be looked at in a browser. Hidden: run
// it with `sitegen_page_tests "[preview]"`.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "sitegen/page/pages.h"
#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

TEST_CASE("the made-up site is written for a person to look at", "[.][preview]") {
  const char* folder = std::getenv("TIZIM_PREVIEW");
  REQUIRE(folder);
  for (const auto& file : sitegen::page::pages(tests::sample_view())) {
    const auto path = std::filesystem::path(folder) / file.path;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << file.bytes;
  }
}
