#include "sitegen/html/markdown.h"

#include "tests/sitegen/html/hostile.h"
#include "tests/support/catch.h"

using sitegen::html::markdown;
using sitegen::html::MarkdownOptions;

namespace {

std::string shown(std::string_view text, const MarkdownOptions& options = {}) {
  return markdown(text, options).bytes();
}

/// Every tag of the markup is one that a plain text can give; a tag with attributes is a link or a numbered
/// list.
void check_tags(const std::string& markup) {
  static const std::vector<std::string> kAllowed = {"p",
                                                    "/p",
                                                    "em",
                                                    "/em",
                                                    "strong",
                                                    "/strong",
                                                    "code",
                                                    "/code",
                                                    "pre",
                                                    "/pre",
                                                    "pre class=\"plain\"",
                                                    "a",
                                                    "/a",
                                                    "ul",
                                                    "/ul",
                                                    "ol",
                                                    "/ol",
                                                    "li",
                                                    "/li",
                                                    "blockquote",
                                                    "/blockquote",
                                                    "hr",
                                                    "br",
                                                    "h2",
                                                    "/h2"};
  for (auto at = markup.find('<'); at != std::string::npos; at = markup.find('<', at + 1)) {
    const auto end = markup.find('>', at);
    REQUIRE(end != std::string::npos);
    const std::string tag = markup.substr(at + 1, end - at - 1);
    const bool is_link = tag.starts_with("a href=\"") && tag.find("script:") == std::string::npos;
    const bool is_known = std::find(kAllowed.begin(), kAllowed.end(), tag) != kAllowed.end();
    INFO(tag);
    CHECK((is_link || is_known));
  }
}

}  // namespace

TEST_CASE("Markdown becomes our own elements") {
  CHECK(shown("A *b* **c** `d`") == "<p>A <em>b</em> <strong>c</strong> <code>d</code></p>\n");
  CHECK(shown("- a\n- b") == "<ul><li>a</li>\n<li>b</li>\n</ul>\n");
  CHECK(shown("3. a\n4. b") == "<ol start=\"3\"><li>a</li>\n<li>b</li>\n</ol>\n");
  CHECK(shown("> q") == "<blockquote><p>q</p>\n</blockquote>\n");
}

TEST_CASE("headings take their place below the page's own") {
  CHECK(shown("# a\n\n## b") == "<h2>a</h2>\n<h3>b</h3>\n");
  CHECK(shown("## a\n\n### b\n\n## c") == "<h2>a</h2>\n<h3>b</h3>\n<h2>c</h2>\n");
  CHECK(shown("# a\n\n#### b") == "<h2>a</h2>\n<h3>b</h3>\n");
  MarkdownOptions deep;
  deep.top_heading = 5;
  CHECK(shown("# a\n\n### b", deep) == "<h5>a</h5>\n<h6>b</h6>\n");
}

TEST_CASE("relative addresses are seen from the language's folder") {
  MarkdownOptions options;
  options.root = "../";
  CHECK(shown("[m](method.html)", options) == "<p><a href=\"../method.html\">m</a></p>\n");
  CHECK(shown("[m](#x)", options) == "<p><a href=\"#x\">m</a></p>\n");
  CHECK(shown("[m](https://example.org)", options) ==
        "<p><a href=\"https://example.org\" rel=\"noreferrer\">m</a></p>\n");
}

TEST_CASE("images, raw HTML and unsafe addresses leave no trace but their text") {
  CHECK(shown("a ![alt](https://evil.example/x.png) b") == "<p>a  b</p>\n");
  CHECK(shown("a <b>c</b>") == "<p>a c</p>\n");
  CHECK(shown("<div onclick=x>\n\n") == "");
  CHECK(shown("[c](javascript:x)") == "<p>c</p>\n");
}

TEST_CASE("no hostile text gives a tag of its own") {
  for (const auto& text : tests::hostile_texts()) {
    check_tags(shown(text));
    check_tags(shown("[x](" + text + ")"));
    check_tags(shown("- " + text + "\n\n  > " + text));
  }
}

TEST_CASE("a text longer than the parser is given is shown as it is") {
  const std::string text = std::string(sitegen::html::kLongestMarkdown, '*') + "<b>";
  const std::string markup = shown(text);
  CHECK(markup.starts_with("<pre class=\"plain\">***"));
  CHECK(markup.ends_with("&lt;b&gt;</pre>\n"));
}

TEST_CASE("nesting without end is cut and its text stays") {
  std::string quotes;
  for (int i = 0; i < 500; ++i) quotes += '>';
  const std::string markup = shown(quotes + " deep");
  CHECK(markup.find("deep") != std::string::npos);
  CHECK(markup.size() < 4000);
  shown(std::string(60000, '['));
  shown(std::string(60000, '*') + "a");
  std::string links;
  while (links.size() < 60000) links += "[a](";
  check_tags(shown(links));
}
