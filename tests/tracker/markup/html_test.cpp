#include "tracker/markup/html.h"

#include <functional>

#include "tests/support/catch.h"
#include "tracker/markup/selector.h"

using namespace tracker::markup;

namespace {

Document parsed(std::string_view html) {
  std::string why;
  auto document = Document::parse(html, why);
  INFO(why);
  REQUIRE(document);
  return std::move(*document);
}

Node first(const Document& document, std::string_view selector) {
  std::string why;
  const auto chosen = Selector::parse(selector, why);
  INFO(why);
  REQUIRE(chosen);
  return chosen->first(document.root());
}

}  // namespace

TEST_CASE("a page becomes the tree that a browser builds of it") {
  const auto document = parsed("<TITLE>A</title><table><tr><TD CLASS=x>1<td>2</table><p>a<p>b");
  CHECK(document.root().is("html"));
  CHECK(first(document, "table > tbody > tr > td.x"));
  CHECK(first(document, "td + td").first_child().text() == "2");
  CHECK(first(document, "p + p").first_child().text() == "b");
  CHECK(first(document, "p + p").parent().is("body"));
  CHECK_FALSE(document.root().parent());
}

TEST_CASE("every node knows where it stands in the text") {
  const std::string html = "<html><body>\n<p>Суд &amp; дело</p><ul><li>один<li>два</ul></body></html>";
  const auto document = parsed(html);
  const auto p = first(document, "p");
  CHECK(html.substr(document.offset(p), document.end_offset(p) - document.offset(p)) == "<p>Суд &amp; дело</p>");
  const auto words = p.first_child();
  CHECK(words.text() == "Суд & дело");
  CHECK(html.substr(document.offset(words), document.end_offset(words) - document.offset(words)) == "Суд &amp; дело");
  const auto second = first(document, "li + li");
  CHECK(html.substr(document.offset(second), 4) == "<li>");
  CHECK(html.substr(0, document.end_offset(second)).ends_with("<li>два"));
}

TEST_CASE("what the rules put in stands where its content stands") {
  const std::string html = "<table><tr><td>1</td></tr></table>";
  const auto document = parsed(html);
  CHECK(document.offset(first(document, "tbody")) == html.find("<tr>"));
  CHECK(document.offset(document.root()) == 0);
}

TEST_CASE("an empty page is a page without words") {
  const auto document = parsed("");
  CHECK(document.root().is("html"));
  CHECK(document.elements() == 3);
  CHECK(document.base().empty());
}

TEST_CASE("the base address is that of the first base with one") {
  CHECK(parsed("<base target=x><base href='/a/'><base href='/b/'>").base() == "/a/");
}

TEST_CASE("attributes are found by name, and those without a value are empty") {
  const auto document = parsed("<input DISABLED value='a&quot;b'>");
  const auto input = first(document, "input");
  CHECK(input.attribute("disabled") == "");
  CHECK(input.attribute("value") == "a\"b");
  CHECK_FALSE(input.attribute("name"));
}

TEST_CASE("a page that nests too deeply is refused before it is parsed, with the reason") {
  std::string deep, why;
  for (int i = 0; i < 90000; ++i) deep += "<div><b>";
  CHECK_FALSE(Document::parse(deep, why));
  CHECK(why == "elements nest 180000 deep; at most 512 levels are read");
  std::string fine;
  for (int i = 0; i < 500; ++i) fine += "<div>";
  CHECK(Document::parse(fine, why));
}

TEST_CASE("an element with thousands of attributes and a page beyond the size are refused") {
  std::string html = "<p", why;
  for (int i = 0; i < 2000; ++i) html += " a" + std::to_string(i);
  CHECK_FALSE(Document::parse(html + ">", why));
  CHECK(why == "an element has 2000 attributes; at most 512 are read");
  CHECK_FALSE(Document::parse("<p>12345</p>", why, {.bytes = 5}));
  CHECK(why == "the page has 12 bytes; at most 5 are read");
}

TEST_CASE("names that are no names of XML do no harm") {
  const auto document = parsed("<a<b>x</a<b><p <=1 \"=2 xml:lang=ru>y</p><svg><PATH d=1/></svg>");
  CHECK(first(document, "p").first_child().text() == "y");
  CHECK(first(document, "path"));
}
