// Undoes the coding of a body (RFC 9110, 8.4) piece by piece, so that whoever takes the pieces can stop a bomb at its
// limit. A private header of this folder.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

namespace tracker::fetch {

class Decoder {
 public:
  /// False: enough, no more pieces.
  using Take = std::function<bool(std::string_view)>;

  virtual ~Decoder() = default;
  /// Hands on what the bytes give, in pieces of at most 64 KiB. False where they are damaged or `take` has enough.
  virtual bool add(std::string_view bytes, const Take& take) = 0;
  /// The coded bytes are complete.
  virtual bool is_whole() const = 0;
};

/// For the value of a Content-Encoding: gzip, deflate, br, zstd, identity, or up to three of them one over the other.
/// Null for a coding that is not known; none may be used that was not offered.
std::unique_ptr<Decoder> decoder_for(std::string_view content_encoding);

/// What to offer: the value of an Accept-Encoding.
inline constexpr std::string_view kCodings = "gzip, deflate, br, zstd";

}  // namespace tracker::fetch
