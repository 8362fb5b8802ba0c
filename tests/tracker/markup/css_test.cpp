#include "tracker/markup/css.h"

#include "tests/support/catch.h"

using namespace tracker::markup;

TEST_CASE("a CSS selector becomes an XPath that chooses the same") {
  std::string why;
  CHECK(css_to_xpath("table", why) == ".//table");
  CHECK(css_to_xpath("DIV > a", why) == ".//div/a");
  CHECK(css_to_xpath("#main a, ul", why) == ".//*[@id = 'main']//a | .//ul");
  CHECK(css_to_xpath("a[href^=\"/news/\"]", why) == ".//a[starts-with(@href, '/news/')]");
  CHECK(css_to_xpath("li:nth-child(odd)", why) ==
        ".//li[(count(preceding-sibling::*) + 1) >= 1 and ((count(preceding-sibling::*) + 1) - 1) mod 2 = 0]");
  CHECK(css_to_xpath("h2 + p.a", why) ==
        ".//h2/following-sibling::*[1][self::p][contains(concat(' ', normalize-space(@class), ' '), ' a ')]");
}

TEST_CASE("what is no selector is refused with its place") {
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"a[href", "position 2: \"[\" is not closed"},
      {"a[href='x]", "position 2: \"[\" is not closed"},
      {"a >", "position 4: something is missing at the end"},
      {"a,,b", "position 3: \",\" is not understood here"},
      {"a::before", "position 3: a name of a pseudo-class is missing"},
      {"a:hover", "position 2: \":hover\" is not known"},
      {"li:nth-child(x)", "position 14: \"x\" is no position such as 3, odd or 2n+1"},
      {"div:not(a b)", "position 11: :not( ) takes one simple selector"},
      {"*:first-of-type", "position 2: \":first-of-type\" is not known without the name of an element"},
      {"a{color:red}", "position 2: \"{\" is not understood here"},
      {".1a", "position 2: a name of a class is missing"},
  };
  for (const auto& [css, expected] : rows) {
    std::string why;
    INFO(css);
    CHECK_FALSE(css_to_xpath(css, why));
    CHECK(why == expected);
  }
}

TEST_CASE("text with both kinds of quotes can stand in an XPath") {
  CHECK(xpath_literal("a'b") == "\"a'b\"");
  CHECK(xpath_literal("a'b\"c'") == "concat('a', \"'\", 'b\"c', \"'\", '')");
}
