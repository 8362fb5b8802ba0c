// Which addresses a fetch may connect to. Pages name other pages, and a hostile one may name a printer, a
// router or a cloud's metadata service; so every address is looked at when the connection is made, after its
// name was resolved. Pure: the ranges are those of the IANA special-purpose address registries (RFC 6890 and
// later).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tracker::fetch {

struct Address {
  std::array<std::uint8_t, 16> bytes{};  // an IPv4 address takes the first four
  bool is_v6 = false;

  friend bool operator==(const Address&, const Address&) = default;
};

/// "192.0.2.1" or "2001:db8::1"; nothing for any other form.
std::optional<Address> parse_address(std::string_view text);
std::string to_string(const Address& address);

enum class Reach { Public, Own, Never };

struct AddressKind {
  Reach reach = Reach::Public;  // Own: this machine and private networks
  std::string_view name;        // "loopback address"
};

AddressKind kind_of(const Address& address);

/// Why the address must not be connected to; nothing where it may be. Own addresses need `allow_private`; the
/// others that are not public (link-local, multicast, those that wrap an IPv4 address …) are refused always.
std::optional<std::string> refusal(const Address& address, bool allow_private);

}  // namespace tracker::fetch
