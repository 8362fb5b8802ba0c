#include "sitegen/output/ledger.h"

#include "tests/support/catch.h"

using namespace sitegen::output;

namespace {

Ledger sample() {
  return {{1, 2},
          {{"en/home", {3, 4}, {{"index.html", {5, 6}, 7, 8, 9}, {"a/b.html", {1, 1}, 0, 1, -1}}, {1, 2, 3}, {4}},
           {"", {}, {}, {}, {}}}};
}

bool equal(const Ledger& a, const Ledger& b) { return encode(a) == encode(b); }

}  // namespace

TEST_CASE("a ledger is read back as it was written") {
  const auto read = decode_ledger(encode(sample()));
  REQUIRE(read);
  CHECK(equal(*read, sample()));
  CHECK(read->parts[0].files[1].path == "a/b.html");
  CHECK(read->parts[0].files[1].modified == -1);
  const auto part = decode_part(encode(sample().parts[0]));
  REQUIRE(part);
  CHECK(part->needs == std::vector<Target>{4});
}

TEST_CASE("a ledger that was cut anywhere, or changed in any byte, is no ledger") {
  const std::string bytes = encode(sample());
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(decode_ledger(bytes.substr(0, size)));
  CHECK_FALSE(decode_ledger(bytes + "x"));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    CHECK_FALSE(decode_ledger(changed));
  }
}

TEST_CASE("a part that was cut is no part, and a count beyond the bytes takes no memory") {
  const std::string bytes = encode(sample().parts[0]);
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(decode_part(bytes.substr(0, size)));
  std::string huge = encode(PartMark{});
  huge[24] = '\x7f';  // the number of files, after the length of no name and the key
  huge[31] = '\x7f';
  CHECK_FALSE(decode_part(huge));
}
