// Text of a record in XML: it can never become an element, and no byte of it makes the file no XML.
#include "sitegen/feed/xml.h"

#include <pugixml.hpp>

#include "tests/sitegen/html/hostile.h"
#include "tests/support/catch.h"

using sitegen::feed::Xml;
using sitegen::feed::xml_escape;

TEST_CASE("markup is text, and what XML cannot hold is left out") {
  CHECK(xml_escape("<a b=\"c\">&'") == "&lt;a b=&quot;c&quot;&gt;&amp;'");
  CHECK(xml_escape("a\x07\x1B" "b\tc\nd\re") == "ab\tc\nd&#13;e");
  CHECK(xml_escape("x\xEF\xBF\xBEy\xEF\xBF\xBFz\xEF\xBF\xBD") == "xyz\xEF\xBF\xBD");
  CHECK(xml_escape("ok\xC0\xAF no") == "ok");
}

TEST_CASE("thirty kinds of hostile text, as text and as attribute, are one element each") {
  for (const auto& text : tests::hostile_texts()) {
    INFO(text);
    Xml xml;
    xml.open("feed");
    xml.text("title", text, {{"name", text}});
    xml.empty("link", {{"href", text}});
    xml.close("feed");
    const std::string bytes = xml.take();
    pugi::xml_document document;
    REQUIRE(document.load_buffer(bytes.data(), bytes.size()));
    int elements = 0;
    for ([[maybe_unused]] const auto child : document.child("feed").children()) ++elements;
    CHECK(elements == 2);
    CHECK_FALSE(document.child("feed").child("title").first_child().next_sibling());
  }
}
