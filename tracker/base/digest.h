// SHA-256 (FIPS 180-4) as a value: the name of archived bytes, of files and of links in the chain of versions.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tracker::base {

class Digest {
 public:
  using Bytes = std::array<std::uint8_t, 32>;

  Digest() = default;
  explicit Digest(const Bytes& bytes) : bytes_(bytes) {}

  /// Exactly 64 lower-case hexadecimal digits, or nothing.
  static std::optional<Digest> from_hex(std::string_view hex);

  std::string hex() const;
  const Bytes& bytes() const { return bytes_; }

  friend auto operator<=>(const Digest&, const Digest&) = default;

 private:
  Bytes bytes_{};
};

Digest sha256(std::string_view bytes);

/// SHA-256 of bytes that come in pieces.
class DigestBuilder {
 public:
  DigestBuilder();
  void add(std::string_view bytes);
  Digest finish();

 private:
  alignas(64) std::array<unsigned char, 128> state_{};  // libsodium's state, kept out of this header
};

/// Lower-case hexadecimal of any bytes.
std::string to_hex(std::string_view bytes);

}  // namespace tracker::base
