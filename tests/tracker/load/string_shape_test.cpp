#include "tracker/load/string_shape.h"

#include "tests/support/catch.h"
#include "tracker/load/content.h"

using namespace tracker;

namespace {
std::string fault(std::string_view key, std::string_view text) {
  const auto found = load::fault_of_string(key, text);
  return found ? found->code + ": " + found->message : "";
}
}  // namespace

TEST_CASE("an id is small Latin letters, digits and hyphens") {
  for (const char* good : {"a", "kz-0001", "0", "iphr-kibhr-2023-03", "a-"}) CHECK(load::is_id(good));
  CHECK(load::is_id(std::string(64, 'a')));
  for (const char* bad : {"", "-a", "A", "a_b", "a b", "a/b", "..", "a.b", "имя", "<script>"})
    CHECK_FALSE(load::is_id(bad));
  CHECK_FALSE(load::is_id(std::string(65, 'a')));
  CHECK(fault("id", "Kz 1") == "bad-id: \"id\" is \"Kz 1\"; that is no id");
}

TEST_CASE("an address is http or https with a host, and carries nothing that hides where it leads") {
  for (const char* good : {"https://example.org", "http://127.0.0.1:8080/a?b=c#d",
                           "https://example.org/тізім", "https://example.org/@name", "https://[::1]/"})
    CHECK(fault("url", good) == "");
  const auto bad = [](std::string_view url, const std::string& why) {
    CHECK(fault("url", url) == "bad-url: \"url\" is \"" + std::string(url) + "\"; " + why);
  };
  bad("example.org", "it does not begin with https:// or http://");
  bad("javascript:alert(1)", "it does not begin with https:// or http://");
  bad("HTTPS://example.org", "it does not begin with https:// or http://");
  bad("//example.org", "it does not begin with https:// or http://");
  bad("file:///etc/passwd", "it does not begin with https:// or http://");
  bad("https://user:word@example.org/", "a user name stands before the host");
  bad("https://example.org@evil.example/", "a user name stands before the host");
  bad("https:///path", "it has no host");
  bad("https://:80/", "it has no host");
  bad("https://example.org/a b", "a space stands in it");
  bad("https://example.org/<b>", "\"<\" stands in it");
  bad("https://example.org/\"x", "\"\"\" stands in it");
  bad("https://example.org\\@evil.example/", "\"\\\" stands in it");
}

TEST_CASE("a tab in an address is shown, not printed") {
  CHECK(fault("url", "https://example.org/\tx") ==
        "bad-url: \"url\" is \"https://example.org/<U+0009>x\"; \"<U+0009>\" stands in it");
}

TEST_CASE("a contact may be a mail address, a source may not") {
  CHECK(fault("contact", "mailto:list@example.org") == "");
  CHECK(fault("contact", "https://example.org/contact") == "");
  CHECK(fault("contact", "list@example.org") ==
        "bad-url: \"contact\" is \"list@example.org\"; it does not begin with https:// or http://");
  CHECK(fault("contact", "mailto:@example.org") ==
        "bad-url: \"contact\" is \"mailto:@example.org\"; it has no mail address");
  CHECK(fault("url", "mailto:list@example.org") ==
        "bad-url: \"url\" is \"mailto:list@example.org\"; only a contact may be a mail address");
}

TEST_CASE("the address of the site ends in a slash") {
  CHECK(fault("base_url", "https://example.org/list/") == "");
  CHECK(fault("base_url", "https://example.org/list") ==
        "bad-url: \"base_url\" is \"https://example.org/list\"; it does not end in /");
}

TEST_CASE("lines and texts have bounds") {
  std::string line;
  for (std::size_t i = 0; i < load::kLongestLine; ++i) line += "ә";
  CHECK(fault("publisher", line) == "");
  CHECK(fault("publisher", line + "ә") ==
        "too-long: \"publisher\" has 501 characters; at most 500 are allowed");
  CHECK(fault("name", std::string(10'000, 'x')) ==
        "too-long: \"name\" has 10000 characters; at most 500 are allowed");
  CHECK(fault("note", std::string(10'000, 'x')) == "");
  CHECK(fault("note", std::string(load::kLongestText, 'x')) == "");
  CHECK(fault("note", std::string(load::kLongestText + 1, 'x')) ==
        "too-long: \"note\" has 65537 bytes; at most 65536 are allowed");
  CHECK(fault("url", "https://example.org/" + std::string(1'980, 'x')) == "");
  CHECK(fault("url", "https://example.org/" + std::string(1'981, 'x')) ==
        "too-long: \"url\" has 2001 characters; at most 2000 are allowed");
  CHECK(fault("publisher", "a\nb") == "many-lines: \"publisher\" has to stand on one line");
  CHECK(fault("note", "a\nb") == "");
}

TEST_CASE("characters that cannot be seen are refused everywhere") {
  for (const char* key : {"name", "note", "url", "id"}) {
    CHECK(fault(key, "a\xE2\x80\xAE") ==
          "hidden-character: \"" + std::string(key) + "\" holds <U+202E>, a character that cannot be seen");
    CHECK(fault(key, "a\x1B[0m") ==
          "hidden-character: \"" + std::string(key) + "\" holds <U+001B>, a character that cannot be seen");
  }
}

TEST_CASE("markup is ordinary text: escaping it is the site's work") {
  CHECK(fault("name", "<script>alert('x')</script> & \"quotes\"") == "");
}

TEST_CASE("digests, currencies and languages have their own forms") {
  CHECK(fault("snapshot", std::string(64, 'a')) == "");
  CHECK(fault("snapshot", std::string(63, 'a')).starts_with("bad-digest"));
  CHECK(fault("snapshot", std::string(64, 'A')).starts_with("bad-digest"));
  CHECK(fault("currency", "KZT") == "");
  CHECK(fault("currency", "tenge") == "bad-currency: \"currency\" is \"tenge\"; that is no currency");
  CHECK(fault("language", "kk-Latn") == "");
  CHECK(fault("languages", "english") ==
        "bad-language: \"languages\" is \"english\"; that is no language tag");
}

TEST_CASE("an empty string has no shape") {
  for (const char* key : {"id", "url", "snapshot", "name"}) CHECK(fault(key, "") == "");
}

TEST_CASE("whole numbers have the range of what they count") {
  CHECK(load::range_of("months").most == 1'200);
  CHECK(load::range_of("order").least < 0);
  CHECK(load::range_of("max_shrink_percent").most == 100);
  CHECK(load::range_of("amount").least == 0);
}
