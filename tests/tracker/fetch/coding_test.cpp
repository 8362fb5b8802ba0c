#include "tracker/fetch/coding.h"

#include "tests/support/catch.h"
#include "tests/support/pack.h"

#include <optional>

using namespace tests;
using tracker::fetch::decoder_for;

namespace {

/// The decoded bytes when the packed ones come in pieces of `piece`; nothing where they are damaged or cut off.
std::optional<std::string> decoded(std::string_view coding, std::string_view packed, std::size_t piece = 1 << 20) {
  const auto decoder = decoder_for(coding);
  if (!decoder) return std::nullopt;
  std::string bytes;
  for (std::size_t at = 0; at < packed.size(); at += piece)
    if (!decoder->add(packed.substr(at, piece), [&](std::string_view part) {
          bytes += part;
          return true;
        }))
      return std::nullopt;
  return decoder->is_whole() ? std::optional(bytes) : std::nullopt;
}

std::string text() {
  std::string made;
  for (int i = 0; i < 50'000; ++i) made += "line " + std::to_string(i * 7919 % 1000) + '\n';
  return made;
}

}  // namespace

TEST_CASE("every coding that is offered is undone, in pieces of any size") {
  const std::string bytes = text();
  const auto piece = GENERATE(std::size_t{1}, std::size_t{7}, std::size_t{4096}, std::size_t{1} << 20);
  const std::string part = bytes.substr(0, piece == 1 ? 20'000 : bytes.size());
  CHECK(decoded("gzip", gzipped(part), piece) == part);
  CHECK(decoded("x-gzip", gzipped(part), piece) == part);
  CHECK(decoded("deflate", deflated(part, 15), piece) == part);
  CHECK(decoded("deflate", deflated(part, -15), piece) == part);
  CHECK(decoded("br", brotlied(part), piece) == part);
  CHECK(decoded("zstd", zstded(part), piece) == part);
  CHECK(decoded("", part, piece) == part);
  CHECK(decoded("identity", part, piece) == part);
}

TEST_CASE("codings may lie one over the other, up to three, and names are read without regard to case") {
  CHECK(decoded("GZIP, br", brotlied(gzipped("page"))) == "page");
  CHECK(decoded("zstd,gzip , br", brotlied(gzipped(zstded("page")))) == "page");
  CHECK(decoder_for("gzip, gzip, gzip, gzip") == nullptr);
  CHECK(decoder_for("compress") == nullptr);
  CHECK(decoder_for("gzip, sdch") == nullptr);
}

TEST_CASE("members of gzip and frames of zstd follow each other as one body") {
  CHECK(decoded("gzip", gzipped("one ") + gzipped("two")) == "one two");
  CHECK(decoded("zstd", zstded("one ") + zstded("two")) == "one two");
}

TEST_CASE("a body that was cut off or damaged is none") {
  const std::string bytes = text();
  struct Case {
    const char* coding;
    std::string packed;
  };
  for (const Case& c : {Case{"gzip", gzipped(bytes)}, Case{"deflate", deflated(bytes, 15)}, Case{"br", brotlied(bytes)},
                        Case{"zstd", zstded(bytes)}}) {
    INFO(c.coding);
    CHECK_FALSE(decoded(c.coding, c.packed.substr(0, c.packed.size() - 1)));
    CHECK_FALSE(decoded(c.coding, c.packed.substr(0, c.packed.size() / 2)));
    std::string damaged = c.packed;
    damaged[10] = static_cast<char>(damaged[10] ^ 0x55);
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
    CHECK(decoded(c.coding, damaged) != bytes);
    CHECK_FALSE(decoded(c.coding, "no such thing"));
    CHECK_FALSE(decoded(c.coding, c.packed + "rest"));
  }
}

TEST_CASE("who has enough gets no more: a bomb ends at the limit") {
  const std::string zeros(50 << 20, '\0');
  for (const auto& [coding, packed] : {std::pair<const char*, std::string>{"gzip", gzipped(zeros)}, {"br", brotlied(zeros)}, {"zstd", zstded(zeros)}}) {
    INFO(coding);
    std::size_t taken = 0;
    CHECK_FALSE(decoder_for(coding)->add(packed, [&](std::string_view part) {
      CHECK(part.size() <= 65536);
      taken += part.size();
      return taken < 1 << 20;
    }));
    CHECK(taken < (1 << 20) + 65536 + 1);
  }
}

TEST_CASE("a frame of zstd that wants a large window is refused") {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, 27);
  ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
  std::string packed(ZSTD_compressBound(1000), '\0');
  const std::string bytes(1000, 'a');
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  ZSTD_outBuffer out{packed.data(), packed.size(), 0};
  ZSTD_compressStream2(context, &out, &in, ZSTD_e_flush);  // not the end yet: the size cannot be told beforehand
  ZSTD_compressStream2(context, &out, &in, ZSTD_e_end);
  ZSTD_freeCCtx(context);
  packed.resize(out.pos);
  CHECK_FALSE(decoded("zstd", packed));
}
