#include "tracker/fetch/robots.h"

#include "tests/support/catch.h"

using namespace tracker::fetch;
using std::chrono::milliseconds;
using tracker::model::RobotsAccess;

namespace {

bool allowed(std::string_view file, std::string_view path) {
  return Robots::parse(file, "Tizim").judge(path).allowed;
}

/// One rule for everybody.
bool allowed_by(std::string_view rule, std::string_view path) {
  return allowed("User-agent: *\n" + std::string(rule) + "\n", path);
}

RobotsFile file_with(RobotsAccess access) {
  RobotsFile file;
  file.origin = "https://example.org";
  file.access = access;
  file.asked = *tracker::base::from_rfc3339("2024-02-01T12:00:00Z");
  file.detail = "HTTP 500 (error inside the server)";
  return file;
}

}  // namespace

TEST_CASE("a pattern matches from the beginning of the path, with its wild cards") {
  struct Case {
    const char* pattern;
    const char* path;
    bool match;
  };
  const Case cases[] = {
      {"/", "/", true},
      {"/fish", "/fish", true},
      {"/fish", "/fish.html", true},
      {"/fish", "/fish/salmon", true},
      {"/fish", "/Fish", false},
      {"/fish", "/catfish", false},
      {"/fish/", "/fish", false},
      {"/fish*", "/fishheads?x=1", true},
      {"/*.php", "/a/b.php?c", true},
      {"/*.php", "/windows.PHP", false},
      {"/*.php$", "/filename.php", true},
      {"/*.php$", "/filename.php?x", false},
      {"/*.php$", "/a.php/b.php", true},
      {"/fish*.php", "/fish/catfish.php?id=4", true},
      {"/fish*.php", "/Fish.PHP", false},
      {"*", "/anything", true},
      {"$", "/", false},
      {"/$", "/", true},
      {"/$", "/a", false},
      {"/**a", "/b/a", true},
      {"/a*b*c$", "/axxbyybzzc", true},
      {"/a*b*c$", "/axxbyybzzcd", false},
      {"/*?*q=", "/s?x=1&q=2", true},
      {"/a**", "/a", true},
      {"", "/a", true},
  };
  for (const Case& c : cases) {
    INFO(c.pattern << " " << c.path);
    CHECK(matches(c.pattern, c.path) == c.match);
  }
}

TEST_CASE("a pattern made to be slow is not") {
  std::string pattern = "/";
  for (int i = 0; i < 2000; ++i) pattern += "*a";
  const std::string path = '/' + std::string(4000, 'a') + 'b';
  CHECK_FALSE(matches(pattern + "c", path));
  CHECK(matches(pattern, path));
}

TEST_CASE("the longest pattern decides, and of two as long the one that allows") {
  const char* file = "User-agent: *\nAllow: /a\nDisallow: /a/b\nAllow: /a/b/c\nDisallow: /x\nAllow: /x\nDisallow: /*.gif$\n";
  CHECK(allowed(file, "/a"));
  CHECK_FALSE(allowed(file, "/a/b"));
  CHECK(allowed(file, "/a/b/c"));
  CHECK(allowed(file, "/x"));
  CHECK_FALSE(allowed(file, "/p.gif"));
  CHECK(allowed(file, "/other"));
  CHECK(Robots::parse(file, "Tizim").judge("/a/b").rule == "Disallow: /a/b");
  CHECK(Robots::parse(file, "Tizim").judge("/other").rule.empty());
}

TEST_CASE("the group that names us counts, alone, and groups with the same name are one") {
  const char* file =
      "user-agent: *\ndisallow: /\n\nUSER-AGENT: tizim/2.0\nDisallow: /a\n\nUser-agent: Other\nUser-agent: TIZIM\n"
      "Disallow: /b\n\nUser-agent: Tizimbot\nDisallow: /c\n";
  CHECK(allowed(file, "/"));
  CHECK_FALSE(allowed(file, "/a"));
  CHECK_FALSE(allowed(file, "/b"));
  CHECK(allowed(file, "/c"));
  CHECK_FALSE(Robots::parse(file, "Nobody").judge("/").allowed);
  CHECK(allowed("User-agent: Tizim\n\nUser-agent: *\nDisallow: /\n", "/") == false);
  CHECK(allowed("User-agent: *\nDisallow: /\n\nUser-agent: Tizim\nDisallow:\n", "/a"));
}

TEST_CASE("lines that are none, unknown ones and rules before any group change nothing") {
  CHECK(allowed("Disallow: /\n", "/a"));
  CHECK_FALSE(allowed("User-agent: *\nSitemap: https://example.org/s.xml\nNonsense\n: x\nDisallow: /\n", "/a"));
  CHECK_FALSE(allowed("User-agent: Other\nSitemap: x\nUser-agent: *\nDisallow: /\n", "/a"));
  CHECK(allowed("<html><body>Disallow: /</body></html>", "/a"));
  CHECK(allowed("", "/a"));
}

TEST_CASE("line ends, comments, spaces and a byte order mark are read as they are meant") {
  CHECK_FALSE(allowed("\xef\xbb\xbfUser-agent: *\rDisallow: /a # not this\r\n", "/a"));
  CHECK_FALSE(allowed("  User-agent :\t* \n\t DISALLOW\t:/a  ", "/a"));
  CHECK(allowed("User-agent: *\n#Disallow: /a\n", "/a"));
}

TEST_CASE("percent signs are compared in one form") {
  CHECK_FALSE(allowed_by("Disallow: /foo/bar?baz=https://foo.bar", "/foo/bar?baz=https://foo.bar"));
  CHECK_FALSE(allowed_by("Disallow: /foo/bar/\xe3\x83\x84", "/foo/bar/%E3%83%84"));
  CHECK_FALSE(allowed_by("Disallow: /foo/bar/%e3%83%84", "/foo/bar/%E3%83%84"));
  CHECK_FALSE(allowed_by("Disallow: /foo/bar/%62%61%7A", "/foo/bar/baz"));
  CHECK_FALSE(allowed_by("Disallow: /foo/bar/baz", "/foo/bar/%62%61%7A"));
  CHECK(allowed_by("Disallow: /a%2Fb", "/a/b"));
  CHECK_FALSE(allowed_by("Disallow: /a%2fb", "/a%2Fb"));
  CHECK_FALSE(allowed_by("Disallow: /a-%2A.html", "/a-*.html"));
  CHECK(allowed_by("Disallow: /a-%2A.html", "/a-x.html"));
  CHECK_FALSE(allowed_by("Disallow: /a-%24", "/a-$"));
  CHECK_FALSE(allowed_by("Disallow: /a$b", "/a$b"));
  CHECK(normal_path("/%zz%4") == "/%zz%4");
}

TEST_CASE("the file itself may always be asked for") {
  CHECK(allowed_by("Disallow: /", "/robots.txt"));
  CHECK_FALSE(allowed_by("Disallow: /", "/robots.txt?x"));
}

TEST_CASE("the first 500 KiB are read, and a line that the limit cuts is none") {
  std::string file = "User-agent: *\nDisallow: /early\n";
  while (file.size() < Robots::kMostBytes - 20) file += "# filling\n";
  file.resize(Robots::kMostBytes - 12, '#');
  const std::string cut = file + "\nDisallow: /late\n";
  REQUIRE(cut.size() > Robots::kMostBytes);
  CHECK_FALSE(allowed(cut, "/early"));
  CHECK(allowed(cut, "/late"));
  CHECK(allowed(cut, "/"));  // "Disallow: /" would be what is left of the line
  CHECK(allowed(std::string(Robots::kMostBytes + 1, 'a'), "/"));
}

TEST_CASE("the delay that a site asks for is that of our group") {
  const auto delay = [](std::string_view file) { return Robots::parse(file, "Tizim").crawl_delay(); };
  CHECK(delay("User-agent: *\nCrawl-delay: 10\n") == milliseconds(10'000));
  CHECK(delay("User-agent: *\nCrawl-delay: 0.5\n") == milliseconds(500));
  CHECK(delay("User-agent: *\nCrawl-delay: 10\n\nUser-agent: Tizim\nCrawl-delay: 3\n") == milliseconds(3000));
  CHECK(delay("User-agent: *\nCrawl-delay: 1e9999\n") == milliseconds(1000));  // a number of digits, as it begins
  CHECK(delay("User-agent: *\nCrawl-delay: 99999999999999\n") == milliseconds(1'000'000'000'000));
  for (const char* none : {"", "-1", "soon", "nan", "inf", "5 s"}) {
    INFO(none);
    CHECK(delay(std::string("User-agent: *\nCrawl-delay: ") + none + "\n") ==
          (std::string_view(none) == "5 s" ? std::optional(milliseconds(5000)) : std::nullopt));
  }
}

TEST_CASE("any bytes can be read") {
  std::string bytes;
  for (int i = 0; i < 5000; ++i) bytes += static_cast<char>(i * 7919 % 256);
  CHECK(allowed(bytes, "/"));
  CHECK(allowed("User-agent: *\nDisallow: " + std::string("\0/\xff", 3), "/a"));
}

TEST_CASE("what came of asking for the file decides where there are no rules") {
  const Robots rules = Robots::parse("User-agent: *\nDisallow: /a\n", "Tizim");
  const auto found = decide(file_with(RobotsAccess::Found), rules, "/a");
  CHECK_FALSE(found.allowed);
  CHECK(found.why == "Disallow: /a");
  CHECK(found.asked == file_with(RobotsAccess::Found).asked);
  CHECK(decide(file_with(RobotsAccess::Found), rules, "/b").why == "no rule speaks of it");
  CHECK(decide(file_with(RobotsAccess::Unavailable), {}, "/a").allowed);
  const auto unseen = decide(file_with(RobotsAccess::Unreachable), {}, "/a");
  CHECK_FALSE(unseen.allowed);
  CHECK(unseen.why == "robots.txt could not be seen: HTTP 500 (error inside the server)");
}

TEST_CASE("a file is used for a day, that there was none to be seen for an hour") {
  const auto found = file_with(RobotsAccess::Found);
  CHECK(is_fresh(found, found.asked));
  CHECK(is_fresh(found, found.asked + std::chrono::seconds(24 * 3600 - 1)));
  CHECK_FALSE(is_fresh(found, found.asked + std::chrono::hours(24)));
  CHECK_FALSE(is_fresh(found, found.asked - std::chrono::seconds(1)));
  const auto unseen = file_with(RobotsAccess::Unreachable);
  CHECK(is_fresh(unseen, unseen.asked + std::chrono::seconds(3599)));
  CHECK_FALSE(is_fresh(unseen, unseen.asked + std::chrono::hours(1)));
}
