#include "tracker/fetch/certificate.h"

#include "tests/support/authority.h"
#include "tests/support/catch.h"

using namespace tracker;
using fetch::Certificate;
using fetch::distrust;

namespace {

base::Instant at(const char* time) {
  return *base::from_rfc3339(time);
}

/// Good from January to April 2024.
Certificate certificate(const std::string& issuer, const std::string& key) {
  Certificate made;
  made.subject_name = "example.org";
  made.issuer_organisation = issuer;
  made.issuer_name = issuer + " R1";
  made.key = base::sha256(key);
  made.valid_from = at("2024-01-01T00:00:00Z");
  made.valid_until = at("2024-04-01T00:00:00Z");
  return made;
}

const std::vector<std::string> kRoots = {"Intercepting Root"};

}  // namespace

TEST_CASE("a chain is read from its text: who it is for, who vouches, which key, how long") {
  const tests::Authority authority("Test Root", "Test Trust");
  const auto identity = authority.issue({"example.test", -3600, 3600});
  const auto chain = fetch::read_chain(identity->pem() + authority.pem());
  REQUIRE(chain.size() == 2);
  CHECK(chain[0].subject == "CN=example.test");
  CHECK(chain[0].subject_name == "example.test");
  CHECK(chain[0].issuer == "CN=Test Root,O=Test Trust");
  CHECK(chain[0].issuer_name == "Test Root");
  CHECK(chain[0].issuer_organisation == "Test Trust");
  CHECK(chain[0].valid_until - chain[0].valid_from == std::chrono::hours(2));
  CHECK(chain[0].key != chain[1].key);
  CHECK(chain[1].subject == chain[1].issuer);
  CHECK(fetch::read_chain(authority.issue({"example.test"})->pem())[0].key != chain[0].key);
}

TEST_CASE("what is no chain is none") {
  CHECK(fetch::read_chain("").empty());
  CHECK(fetch::read_chain("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n").empty());
  CHECK(fetch::read_chain(std::string(100'000, 'x')).empty());
}

TEST_CASE("the first chain is believed, and one with the same key ever after") {
  const auto known = certificate("Trust A", "k1");
  CHECK_FALSE(distrust({known}, {}, kRoots, {}, at("2024-02-01T00:00:00Z")));
  CHECK_FALSE(distrust({known}, {{known}}, kRoots, {}, at("2024-02-01T00:00:00Z")));
  CHECK_FALSE(distrust({certificate("Trust B", "k1")}, {{known}}, kRoots, {}, at("2024-02-01T00:00:00Z")));
  CHECK_FALSE(distrust({}, {{known}}, kRoots, {}, at("2024-02-01T00:00:00Z")));
}

TEST_CASE("another issuer puts a page apart, whenever it comes") {
  const auto known = certificate("Trust A", "k1");
  for (const char* now : {"2024-02-01T00:00:00Z", "2024-03-25T00:00:00Z", "2025-01-01T00:00:00Z"}) {
    const auto why = distrust({certificate("Trust B", "k2")}, {{known}}, kRoots, {}, at(now));
    REQUIRE(why);
    CHECK(*why == "the certificate was issued by \"Trust B\", earlier ones by \"Trust A\" (key " +
                      base::sha256("k2").hex() + ")");
  }
  CHECK_FALSE(distrust({certificate("Trust B", "k3")}, {{certificate("Trust B", "k2")}, {known}}, kRoots, {},
                       at("2024-03-25T00:00:00Z")));
}

TEST_CASE("a new key by the same issuer is a renewal late in the old one's life, and suspect before") {
  const auto known = certificate("Trust A", "k1"), renewed = certificate("Trust A", "k2");
  CHECK(distrust({renewed}, {{known}}, kRoots, {}, at("2024-02-01T00:00:00Z"))->find("the key of the certificate is new") == 0);
  CHECK_FALSE(distrust({renewed}, {{known}}, kRoots, {}, at("2024-03-10T00:00:00Z")));
  CHECK_FALSE(distrust({renewed}, {{known}}, kRoots, {}, at("2024-06-01T00:00:00Z")));
}

TEST_CASE("a person can vouch for a key") {
  const auto known = certificate("Trust A", "k1"), other = certificate("Trust B", "k2");
  CHECK_FALSE(distrust({other}, {{known}}, kRoots, {base::sha256("k2").hex()}, at("2024-02-01T00:00:00Z")));
}

TEST_CASE("a root that is known to intercept is never believed, not even at first or when vouched for") {
  auto leaf = certificate("Trust A", "k1");
  auto root = certificate("Trust A", "k9");
  root.subject_name = "INTERCEPTING root";
  CHECK(distrust({leaf, root}, {}, kRoots, {leaf.key.hex()}, at("2024-02-01T00:00:00Z")) ==
        "the certificate comes from \"INTERCEPTING root\", which is known to intercept");
  leaf.issuer_name = "Intercepting Root";
  CHECK(distrust({leaf}, {{leaf}}, kRoots, {}, at("2024-02-01T00:00:00Z")));
  CHECK_FALSE(distrust({certificate("Trust A", "k1")}, {}, kRoots, {}, at("2024-02-01T00:00:00Z")));
}
