#include "sitegen/html/url.h"

#include "tests/sitegen/html/hostile.h"
#include "tests/support/catch.h"

using sitegen::html::Url;

namespace {

std::string text_of(std::string_view given) {
  const auto url = Url::from(given);
  return url ? url->text() : "none";
}

}  // namespace

TEST_CASE("web, mail and relative addresses are addresses") {
  const auto given =
      GENERATE("https://example.org/", "http://example.org:8080/a?b=c#d", "HTTPS://example.org/",
               "mailto:list@example.org", "a.html", "../people/kz-0001.html#e1", "#top", "?q=1");
  CHECK(Url::from(given));
}

TEST_CASE("everything else is none") {
  const auto given = GENERATE(
      "", " ", "javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
      "data:text/html,x", "vbscript:x", "file:///etc/passwd", "ftp://example.org/", "//evil.example/",
      "\\\\evil.example", "https:evil", "https://", "https:///path", "https://good.example@evil.example/",
      "http://exa mple.org/", "https://example.org:port/", "https://example.org\x01/", "mailto:", "mailto:@",
      "https://ex\"ample.org/", "blob:https://example.org/x", "a:b", "https://\xE2\x80\xAEgro.elpmaxe/");
  INFO(given);
  CHECK_FALSE(Url::from(given));
}

TEST_CASE("no hostile text is an address that runs or ends an attribute") {
  for (const auto& text : tests::hostile_texts()) {
    const auto url = Url::from(text);
    if (!url) continue;
    INFO(text.substr(0, 60));
    CHECK(url->is_relative());
    CHECK(url->text().find_first_of("<>\" `\\") == std::string::npos);
  }
}

TEST_CASE("what an address cannot hold is percent-encoded once") {
  CHECK(text_of("https://example.org/Қ") == "https://example.org/%D2%9A");
  CHECK(text_of("https://example.org/%D2%9A") == "https://example.org/%D2%9A");
  CHECK(text_of("https://example.org/100%") == "https://example.org/100%25");
  CHECK(text_of("a<b>\"c\".html") == "a%3Cb%3E%22c%22.html");
  CHECK(text_of("a#b#c") == "a#b%23c");
}

TEST_CASE("an address of our own cannot become a foreign one") {
  CHECK(Url::local("people/kz-0001.html#e1").text() == "people/kz-0001.html#e1");
  CHECK(Url::local("javascript:x").text() == "javascript%3Ax");
  CHECK(Url::local("a?b").text() == "a%3Fb");
}

TEST_CASE("only the web is outside") {
  CHECK(Url::from("https://example.org/")->is_external());
  CHECK_FALSE(Url::from("a.html")->is_external());
  CHECK_FALSE(Url::from("mailto:a@b")->is_external());
}
