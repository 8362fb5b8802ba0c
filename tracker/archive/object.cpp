#include "tracker/archive/object.h"

#include "tracker/base/error.h"

#include <zstd.h>

#include <memory>
#include <new>

namespace tracker::archive {
namespace {

// Pages are small and read often, so the level is one that packs well and still keeps up with any network.
constexpr int kLevel = 9;

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

[[noreturn]] void damaged(const std::filesystem::path& path, const std::string& why) {
  throw base::DataError("the archived bytes in " + path.string() + " are damaged: " + why,
                        "bring the file back from a copy of the archive");
}

}  // namespace

std::string compress(std::string_view bytes) {
  const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  if (!context) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(context.get(), packed.data(), packed.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(size)) throw base::Error(std::string("cannot compress: ") + ZSTD_getErrorName(size));
  packed.resize(size);
  return packed;
}

void decompress(const File& file, const std::filesystem::path& path, long long most,
                const std::function<void(std::string_view)>& take) {
  const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
  if (!context) throw std::bad_alloc();
  std::string decoded(ZSTD_DStreamOutSize(), '\0');
  long long total = 0;
  bool whole = false;  // the frame has ended
  read_pieces(file, path, [&](std::string_view piece) {
    ZSTD_inBuffer in{piece.data(), piece.size(), 0};
    bool more_inside = false;  // the decoder filled its output and may hold more
    while (in.pos < in.size || more_inside) {
      if (whole && in.pos < in.size) damaged(path, "something follows their end");
      ZSTD_outBuffer out{decoded.data(), decoded.size(), 0};
      const std::size_t left = ZSTD_decompressStream(context.get(), &out, &in);
      if (ZSTD_isError(left)) damaged(path, ZSTD_getErrorName(left));
      whole = left == 0;
      more_inside = !whole && out.pos == out.size;
      total += static_cast<long long>(out.pos);
      if (total > most) damaged(path, "they decode to more than " + std::to_string(most) + " bytes");
      take(std::string_view(decoded).substr(0, out.pos));
    }
  });
  if (!whole) damaged(path, "their end is missing");
}

}  // namespace tracker::archive
