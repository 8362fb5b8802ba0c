#include "tracker/fetch/idn.h"

#include "tests/support/catch.h"

using namespace tracker::fetch;

TEST_CASE("a name in other letters has its form in ASCII, and back") {
  CHECK(host_to_ascii("қазақ.example") == "xn--80aau21bd.example");
  CHECK(host_to_ascii("BÜCHER.example") == "xn--bcher-kva.example");
  CHECK(host_to_ascii("Example.ORG") == "example.org");
  CHECK(host_to_unicode("xn--bcher-kva.example") == "bücher.example");
  CHECK(host_to_unicode("example.org") == "example.org");
  CHECK(host_to_unicode("xn--\x7f\x7f") == "xn--\x7f\x7f");
}

TEST_CASE("what is no name has no form") {
  CHECK_FALSE(host_to_ascii(""));
  CHECK_FALSE(host_to_ascii("\xff"));
  CHECK_FALSE(host_to_ascii("a\u200e.example"));
  CHECK_FALSE(host_to_ascii(std::string(300, 'a') + ".example"));
  CHECK_FALSE(host_to_ascii(std::string(70, 'a') + ".example"));
}

TEST_CASE("a name that looks like a known one is told of") {
  const std::vector<std::string> known = {"example.org", "news.example"};
  const auto fake = *host_to_ascii("ехаmple.org");  // its first three letters are Cyrillic
  const auto warning = look_alike(fake, known);
  REQUIRE(warning);
  CHECK(warning->find("looks like example.org and is another") != std::string::npos);
  CHECK(warning->find(fake) != std::string::npos);
}

TEST_CASE("a name that mixes scripts is told of, one in a script of its own is not") {
  CHECK(look_alike(*host_to_ascii("pаypal.test"), {}));
  CHECK_FALSE(look_alike(*host_to_ascii("қазақ.example"), {"example.org"}));
  CHECK_FALSE(look_alike(*host_to_ascii("bücher.example"), {"example.org"}));
  CHECK_FALSE(look_alike("example.org", {"example.org"}));
}
