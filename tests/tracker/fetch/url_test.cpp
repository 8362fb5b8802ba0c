#include "tracker/fetch/url.h"

#include "tests/support/catch.h"

using namespace tracker::fetch;

namespace {

/// The address, or "! " and why not.
std::string check(std::string_view url) {
  std::string why;
  const auto checked = checked_url(url, why);
  return checked ? *checked : "! " + why;
}

std::string redirect(const std::string& base, std::string_view location) {
  std::string why;
  const auto target = redirect_target(base, location, why);
  return target ? *target : "! " + why;
}

}  // namespace

TEST_CASE("a web address is brought into normal form") {
  CHECK(check("http://example.org") == "http://example.org/");
  CHECK(check("HTTPS://example.org/a?b=c#d") == "https://example.org/a?b=c");
  CHECK(check("https://example.org:8443/a/../b") == "https://example.org:8443/b");
  CHECK(check("http://2130706433/") == "http://127.0.0.1/");
  CHECK(check("https://қазақ.example/") == "https://xn--80aau21bd.example/");
  CHECK(check("https://example.org/тізім") == "https://example.org/%d1%82%d1%96%d0%b7%d1%96%d0%bc");
}

TEST_CASE("what is no plain web address is refused with the reason") {
  for (const char* url :
       {"file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "javascript:alert(1)",
        "data:text/html,x", "dict://example.org/", "unix:///run/x"}) {
    INFO(url);
    CHECK(check(url) == "! only http and https are followed");
  }
  CHECK(check("http://user@example.org/") == "! the address has a user name in it");
  CHECK(check("http://user:word@example.org/") == "! the address has a user name in it");
  CHECK(check("http://") == "! the address has no host");
  CHECK(check("https://example.org/" + std::string(5000, 'a')) ==
        "! the address has more than 4096 characters");
  for (const char* url :
       {"", "example", "http://a b/", "http://example.org:99999/", "http://[::1/", "http://exam\nple.org/"}) {
    INFO(url);
    CHECK(check(url).substr(0, 1) == "!");
  }
}

TEST_CASE("a redirect is resolved against the page that sent it and checked like any address") {
  const std::string base = "http://example.org/a/b?c";
  CHECK(redirect(base, "d") == "http://example.org/a/d");
  CHECK(redirect(base, "/d") == "http://example.org/d");
  CHECK(redirect(base, "//example.com/d") == "http://example.com/d");
  CHECK(redirect(base, "?x") == "http://example.org/a/b?x");
  CHECK(redirect(base, "https://example.org/") == "https://example.org/");
  CHECK(redirect(base, "file:///etc/passwd") == "! only http and https are followed");
  CHECK(redirect(base, "ftp://example.org/") == "! only http and https are followed");
  CHECK(redirect(base, "//user@example.org/") == "! the address has a user name in it");
  CHECK(redirect("https://example.org/", "http://example.org/") == "! it leads from https to http");
}

TEST_CASE("the host is named with a port only where it is not the usual one") {
  CHECK(host_of("https://example.org/a") == "example.org");
  CHECK(host_of("https://example.org:443/a") == "example.org");
  CHECK(host_of("http://example.org:8080/a") == "example.org:8080");
  CHECK(host_of("nonsense") == "");
}
