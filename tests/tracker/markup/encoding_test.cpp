#include "tracker/markup/encoding.h"

#include "tests/support/catch.h"

using namespace tracker::markup;

namespace {

struct Row {
  const char* what;
  std::string bytes;
  const char* content_type;
  Syntax syntax;
  const char* text;
  const char* encoding;
  const char* rule;
  const char* disproved;
};

const std::string kCp1251 = "\xd1\xf3\xe4 \xef\xf0\xe8\xe3\xee\xe2\xee\xf0\xe8\xeb \xe0\xea\xf2\xe8\xe2\xe8\xf1\xf2\xe0";
const std::string kKoi8 = "\xf3\xd5\xc4 \xd0\xd2\xc9\xc7\xcf\xd7\xcf\xd2\xc9\xcc \xc1\xcb\xd4\xc9\xd7\xc9\xd3\xd4\xc1";
const char* const kWords = "Суд приговорил активиста";

std::string utf16(std::u16string_view text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xff);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

}  // namespace

TEST_CASE("which encoding a page is in is decided by mark, header, declaration and bytes, in that order") {
  const std::string utf8 = kWords;
  const std::vector<Row> rows = {
      {"mark beats header", "\xef\xbb\xbf" + utf8, "text/html; charset=windows-1251", Syntax::Html, kWords, "UTF-8", "bom", ""},
      {"UTF-16 by mark, little", "\xff\xfe" + utf16(u"Суд", true), "", Syntax::Html, "Суд", "UTF-16LE", "bom", ""},
      {"UTF-16 by mark, big", "\xfe\xff" + utf16(u"Суд", false), "", Syntax::Html, "Суд", "UTF-16BE", "bom", ""},
      {"UTF-16 without a mark", utf16(u"<p>The court heard</p>", true), "", Syntax::Html, "<p>The court heard</p>", "UTF-16LE", "detected", ""},
      {"UTF-16 by header", utf16(u"<p>Суд</p>", false), "text/html;charset=UTF-16BE", Syntax::Html, "<p>Суд</p>", "UTF-16BE", "header", ""},
      {"header", kCp1251, "text/html; charset=Windows-1251", Syntax::Html, kWords, "windows-1251", "header", ""},
      {"header in quotes", kCp1251, "text/html; Charset = \"cp1251\"; x=y", Syntax::Html, kWords, "windows-1251", "header", ""},
      {"header beats meta", "<meta charset=koi8-r>" + kCp1251, "text/html; charset=cp1251", Syntax::Html,
       "<meta charset=koi8-r>Суд приговорил активиста", "windows-1251", "header", ""},
      {"unknown label in the header", "<meta charset=koi8-r>" + kKoi8, "text/html; charset=klingon", Syntax::Html,
       "<meta charset=koi8-r>Суд приговорил активиста", "KOI8-R", "declaration", ""},
      {"meta pragma", "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1251'>" + kCp1251, "text/html",
       Syntax::Html, "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1251'>Суд приговорил активиста",
       "windows-1251", "declaration", ""},
      {"XML declaration", "<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>" + kCp1251 + "</a>", "", Syntax::Xml,
       "<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>Суд приговорил активиста</a>", "windows-1251", "declaration", ""},
      {"meta says UTF-16, which it cannot be", "<meta charset=utf-16>" + utf8, "", Syntax::Html,
       "<meta charset=utf-16>Суд приговорил активиста", "UTF-8", "declaration", ""},
      {"nothing said, UTF-8", utf8, "", Syntax::Html, kWords, "UTF-8", "valid_utf8", ""},
      {"says UTF-8 but is not", kCp1251, "text/html; charset=utf-8", Syntax::Html, kWords, "windows-1251", "detected", "UTF-8"},
      {"says windows-1251 but is UTF-8", utf8, "text/html; charset=windows-1251", Syntax::Html, kWords, "UTF-8", "valid_utf8", "windows-1251"},
      {"plain ASCII says nothing against a declaration", "court", "text/html; charset=windows-1251", Syntax::Html, "court", "windows-1251", "header", ""},
      {"empty", "", "", Syntax::Html, "", "UTF-8", "valid_utf8", ""},
      {"text has no declaration", "<meta charset=koi8-r>a", "text/plain", Syntax::Text, "<meta charset=koi8-r>a", "UTF-8", "valid_utf8", ""},
  };
  for (const auto& row : rows) {
    INFO(row.what);
    const auto decoded = decode(row.bytes, row.content_type, row.syntax);
    CHECK(decoded.text == row.text);
    CHECK(decoded.encoding == row.encoding);
    CHECK(code_of(decoded.rule) == row.rule);
    CHECK(decoded.disproved == row.disproved);
    CHECK(decoded.replacements == 0);
  }
}

TEST_CASE("Russian in windows-1251, KOI8-R and IBM866 is told apart by its letters") {
  const std::string cp1251 = kCp1251 + ", \xea\xee\xf2\xee\xf0\xfb\xe9 \xe2\xfb\xf8\xe5\xeb \xed\xe0 \xef\xeb\xee\xf9\xe0\xe4\xfc.";
  CHECK(decode(cp1251, "", Syntax::Html).text == "Суд приговорил активиста, который вышел на площадь.");
  const auto koi8 = decode(kKoi8 + ", \xcb\xcf\xd4\xcf\xd2\xd9\xca \xd7\xd9\xdb\xc5\xcc \xce\xc1 \xd0\xcc\xcf\xdd\xc1\xc4\xd8.", "", Syntax::Html);
  CHECK(koi8.encoding == "KOI8-R");
  CHECK(koi8.text == "Суд приговорил активиста, который вышел на площадь.");
  CHECK(koi8.rule == EncodingRule::Detected);
}

TEST_CASE("a page in UTF-8 that is cut in a letter stays UTF-8, and the cut is counted") {
  const std::string text = std::string(kWords) + "\xd0";
  const auto decoded = decode(text, "text/html; charset=utf-8", Syntax::Html);
  CHECK(decoded.encoding == "UTF-8");
  CHECK(decoded.text == std::string(kWords) + "\xef\xbf\xbd");
  CHECK(decoded.replacements == 1);
}

TEST_CASE("a declaration in a comment, in another attribute or behind 64 KiB is none") {
  CHECK_FALSE(declared_encoding("<!-- <meta charset=koi8-r> -->", Syntax::Html));
  CHECK_FALSE(declared_encoding("<p title='<meta charset=koi8-r>'>", Syntax::Html));
  CHECK_FALSE(declared_encoding("<metadata charset=koi8-r>", Syntax::Html));
  CHECK_FALSE(declared_encoding("<meta name=a content='text/html; charset=koi8-r'>", Syntax::Html));
  CHECK(declared_encoding("<meta name=a content=b><meta charset = \"koi8-r\" >", Syntax::Html) == "KOI8-R");
  CHECK_FALSE(declared_encoding(std::string(64 * 1024, ' ') + "<meta charset=koi8-r>", Syntax::Html));
  CHECK(declared_encoding("<!--><meta charset=koi8-r>", Syntax::Html) == "KOI8-R");
  CHECK_FALSE(declared_encoding("<meta charset", Syntax::Html));
}

TEST_CASE("labels are those of the WHATWG") {
  CHECK(encoding_of_label(" Latin1\n") == "windows-1252");
  CHECK(encoding_of_label("iso-8859-5") == "ISO-8859-5");
  CHECK(encoding_of_label("gb2312") == "GBK");
  CHECK(encoding_of_label("KOI8-RU") == "KOI8-U");
  CHECK(encoding_of_label("utf-16") == "UTF-16LE");
  CHECK_FALSE(encoding_of_label("win-1251"));
  CHECK_FALSE(encoding_of_label("utf-7"));
  CHECK_FALSE(encoding_of_label("iso-2022-kr"));
  CHECK_FALSE(encoding_of_label(""));
}

TEST_CASE("every encoding of the table can be decoded") {
  for (const char* label :
       {"866", "latin2", "latin3", "latin4", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-8-i", "latin6",
        "iso-8859-13", "iso-8859-14", "iso-8859-15", "koi8-r", "koi8-u", "macintosh", "windows-874", "cp1250",
        "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "x-mac-cyrillic", "gbk", "gb18030",
        "big5", "euc-jp", "iso-2022-jp", "sjis", "euc-kr"}) {
    INFO(label);
    const auto decoded = decode("abc", std::string("text/html; charset=") + label, Syntax::Html);
    CHECK(decoded.encoding == *encoding_of_label(label));
    CHECK(decoded.text == "abc");
  }
}

TEST_CASE("whatever the bytes are, the text is UTF-8, also where a letter outside the basic plane meets a buffer's end") {
  std::string bytes;
  for (int i = 0; i < 20000; ++i) bytes += static_cast<char>(i * 131 % 256);
  for (const char* type : {"", "text/html; charset=gb18030", "text/html; charset=utf-8", "text/html; charset=utf-16",
                           "text/html; charset=iso-2022-jp", "text/html; charset=big5"}) {
    const auto decoded = decode(bytes, type, Syntax::Html);
    CHECK(decode(decoded.text, "text/html; charset=utf-8", Syntax::Text).replacements == 0);
  }
  std::string pairs = "a";
  std::string expected = "a";
  for (int i = 0; i < 5000; ++i) {
    pairs += "\x94\x39\xda\x33";  // U+1F4A9 in gb18030
    expected += "\xf0\x9f\x92\xa9";
  }
  CHECK(decode(pairs, "text/html; charset=gb18030", Syntax::Html).text == expected);
}
