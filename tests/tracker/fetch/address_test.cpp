#include "tracker/fetch/address.h"

#include "tests/support/catch.h"

using namespace tracker::fetch;

namespace {

struct Case {
  const char* address;
  Reach reach;
};

// First and last address of every range, and those just outside.
const Case kCases[] = {
    {"0.0.0.0", Reach::Never},
    {"0.255.255.255", Reach::Never},
    {"1.0.0.0", Reach::Public},
    {"9.255.255.255", Reach::Public},
    {"10.0.0.0", Reach::Own},
    {"10.255.255.255", Reach::Own},
    {"11.0.0.0", Reach::Public},
    {"100.63.255.255", Reach::Public},
    {"100.64.0.0", Reach::Never},
    {"100.127.255.255", Reach::Never},
    {"100.128.0.0", Reach::Public},
    {"126.255.255.255", Reach::Public},
    {"127.0.0.1", Reach::Own},
    {"127.255.255.255", Reach::Own},
    {"128.0.0.0", Reach::Public},
    {"169.253.255.255", Reach::Public},
    {"169.254.169.254", Reach::Never},
    {"169.255.0.0", Reach::Public},
    {"172.15.255.255", Reach::Public},
    {"172.16.0.0", Reach::Own},
    {"172.31.255.255", Reach::Own},
    {"172.32.0.0", Reach::Public},
    {"192.0.0.1", Reach::Never},
    {"192.0.1.0", Reach::Public},
    {"192.0.2.1", Reach::Never},
    {"192.88.99.1", Reach::Never},
    {"192.167.255.255", Reach::Public},
    {"192.168.0.0", Reach::Own},
    {"192.168.255.255", Reach::Own},
    {"192.169.0.0", Reach::Public},
    {"198.17.255.255", Reach::Public},
    {"198.18.0.0", Reach::Never},
    {"198.19.255.255", Reach::Never},
    {"198.20.0.0", Reach::Public},
    {"198.51.100.7", Reach::Never},
    {"203.0.113.7", Reach::Never},
    {"203.0.114.0", Reach::Public},
    {"223.255.255.255", Reach::Public},
    {"224.0.0.1", Reach::Never},
    {"239.255.255.255", Reach::Never},
    {"240.0.0.0", Reach::Never},
    {"255.255.255.255", Reach::Never},
    {"::", Reach::Never},
    {"::1", Reach::Own},
    {"::2", Reach::Never},
    {"::127.0.0.1", Reach::Never},
    {"::ffff:127.0.0.1", Reach::Never},
    {"::ffff:8.8.8.8", Reach::Never},
    {"::ffff:0:127.0.0.1", Reach::Never},
    {"64:ff9b::7f00:1", Reach::Never},
    {"64:ff9b:1::1", Reach::Never},
    {"100::1", Reach::Never},
    {"1fff:ffff::", Reach::Never},
    {"2000::1", Reach::Public},
    {"2001::1", Reach::Never},
    {"2001:1ff:ffff::", Reach::Never},
    {"2001:200::1", Reach::Public},
    {"2001:db7:ffff::", Reach::Public},
    {"2001:db8::1", Reach::Never},
    {"2001:db9::", Reach::Public},
    {"2002:7f00:1::", Reach::Never},
    {"2003::1", Reach::Public},
    {"2a00:1450:4001::1", Reach::Public},
    {"3fff::1", Reach::Never},
    {"3fff:fff:ffff::", Reach::Never},
    {"3fff:1000::", Reach::Public},
    {"4000::", Reach::Never},
    {"5f00::1", Reach::Never},
    {"fbff::1", Reach::Never},
    {"fc00::1", Reach::Own},
    {"fdff:ffff::1", Reach::Own},
    {"fe80::1", Reach::Never},
    {"febf::1", Reach::Never},
    {"fec0::1", Reach::Never},
    {"ff02::1", Reach::Never},
};

}  // namespace

TEST_CASE("every special range of addresses is known, and its neighbours are not in it") {
  for (const Case& c : kCases) {
    INFO(c.address);
    const auto address = parse_address(c.address);
    REQUIRE(address);
    CHECK(kind_of(*address).reach == c.reach);
    CHECK(refusal(*address, false).has_value() == (c.reach != Reach::Public));
    CHECK(refusal(*address, true).has_value() == (c.reach == Reach::Never));
  }
}

TEST_CASE("a refusal names the address and the reason") {
  CHECK(refusal(*parse_address("127.0.0.1"), false) == "127.0.0.1 is not connected to: loopback address");
  CHECK(refusal(*parse_address("::ffff:10.0.0.1"), true) ==
        "::ffff:10.0.0.1 is not connected to: IPv4-mapped address");
}

TEST_CASE("an address is written one way only") {
  for (const char* text : {"", "1", "127.1", "0x7f.0.0.1", "2130706433", "127.0.0.1 ", "127.0.0.256", "[::1]",
                           "::1%lo", "localhost", "1.2.3.4.5"}) {
    INFO(text);
    CHECK_FALSE(parse_address(text));
  }
  CHECK_FALSE(parse_address(std::string_view("127.0.0.1\0", 10)));
  CHECK(to_string(*parse_address("2001:DB8:0:0::1")) == "2001:db8::1");
  CHECK(to_string(*parse_address("10.0.0.1")) == "10.0.0.1");
}
