#include "tracker/fetch/address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <vector>

namespace tracker::fetch {
namespace {

struct Range {
  const char* first;
  int bits;
  AddressKind kind;
};

// In each table the first match counts.
constexpr Range kV4[] = {
    {"0.0.0.0", 8, {Reach::Never, "address of no machine"}},
    {"10.0.0.0", 8, {Reach::Own, "private address"}},
    {"100.64.0.0", 10, {Reach::Never, "address inside a provider's network"}},
    {"127.0.0.0", 8, {Reach::Own, "loopback address"}},
    {"169.254.0.0", 16, {Reach::Never, "link-local address"}},
    {"172.16.0.0", 12, {Reach::Own, "private address"}},
    {"192.0.0.0", 24, {Reach::Never, "address kept for protocols"}},
    {"192.0.2.0", 24, {Reach::Never, "documentation address"}},
    {"192.88.99.0", 24, {Reach::Never, "6to4 relay address"}},
    {"192.168.0.0", 16, {Reach::Own, "private address"}},
    {"198.18.0.0", 15, {Reach::Never, "address kept for benchmarks"}},
    {"198.51.100.0", 24, {Reach::Never, "documentation address"}},
    {"203.0.113.0", 24, {Reach::Never, "documentation address"}},
    {"224.0.0.0", 4, {Reach::Never, "multicast address"}},
    {"240.0.0.0", 4, {Reach::Never, "reserved address"}},
};

constexpr Range kV6[] = {
    {"::", 128, {Reach::Never, "address of no machine"}},
    {"::1", 128, {Reach::Own, "loopback address"}},
    {"::ffff:0:0", 96, {Reach::Never, "IPv4-mapped address"}},
    {"::", 96, {Reach::Never, "IPv4-compatible address"}},
    {"64:ff9b::", 96, {Reach::Never, "NAT64 address"}},
    {"64:ff9b:1::", 48, {Reach::Never, "NAT64 address"}},
    {"100::", 64, {Reach::Never, "address that discards"}},
    {"2001::", 32, {Reach::Never, "Teredo address"}},
    {"2001:db8::", 32, {Reach::Never, "documentation address"}},
    {"2001::", 23, {Reach::Never, "address kept for protocols"}},
    {"2002::", 16, {Reach::Never, "6to4 address"}},
    {"3fff::", 20, {Reach::Never, "documentation address"}},
    {"2000::", 3, {Reach::Public, ""}},
    {"fc00::", 7, {Reach::Own, "private address"}},
    {"fe80::", 10, {Reach::Never, "link-local address"}},
    {"fec0::", 10, {Reach::Never, "site-local address"}},
    {"ff00::", 8, {Reach::Never, "multicast address"}},
    {"::", 0, {Reach::Never, "reserved address"}},
};

struct ParsedRange {
  Address first;
  int bits = 0;
  AddressKind kind;
};

template <std::size_t size>
std::vector<ParsedRange> parse_all(const Range (&ranges)[size]) {
  std::vector<ParsedRange> parsed;
  for (const Range& range : ranges) parsed.push_back({*parse_address(range.first), range.bits, range.kind});
  return parsed;
}

bool lies_in(const Address& address, const ParsedRange& range) {
  const auto whole = static_cast<std::size_t>(range.bits / 8);
  if (!std::equal(address.bytes.begin(), address.bytes.begin() + whole, range.first.bytes.begin()))
    return false;
  if (range.bits % 8 == 0) return true;
  const int shift = 8 - range.bits % 8;
  return address.bytes[whole] >> shift == range.first.bytes[whole] >> shift;
}

}  // namespace

std::optional<Address> parse_address(std::string_view text) {
  const std::string copy(text);
  if (copy.find('\0') != std::string::npos) return std::nullopt;
  Address address;
  if (inet_pton(AF_INET, copy.c_str(), address.bytes.data()) == 1) return address;
  address.is_v6 = true;
  if (inet_pton(AF_INET6, copy.c_str(), address.bytes.data()) == 1) return address;
  return std::nullopt;
}

std::string to_string(const Address& address) {
  char text[INET6_ADDRSTRLEN] = {};
  inet_ntop(address.is_v6 ? AF_INET6 : AF_INET, address.bytes.data(), text, sizeof text);
  return text;
}

AddressKind kind_of(const Address& address) {
  static const std::vector<ParsedRange> v4 = parse_all(kV4);
  static const std::vector<ParsedRange> v6 = parse_all(kV6);
  for (const ParsedRange& range : address.is_v6 ? v6 : v4) {
    if (lies_in(address, range)) return range.kind;
  }
  return {};
}

std::optional<std::string> refusal(const Address& address, bool allow_private) {
  const AddressKind kind = kind_of(address);
  if (kind.reach == Reach::Public || (kind.reach == Reach::Own && allow_private)) return std::nullopt;
  return to_string(address) + " is not connected to: " + std::string(kind.name);
}

}  // namespace tracker::fetch
