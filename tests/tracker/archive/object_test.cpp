#include "tracker/archive/object.h"

#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"
#include "tests/support/thrown.h"
#include "tracker/base/error.h"

#include <fcntl.h>

using namespace tracker;
using namespace tracker::archive;

namespace {

/// The decoded bytes of a file that holds `packed`.
std::string decode(const std::string& packed, long long most = 10'000'000) {
  tests::TempDir dir;
  dir.write("object", packed);
  std::string bytes;
  decompress(open_file(dir / "object", O_RDONLY), dir / "object", most,
             [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

std::string noise(std::size_t size) {
  std::string bytes;
  for (std::uint32_t state = 1; bytes.size() < size; state = state * 1664525 + 1013904223) {
    bytes += static_cast<char>(state >> 24);
  }
  return bytes;
}

}  // namespace

TEST_CASE("bytes come back as they were") {
  for (const auto& bytes :
       {std::string(), std::string("\0", 1), std::string(3'000'000, 'a'), noise(500'000)}) {
    CHECK(decode(compress(bytes)) == bytes);
  }
}

TEST_CASE("a frame cut at any place is damage") {
  const std::string packed = compress(noise(200));
  for (std::size_t size = 0; size < packed.size(); ++size) {
    INFO(size);
    CHECK_THROWS_AS(decode(packed.substr(0, size)), base::DataError);
  }
}

TEST_CASE("a change of any byte is damage, or else changes nothing") {
  const std::string bytes = noise(100);
  const std::string packed = compress(bytes);
  for (std::size_t i = 0; i < packed.size(); ++i) {
    INFO(i);
    std::string changed = packed;
    changed[i] = static_cast<char>(changed[i] ^ 0x55);
    std::string decoded = bytes;
    try {
      decoded = decode(changed);
    } catch (const base::DataError&) {
    }
    CHECK(decoded == bytes);
  }
}

TEST_CASE("what follows the frame is damage") {
  const std::string packed = compress("bytes");
  CHECK_THROWS_AS(decode(packed + "x"), base::DataError);
  CHECK_THROWS_AS(decode(packed + packed), base::DataError);
  CHECK_THROWS_AS(decode("no zstd at all"), base::DataError);
}

TEST_CASE("decoding stops at the limit") {
  const std::string packed = compress(std::string(5'000'000, '\0'));
  REQUIRE(packed.size() < 10'000);
  CHECK(decode(packed, 5'000'000).size() == 5'000'000);
  CHECK(tests::message_of([&] { decode(packed, 4'999'999); }).find("more than 4999999 bytes") !=
        std::string::npos);
}
