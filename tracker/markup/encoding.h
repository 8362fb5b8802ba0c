// From the bytes of a page to UTF-8 text, by the rules of the WHATWG (Encoding; HTML 13.2.3 "The input byte stream"):
// a byte order mark beats the HTTP header, the header beats what the page says of itself, and where nothing is said
// the bytes are looked at. One thing is stricter than a browser, because what is read here is evidence: a declaration
// that the bytes disprove is set aside, and the result says so.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tracker::markup {

/// Where a text may say its own encoding: <meta> (and an XML declaration), an XML declaration, nowhere.
enum class Syntax { Html, Xml, Text };

/// Which rule decided, strongest first.
enum class EncodingRule {
  Bom,          // a byte order mark
  Header,       // charset of the Content-Type field
  Declaration,  // <meta charset>, <meta http-equiv>, or encoding="…" of an XML declaration
  ValidUtf8,    // nothing was said (or it was disproved), and the bytes are UTF-8
  Detected,     // … and the frequency of letters says which
  Fallback,     // … and nothing is likely: windows-1252
};

/// "bom", "header", …: for receipts.
std::string_view code_of(EncodingRule rule);

struct Decoded {
  std::string text;      // valid UTF-8 without byte order mark
  std::string encoding;  // name by the WHATWG: "UTF-8", "windows-1251"
  EncodingRule rule = EncodingRule::Fallback;
  std::string disproved;        // the declared encoding that the bytes contradict; empty where there is none
  std::size_t replacements = 0;  // bytes or sequences that stand for nothing and became U+FFFD
};

/// `content_type` is the HTTP field ("text/html; charset=windows-1251"), or empty. Never fails: what cannot be decoded
/// becomes U+FFFD and is counted. A declaration is disproved where it names UTF-8 and more than one in ten of the
/// sequences outside ASCII is broken, or where it names another encoding and there are three or more sequences outside
/// ASCII that are all UTF-8 (text in a one-byte encoding is never that by chance).
Decoded decode(std::string_view bytes, std::string_view content_type, Syntax syntax);

/// The encoding that a label means ("cp1251", "win-1251" is none, " UTF8 "), by the table of the WHATWG; nothing for
/// any other text and for encodings that a browser refuses as dangerous ("replacement").
std::optional<std::string_view> encoding_of_label(std::string_view label);

/// The `charset` parameter of a Content-Type field, as written; nothing where there is none.
std::optional<std::string> charset_of(std::string_view content_type);

/// The encoding that the text says of itself in its first 64 KiB, as a name by the WHATWG. UTF-16 is read as UTF-8,
/// because whoever could read the declaration has disproved it.
std::optional<std::string_view> declared_encoding(std::string_view bytes, Syntax syntax);

}  // namespace tracker::markup
