#include "tracker/fetch/coding.h"

#include "tracker/base/text.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <new>
#include <string>
#include <vector>

namespace tracker::fetch {
namespace {

constexpr std::size_t kPiece = 64 * 1024;
constexpr std::size_t kMostLayers = 3;

class Plain final : public Decoder {
 public:
  bool add(std::string_view bytes, const Take& take) override { return bytes.empty() || take(bytes); }
  bool is_whole() const override { return true; }
};

/// gzip, also of several members, and both things that servers call deflate.
class Zlib final : public Decoder {
 public:
  enum class Kind { Gzip, Deflate };

  explicit Zlib(Kind kind) : kind_(kind) { start(kind == Kind::Gzip ? MAX_WBITS + 16 : MAX_WBITS); }
  ~Zlib() override { inflateEnd(&stream_); }
  Zlib(const Zlib&) = delete;
  Zlib& operator=(const Zlib&) = delete;

  bool add(std::string_view bytes, const Take& take) override {
    if (bytes.empty()) return true;
    if (kind_ == Kind::Deflate && !begun_ && (static_cast<unsigned char>(bytes[0]) & 0x0f) != 8) {
      inflateEnd(&stream_);  // no zlib header: the bare stream
      start(-MAX_WBITS);
    }
    begun_ = true;
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib reads it only
    stream_.avail_in = static_cast<uInt>(bytes.size());
    bool more_inside = false;
    while (stream_.avail_in > 0 || more_inside) {
      if (ended_) {
        if (kind_ != Kind::Gzip || inflateReset(&stream_) != Z_OK) return false;
        ended_ = false;
      }
      std::array<char, kPiece> piece;
      stream_.next_out = reinterpret_cast<Bytef*>(piece.data());
      stream_.avail_out = static_cast<uInt>(piece.size());
      const int code = inflate(&stream_, Z_NO_FLUSH);
      if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) return false;
      ended_ = code == Z_STREAM_END;
      more_inside = !ended_ && stream_.avail_out == 0;
      const std::size_t count = piece.size() - stream_.avail_out;
      if (count > 0 && !take({piece.data(), count})) return false;
      if (code == Z_BUF_ERROR && count == 0) break;
    }
    return true;
  }
  bool is_whole() const override { return ended_; }

 private:
  void start(int window_bits) {
    stream_ = {};
    if (inflateInit2(&stream_, window_bits) != Z_OK) throw std::bad_alloc();
  }

  Kind kind_;
  z_stream stream_{};
  bool begun_ = false;
  bool ended_ = false;
};

class Brotli final : public Decoder {
 public:
  Brotli() : state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {
    if (!state_) throw std::bad_alloc();
  }
  ~Brotli() override { BrotliDecoderDestroyInstance(state_); }
  Brotli(const Brotli&) = delete;
  Brotli& operator=(const Brotli&) = delete;

  bool add(std::string_view bytes, const Take& take) override {
    const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::size_t left = bytes.size();
    if (ended_) return left == 0;
    for (;;) {
      std::array<std::uint8_t, kPiece> piece;
      std::uint8_t* out = piece.data();
      std::size_t room = piece.size();
      const auto result = BrotliDecoderDecompressStream(state_, &left, &in, &room, &out, nullptr);
      if (result == BROTLI_DECODER_RESULT_ERROR) return false;
      const std::size_t count = piece.size() - room;
      if (count > 0 && !take({reinterpret_cast<const char*>(piece.data()), count})) return false;
      if (result == BROTLI_DECODER_RESULT_SUCCESS) {
        ended_ = true;
        return left == 0;
      }
      if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) return true;
    }
  }
  bool is_whole() const override { return ended_; }

 private:
  BrotliDecoderState* state_;
  bool ended_ = false;
};

class Zstd final : public Decoder {
 public:
  Zstd() : context_(ZSTD_createDCtx()) {
    if (!context_) throw std::bad_alloc();
    ZSTD_DCtx_setParameter(context_, ZSTD_d_windowLogMax, 23);  // 8 MiB: RFC 9659, 3
  }
  ~Zstd() override { ZSTD_freeDCtx(context_); }
  Zstd(const Zstd&) = delete;
  Zstd& operator=(const Zstd&) = delete;

  bool add(std::string_view bytes, const Take& take) override {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    bool more_inside = false;
    while (in.pos < in.size || more_inside) {
      std::array<char, kPiece> piece;
      ZSTD_outBuffer out{piece.data(), piece.size(), 0};
      const std::size_t left = ZSTD_decompressStream(context_, &out, &in);
      if (ZSTD_isError(left)) return false;
      whole_ = left == 0;
      more_inside = !whole_ && out.pos == out.size;
      if (out.pos > 0 && !take({piece.data(), out.pos})) return false;
    }
    return true;
  }
  bool is_whole() const override { return whole_; }

 private:
  ZSTD_DCtx* context_;
  bool whole_ = false;
};

/// The outer coding is undone first.
class Layers final : public Decoder {
 public:
  explicit Layers(std::vector<std::unique_ptr<Decoder>> outer_first) : layers_(std::move(outer_first)) {}
  bool add(std::string_view bytes, const Take& take) override { return add(0, bytes, take); }
  bool is_whole() const override {
    return std::all_of(layers_.begin(), layers_.end(), [](const auto& layer) { return layer->is_whole(); });
  }

 private:
  bool add(std::size_t at, std::string_view bytes, const Take& take) {
    if (at == layers_.size()) return take(bytes);
    return layers_[at]->add(bytes, [&](std::string_view piece) { return add(at + 1, piece, take); });
  }

  std::vector<std::unique_ptr<Decoder>> layers_;
};

std::unique_ptr<Decoder> one(std::string_view name) {
  std::string small(name);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (small == "gzip" || small == "x-gzip") return std::make_unique<Zlib>(Zlib::Kind::Gzip);
  if (small == "deflate") return std::make_unique<Zlib>(Zlib::Kind::Deflate);
  if (small == "br") return std::make_unique<Brotli>();
  if (small == "zstd") return std::make_unique<Zstd>();
  if (small == "identity" || small.empty()) return std::make_unique<Plain>();
  return nullptr;
}

}  // namespace

std::unique_ptr<Decoder> decoder_for(std::string_view content_encoding) {
  std::vector<std::unique_ptr<Decoder>> layers;
  for (const auto name : base::split(content_encoding, ',')) {
    auto layer = one(base::trim(name));
    if (!layer || layers.size() == kMostLayers) return nullptr;
    layers.insert(layers.begin(), std::move(layer));
  }
  if (layers.empty()) return std::make_unique<Plain>();
  if (layers.size() == 1) return std::move(layers.front());
  return std::make_unique<Layers>(std::move(layers));
}

}  // namespace tracker::fetch
