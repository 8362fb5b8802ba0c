#include "tracker/base/digest.h"

#include "tests/support/catch.h"

using tracker::base::Digest;
using tracker::base::DigestBuilder;
using tracker::base::sha256;

TEST_CASE("SHA-256 gives the published values (FIPS 180-4 examples)") {
  CHECK(sha256("").hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc").hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq").hex() ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("bytes that come in pieces have the digest of the whole") {
  const std::string million(1000000, 'a');
  DigestBuilder builder;
  for (std::size_t at = 0; at < million.size(); at += 777) builder.add(std::string_view(million).substr(at, 777));
  CHECK(builder.finish() == sha256(million));
  CHECK(sha256(million).hex() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a digest is read from exactly 64 lower-case hexadecimal digits") {
  const auto digest = sha256("abc");
  CHECK(Digest::from_hex(digest.hex()) == digest);
  CHECK_FALSE(Digest::from_hex(digest.hex().substr(1)));
  CHECK_FALSE(Digest::from_hex(digest.hex() + "0"));
  std::string upper = digest.hex();
  upper[0] = 'B';
  CHECK_FALSE(Digest::from_hex(upper));
  upper[0] = 'g';
  CHECK_FALSE(Digest::from_hex(upper));
}
