#include "tracker/parse/address.h"

#include "tests/support/catch.h"

using namespace tracker::parse;

TEST_CASE("a link becomes an absolute address of the web, or nothing") {
  const std::string base = "https://court.example/list/index.html?page=1";
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"a.html", "https://court.example/list/a.html"},
      {" /b\n/c?x=1#part ", "https://court.example/b/c?x=1"},
      {"?page=2", "https://court.example/list/index.html?page=2"},
      {"//other.example/x", "https://other.example/x"},
      {"../up", "https://court.example/up"},
      {"http://court.example:80/", "http://court.example/"},
      {"дело 1", "https://court.example/list/%d0%b4%d0%b5%d0%bb%d0%be%201"},
  };
  for (const auto& [link, expected] : rows) {
    INFO(link);
    auto url = absolute(base, link);
    REQUIRE(url);
    for (auto at = url->find('%'); at != std::string::npos; at = url->find('%', at + 1))
      for (std::size_t i = 1; i <= 2; ++i) (*url)[at + i] = static_cast<char>(std::tolower((*url)[at + i]));
    CHECK(*url == expected);
  }
  for (const char* link : {"javascript:alert(1)", "mailto:a@b.example", "ftp://court.example/", "file:///etc/passwd",
                           "https://user:word@court.example/", "http://", "data:text/html,x"}) {
    INFO(link);
    CHECK_FALSE(absolute(base, link));
  }
  CHECK_FALSE(absolute(base, std::string(5000, 'a')));
  CHECK_FALSE(absolute("nonsense", "a"));
}

TEST_CASE("host and folder of an address") {
  CHECK(host_of("https://Court.Example/a") == "court.example");
  CHECK(host_of("https://court.example:8443/a") == "court.example:8443");
  CHECK(folder_of("https://court.example/a/b/c.xml?d=/e") == "https://court.example/a/b/");
  CHECK(folder_of("https://court.example/") == "https://court.example/");
}
