#include "tracker/markup/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <array>
#include <memory>
#include <vector>

#include "tracker/markup/encoding_parts.h"

namespace tracker::markup {
namespace {

constexpr UChar32 kReplacement = 0xFFFD;

void append(std::string& out, UChar32 c) {
  std::array<uint8_t, 4> bytes{};
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

void decode_utf8(std::string_view bytes, Decoded& decoded) {
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  const auto length = static_cast<int64_t>(bytes.size());
  decoded.text.reserve(bytes.size());
  for (int64_t i = 0; i < length;) {
    const int64_t start = i;
    UChar32 c = 0;
    U8_NEXT(data, i, length, c);
    if (c >= 0) {
      decoded.text.append(bytes.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(i - start)));
    } else {
      append(decoded.text, kReplacement);
      ++decoded.replacements;
    }
  }
}

void decode_utf16(std::string_view bytes, bool little, Decoded& decoded) {
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(bytes[at]), b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<UChar32>(little ? a | b << 8 : a << 8 | b);
  };
  decoded.text.reserve(bytes.size());
  std::size_t at = 0;
  while (at + 1 < bytes.size()) {
    UChar32 c = unit(at);
    at += 2;
    if (U16_IS_LEAD(c) && at + 1 < bytes.size() && U16_IS_TRAIL(unit(at))) {
      c = U16_GET_SUPPLEMENTARY(c, unit(at));
      at += 2;
    } else if (U16_IS_SURROGATE(c)) {
      c = kReplacement;
      ++decoded.replacements;
    }
    append(decoded.text, c);
  }
  if (at < bytes.size()) {
    append(decoded.text, kReplacement);
    ++decoded.replacements;
  }
}

/// What ICU calls the decoder that the WHATWG means.
const char* icu_name(std::string_view name) {
  if (name == "GBK") return "gb18030";
  if (name == "Big5") return "Big5-HKSCS";
  if (name == "Shift_JIS") return "windows-31j";
  if (name == "EUC-KR") return "windows-949";
  if (name == "ISO-8859-8-I") return "ISO-8859-8";
  if (name == "ISO-8859-10") return "iso-8859_10-1998";
  if (name == "ISO-8859-14") return "iso-8859_14-1998";
  if (name == "ISO-8859-16") return "ibm-1170";
  return name.data();  // names of the table end in a zero
}

bool decode_by_table(std::string_view bytes, std::string_view name, Decoded& decoded) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(icu_name(name), &status), &ucnv_close);
  if (U_FAILURE(status) != 0) return false;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::array<UChar, 4096> buffer{};
  std::size_t kept = 0;  // 1 where the end of the buffer cut a pair in two
  do {
    status = U_ZERO_ERROR;
    UChar* target = buffer.data() + kept;
    ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, end, nullptr, 1, &status);
    if (U_FAILURE(status) != 0 && status != U_BUFFER_OVERFLOW_ERROR) return false;
    auto length = static_cast<int32_t>(target - buffer.data());
    kept = status == U_BUFFER_OVERFLOW_ERROR && length > 0 && U16_IS_LEAD(buffer[static_cast<std::size_t>(length) - 1]);
    length -= static_cast<int32_t>(kept);
    for (int32_t i = 0; i < length;) {
      UChar32 c = 0;
      U16_NEXT(buffer.data(), i, length, c);
      if (c == 0x1A) c = kReplacement;  // some tables write SUB for what they do not know
      if (c == kReplacement || U_IS_SURROGATE(c)) {
        c = kReplacement;
        ++decoded.replacements;
      }
      append(decoded.text, c);
    }
    if (kept != 0) buffer[0] = buffer[static_cast<std::size_t>(length)];
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return true;
}

void decode_as(std::string_view bytes, std::string_view name, EncodingRule rule, Decoded& decoded) {
  decoded.encoding = name;
  decoded.rule = rule;
  if (name == kUtf16Le || name == kUtf16Be) return decode_utf16(bytes, name == kUtf16Le, decoded);
  if (name != kUtf8 && decode_by_table(bytes, name, decoded)) return;
  if (name != kUtf8) {  // a decoder that this build of ICU does not have
    decoded.text.clear();
    decoded.replacements = 0;
    decoded.encoding = kUtf8;
    decoded.rule = EncodingRule::Fallback;
  }
  decode_utf8(bytes, decoded);
}

}  // namespace

std::string_view code_of(EncodingRule rule) {
  switch (rule) {
    case EncodingRule::Bom: return "bom";
    case EncodingRule::Header: return "header";
    case EncodingRule::Declaration: return "declaration";
    case EncodingRule::ValidUtf8: return "valid_utf8";
    case EncodingRule::Detected: return "detected";
    case EncodingRule::Fallback: break;
  }
  return "fallback";
}

Decoded decode(std::string_view bytes, std::string_view content_type, Syntax syntax) {
  Decoded decoded;
  const auto with = [&](std::string_view name, EncodingRule rule, std::size_t skip = 0) {
    decode_as(bytes.substr(skip), name, rule, decoded);
    return decoded;
  };
  if (bytes.starts_with("\xEF\xBB\xBF")) return with(kUtf8, EncodingRule::Bom, 3);
  if (bytes.starts_with("\xFE\xFF")) return with(kUtf16Be, EncodingRule::Bom, 2);
  if (bytes.starts_with("\xFF\xFE")) return with(kUtf16Le, EncodingRule::Bom, 2);

  const auto by_zeros = utf16_by_zeros(bytes);
  const Utf8Count utf8 = by_zeros ? Utf8Count{} : count_utf8(bytes);
  const auto is_disproved = [&](std::string_view name) {
    if (name == kUtf16Le || name == kUtf16Be) return by_zeros != name && utf8.whole + utf8.broken > 0 && utf8.broken == 0;
    if (by_zeros) return true;
    if (name == kUtf8) return utf8.broken * 10 > utf8.whole + utf8.broken;
    return utf8.broken == 0 && utf8.whole >= 3;
  };
  const auto try_declared = [&](std::optional<std::string_view> name) {
    if (!name) return false;
    if (!is_disproved(*name)) return true;
    if (decoded.disproved.empty()) decoded.disproved = *name;
    return false;
  };
  if (const auto label = charset_of(content_type)) {
    const auto name = encoding_of_label(*label);
    if (try_declared(name)) return with(*name, EncodingRule::Header);
  }
  if (const auto name = declared_encoding(bytes, syntax); try_declared(name)) return with(*name, EncodingRule::Declaration);
  if (by_zeros) return with(*by_zeros, EncodingRule::Detected);
  if (utf8.broken * 10 <= utf8.whole + utf8.broken) return with(kUtf8, EncodingRule::ValidUtf8);
  if (const auto name = detect(bytes)) return with(*name, EncodingRule::Detected);
  return with(kWindows1252, EncodingRule::Fallback);
}

}  // namespace tracker::markup
