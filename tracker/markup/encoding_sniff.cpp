// What a text says of its own encoding, and what its bytes say of it.
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>

#include "tracker/markup/encoding.h"
#include "tracker/markup/encoding_parts.h"

namespace tracker::markup {
namespace {

constexpr std::size_t kPrescan = 64UL * 1024;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool starts_with(std::string_view text, std::string_view lower_case) {
  if (text.size() < lower_case.size()) return false;
  for (std::size_t i = 0; i < lower_case.size(); ++i)
    if (lower(text[i]) != lower_case[i]) return false;
  return true;
}

struct Attribute {
  std::string name, value;
};

/// HTML 13.2.3.2, "get an attribute": moves `at` behind it; nothing at the end of the tag.
std::optional<Attribute> next_attribute(std::string_view text, std::size_t& at) {
  while (at < text.size() && (is_space(text[at]) || text[at] == '/')) ++at;
  if (at >= text.size() || text[at] == '>') return std::nullopt;
  Attribute attribute;
  while (at < text.size()) {
    const char c = text[at];
    if ((c == '=' && !attribute.name.empty()) || is_space(c) || c == '/' || c == '>') break;
    attribute.name += lower(c);
    ++at;
  }
  while (at < text.size() && is_space(text[at])) ++at;
  if (at >= text.size() || text[at] != '=') return attribute;
  ++at;
  while (at < text.size() && is_space(text[at])) ++at;
  if (at >= text.size()) return attribute;
  const char quote = text[at] == '"' || text[at] == '\'' ? text[at] : '\0';
  if (quote != '\0') ++at;
  while (at < text.size()) {
    const char c = text[at];
    if (quote != '\0' ? c == quote : is_space(c) || c == '>') break;
    attribute.value += lower(c);
    ++at;
  }
  if (quote != '\0' && at < text.size()) ++at;
  return attribute;
}

/// HTML 2.5.4 "extracting a character encoding from a meta element"; also good for a Content-Type field.
std::optional<std::string> charset_in(std::string_view content) {
  for (std::size_t at = 0; at < content.size(); ++at) {
    if (!starts_with(content.substr(at), "charset")) continue;
    std::size_t i = at + 7;
    while (i < content.size() && is_space(content[i])) ++i;
    if (i >= content.size() || content[i] != '=') continue;
    ++i;
    while (i < content.size() && is_space(content[i])) ++i;
    if (i >= content.size()) return std::nullopt;
    if (content[i] == '"' || content[i] == '\'') {
      const auto end = content.find(content[i], i + 1);
      if (end == std::string_view::npos) return std::nullopt;
      return std::string(content.substr(i + 1, end - i - 1));
    }
    const auto end = std::min(content.find_first_of("\t\n\f\r ;", i), content.size());
    return std::string(content.substr(i, end - i));
  }
  return std::nullopt;
}

std::optional<std::string_view> named(const std::optional<std::string>& label) {
  auto name = label ? encoding_of_label(*label) : std::nullopt;
  if (name && (*name == kUtf16Le || *name == kUtf16Be)) name = kUtf8;
  return name;
}

std::optional<std::string_view> encoding_of_meta(std::string_view text, std::size_t& at) {
  bool is_pragma = false;
  std::optional<std::string> from_charset, from_content;
  while (const auto attribute = next_attribute(text, at)) {
    if (attribute->name == "http-equiv") is_pragma = is_pragma || attribute->value == "content-type";
    if (attribute->name == "charset" && !from_charset) from_charset = attribute->value;
    if (attribute->name == "content" && !from_content) from_content = charset_in(attribute->value);
  }
  if (from_charset) return named(from_charset);
  return is_pragma ? named(from_content) : std::nullopt;
}

std::optional<std::string_view> encoding_of_xml(std::string_view text) {
  if (!text.starts_with("<?xml") || text.size() < 6 || !is_space(text[5])) return std::nullopt;
  text = text.substr(0, std::min(text.find("?>"), text.find('>')));
  const auto word = text.find("encoding");
  if (word == std::string_view::npos) return std::nullopt;
  std::size_t at = word;
  const auto attribute = next_attribute(text, at);
  if (!attribute || attribute->name != "encoding") return std::nullopt;
  return named(attribute->value);
}

/// The bytes outside ASCII with the letters around them: what a detector should look at, and not at markup.
std::string telling_part(std::string_view bytes) {
  constexpr std::size_t kEnough = 7000;
  std::string part;
  for (std::size_t i = 0; i < bytes.size() && part.size() < kEnough; ++i) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) continue;
    std::size_t begin = i, end = i;
    while (begin > 0 && i - begin < 16 && is_letter(bytes[begin - 1])) --begin;
    while (end < bytes.size() && end - i < 400 &&
           (static_cast<unsigned char>(bytes[end]) >= 0x80 || is_letter(bytes[end]) || bytes[end] == ' '))
      ++end;
    part += bytes.substr(begin, end - begin);
    part += ' ';
    i = end;
  }
  return part;
}

}  // namespace

std::optional<std::string> charset_of(std::string_view content_type) {
  auto charset = charset_in(content_type);
  if (charset && charset->empty()) charset.reset();
  return charset;
}

std::optional<std::string_view> declared_encoding(std::string_view bytes, Syntax syntax) {
  if (syntax == Syntax::Text) return std::nullopt;
  const auto text = bytes.substr(0, kPrescan);
  if (const auto xml = encoding_of_xml(text); xml || syntax == Syntax::Xml) return xml;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '<') {
      at = std::min(text.find('<', at), text.size());
    } else if (text.substr(at).starts_with("<!--")) {
      const auto end = text.find("-->", at + 2);
      at = end == std::string_view::npos ? text.size() : end + 3;
    } else if (starts_with(text.substr(at), "<meta") && at + 5 < text.size() &&
               (is_space(text[at + 5]) || text[at + 5] == '/')) {
      at += 5;
      if (const auto found = encoding_of_meta(text, at)) return found;
    } else if (at + 1 < text.size() && (is_letter(text[at + 1]) || text[at + 1] == '/')) {
      ++at;
      while (at < text.size() && !is_space(text[at]) && text[at] != '>') ++at;
      while (next_attribute(text, at)) {
      }
    } else {
      ++at;
    }
  }
  return std::nullopt;
}

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  const auto length = static_cast<int64_t>(bytes.size());
  for (int64_t i = 0; i < length;) {
    if (data[i] < 0x80) {
      ++i;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(data, i, length, c);
    ++(c < 0 ? count.broken : count.whole);
  }
  return count;
}

std::optional<std::string_view> utf16_by_zeros(std::string_view bytes) {
  const auto sample = bytes.substr(0, 4096);
  if (sample.size() < 8) return std::nullopt;
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < sample.size(); ++i)
    if (sample[i] == '\0') ++(i % 2 == 0 ? even : odd);
  // Markup and spaces are ASCII in any language, so that a tenth of the high bytes at least is zero.
  const std::size_t many = sample.size() / 20;
  if (odd > many && even * 20 < odd) return kUtf16Le;
  if (even > many && odd * 20 < even) return kUtf16Be;
  return std::nullopt;
}

std::optional<std::string_view> detect(std::string_view bytes) {
  const std::string part = telling_part(bytes);
  if (part.empty()) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  if (U_FAILURE(status) != 0) return std::nullopt;
  ucsdet_setText(detector.get(), part.data(), static_cast<int32_t>(part.size()), &status);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status) != 0) return std::nullopt;
  constexpr int32_t kLikely = 10;  // of 100; below it is a guess among equals
  for (int32_t i = 0; i < count; ++i) {
    if (ucsdet_getConfidence(matches[i], &status) < kLikely) break;
    const char* icu = ucsdet_getName(matches[i], &status);
    if (U_FAILURE(status) != 0 || !icu) continue;
    const auto name = encoding_of_label(icu);
    if (name && *name != kUtf8 && *name != kUtf16Le && *name != kUtf16Be) return name;
  }
  return std::nullopt;
}

}  // namespace tracker::markup
