#include "tracker/base/digest.h"

#include <sodium.h>

#include <new>

namespace tracker::base {
namespace {

static_assert(sizeof(crypto_hash_sha256_state) <= 128);

const unsigned char* as_bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  return -1;
}

}  // namespace

std::optional<Digest> Digest::from_hex(std::string_view hex) {
  Bytes bytes{};
  if (hex.size() != bytes.size() * 2) return std::nullopt;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const int high = hex_value(hex[2 * i]);
    const int low = hex_value(hex[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return Digest(bytes);
}

std::string Digest::hex() const {
  return to_hex({reinterpret_cast<const char*>(bytes_.data()), bytes_.size()});
}

Digest sha256(std::string_view bytes) {
  Digest::Bytes out{};
  crypto_hash_sha256(out.data(), as_bytes(bytes), bytes.size());
  return Digest(out);
}

DigestBuilder::DigestBuilder() {
  crypto_hash_sha256_init(new (state_.data()) crypto_hash_sha256_state);
}

void DigestBuilder::add(std::string_view bytes) {
  auto* state = std::launder(reinterpret_cast<crypto_hash_sha256_state*>(state_.data()));
  crypto_hash_sha256_update(state, as_bytes(bytes), bytes.size());
}

Digest DigestBuilder::finish() {
  auto* state = std::launder(reinterpret_cast<crypto_hash_sha256_state*>(state_.data()));
  Digest::Bytes out{};
  crypto_hash_sha256_final(state, out.data());
  return Digest(out);
}

std::string to_hex(std::string_view bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

}  // namespace tracker::base
