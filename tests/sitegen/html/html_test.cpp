#include "sitegen/html/html.h"

#include "tests/sitegen/html/hostile.h"
#include "tests/support/catch.h"

using namespace sitegen::html;

TEST_CASE("text becomes markup only by being escaped") {
  CHECK(Html("a < b & \"c\" 'd' >").bytes() == "a &lt; b &amp; &quot;c&quot; &#39;d&#39; &gt;");
  CHECK(element("p", {}, "<b>").bytes() == "<p>&lt;b&gt;</p>\n");
  CHECK(element("p", {}, std::string("<b>"), element("em", {}, "x")).bytes() ==
        "<p>&lt;b&gt;<em>x</em></p>\n");
}

TEST_CASE("no hostile text opens a tag, ends an attribute or keeps a control character") {
  REQUIRE(tests::hostile_texts().size() >= 30);
  for (const auto& text : tests::hostile_texts()) {
    const std::string shown = Html(text).bytes();
    INFO(text.substr(0, 60));
    CHECK(shown.find_first_of("<>\"'") == std::string::npos);
    for (const char c : shown) CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t'));
    CHECK(shown.find("\xE2\x80\xAE") == std::string::npos);
    const std::string attribute = element("p", {{"title", text}}).bytes();
    CHECK(attribute == "<p title=\"" + shown + "\"></p>\n");
  }
}

TEST_CASE("a reference in a text is shown as it was written") {
  CHECK(Html("&lt;").bytes() == "&amp;lt;");
}

TEST_CASE("what is no UTF-8 is replaced and what cannot be shown is dropped") {
  CHECK(Html("a\xFF"
             "b")
            .bytes() ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(Html("\xE2\x82").bytes() == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(Html("a\xC2\x85"
             "b")
            .bytes() == "ab");
  CHECK(Html("a\xEF\xBF\xBE"
             "b")
            .bytes() == "ab");
  CHECK(Html("Қазақ ұлты 𐐷").bytes() == "Қазақ ұлты 𐐷");
}

TEST_CASE("an element without an end tag has none") {
  CHECK(element("br", {}).bytes() == "<br>");
  CHECK(element("meta", {{"name", "referrer"}, {"content", "no-referrer"}}).bytes() ==
        "<meta name=\"referrer\" content=\"no-referrer\">\n");
}

TEST_CASE("a link needs an address, and one that leaves the site sends no referrer") {
  CHECK(link(Url::from("javascript:alert(1)"), "x").bytes() == "x");
  CHECK(link(Url::from("a.html"), "x").bytes() == "<a href=\"a.html\">x</a>");
  CHECK(link(Url::from("https://example.org/?a=1&b=2"), "x").bytes() ==
        "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noreferrer\">x</a>");
}

TEST_CASE("a language that is no tag is undetermined") {
  CHECK(bdi("x", "kk").bytes() == "<bdi lang=\"kk\">x</bdi>");
  CHECK(bdi("x", "\" onload=").bytes() == "<bdi lang=\"und\">x</bdi>");
  CHECK(bdi("x", "").bytes() == "<bdi lang=\"und\">x</bdi>");
}

TEST_CASE("linked data is no script and cannot end its element, whatever stands in it") {
  using sitegen::html::linked_data;
  for (const auto& text : tests::hostile_texts()) {
    std::string json = "{\"name\":\"";
    for (const char c : text)
      if (c != '"' && c != '\\') json += c;
    const std::string bytes = linked_data(json + "\"}").bytes();
    INFO(text);
    REQUIRE(bytes.starts_with("<script type=\"application/ld+json\">"));
    REQUIRE(bytes.ends_with("</script>\n"));
    const auto inside = bytes.substr(35, bytes.size() - 35 - 10);
    CHECK(inside.find('<') == std::string::npos);
    CHECK(inside.find('>') == std::string::npos);
    CHECK(inside.find('&') == std::string::npos);
  }
  CHECK(linked_data("{\"a\":\"<b>\"}").bytes() == "<script type=\"application/ld+json\">{\"a\":\"\\u003cb\\u003e\"}</script>\n");
}

TEST_CASE("a script is a file of the site and of no other host") {
  CHECK(script_file(Url::local("list.js")).bytes() == "<script src=\"list.js\"></script>\n");
  CHECK(script_file(*Url::from("https://evil.example/x.js")).empty());
  CHECK(script_file(Url::local("\"><b>")).bytes() == "<script src=\"%22%3E%3Cb%3E\"></script>\n");
}
