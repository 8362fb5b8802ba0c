#include "tracker/markup/selector.h"

#include "tests/support/catch.h"
#include "tracker/markup/plain.h"

using namespace tracker::markup;

namespace {

const char* const kPage =
    "<div id=main class='a  b'><h2>1</h2><p lang=ru-KZ>2<p class=b>3</p><a href='/news/1.html'>4</a>"
    "<a href=\"it's\">5</a><i></i></div><div><p>6</p></div>";

/// The words of what is chosen, with commas.
std::string chosen(std::string_view selector) {
  std::string why, words;
  const auto document = Document::parse(kPage, why);
  const auto parsed = Selector::parse(selector, why);
  if (!parsed) return "error: " + why;
  for (const auto node : parsed->select(document->root())) words += plain_line(node) + ",";
  return words;
}

}  // namespace

TEST_CASE("CSS and XPath choose the same parts") {
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"p", "2,3,6,"},
      {"//p", "2,3,6,"},
      {"div.b > p", "2,3,"},
      {"div.a.b > p.b", "3,"},
      {"#main p:not(.b)", "2,"},
      {"p[lang|=ru]", "2,"},
      {"p[lang=ru-KZ]", "2,"},
      {"a[href$='.html']", "4,"},
      {"a[href*=ews]", "4,"},
      {"a[href=\"it's\"]", "5,"},
      {"div[class~=b] a", "4,5,"},
      {"h2 + p", "2,"},
      {"h2 ~ p", "2,3,"},
      {"p:first-child", "6,"},
      {"p:first-of-type", "2,6,"},
      {"div > :nth-child(2n)", "2,4,,"},
      {"div > :nth-child(-n+2)", "1,2,6,"},
      {"div > *:nth-last-child(2)", "5,"},
      {"i:empty, h2", "1,,"},
      {"p:only-child", "6,"},
      {"//div[@id='main']/a/@href", "4,5,"},
      {"(//p)[last()]", "6,"},
      {"/html/body/div[2]", "6,"},
      {"//h2/text()", "1,"},
      {"div, #main", "1 2 3 45,6,"},
      {"table", ""},
  };
  for (const auto& [selector, expected] : rows) {
    INFO(selector);
    CHECK(chosen(selector) == expected);
  }
}

TEST_CASE("a selector is run on a part of a page and does not look outside of it") {
  std::string why;
  const auto document = Document::parse(kPage, why);
  const auto part = Selector::parse("div:last-child", why)->first(document->root());
  CHECK(Selector::parse("//p", why)->select(part).size() == 1);
  CHECK(Selector::parse("p", why)->select(part).size() == 1);
  CHECK(Selector::parse("p", why)->select(Node()).empty());
}

TEST_CASE("a bad selector is refused with what is wrong") {
  CHECK(chosen("") == "error: a selector is missing");
  CHECK(chosen("//a[") .starts_with("error: position "));
  CHECK(chosen("//a/count(.)").starts_with("error: position "));
  CHECK(chosen("(1 + 1)") == "error: it gives no part of the page but a value");
  CHECK(chosen("a[") == "error: position 3: a name of an attribute is missing");
  CHECK(chosen(std::string(3000, 'a')) == "error: the selector is longer than 2000 bytes");
}
