#include "sitegen/output/link_check.h"

#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"
#include "tracker/base/error.h"

using sitegen::output::check_links;
using sitegen::view::OutputFile;

namespace {

/// What is wrong with a link that stands on people/a.html of a small site.
std::vector<std::string> faults_of(const std::string& html) {
  const std::vector<OutputFile> site = {{"index.html", "<h1 id=\"top\">Home</h1>"},
                                        {"people/a.html", html},
                                        {"people/b.html", "<p id=\"e1\">x</p>"},
                                        {"assets/style.css", "a[href=\"nowhere\"] {}"},
                                        {"ru/index.html", ""}};
  std::vector<std::string> messages;
  for (const auto& finding : check_links(site)) messages.push_back(finding.message);
  return messages;
}

}  // namespace

TEST_CASE("a link is whole where its file and its place on the page exist") {
  for (const char* link :
       {"b.html", "b.html#e1", "../index.html", "../index.html#top", "#here", "./b.html", "../people/b.html",
        "../assets/style.css", "https://example.org/x", "http://example.org", "mailto:a@example.org", "",
        "https://example.org/?a=1&amp;b=2#nowhere"}) {
    INFO(link);
    CHECK(faults_of("<p id=\"here\"><a href=\"" + std::string(link) + "\">x</a></p>").empty());
  }
}

TEST_CASE("a link is broken where it names nothing, a missing place, a folder, or leaves the site") {
  for (const char* link :
       {"c.html", "b.html#e2", "../index.html#e1", "#there", "/index.html", "../../index.html", "../people",
        "../people/", "../assets/style.css#a", "B.html", "b.html?x=1", "../ru"}) {
    INFO(link);
    CHECK(faults_of("<p id=\"here\"><a href=\"" + std::string(link) + "\">x</a></p>") ==
          std::vector<std::string>{"\"" + std::string(link) + "\" leads nowhere"});
  }
}

TEST_CASE("styles, icons and images are links, too, and other attributes and text are none") {
  CHECK(faults_of("<link rel=\"stylesheet\" href=\"../assets/none.css\">").size() == 1);
  CHECK(faults_of("<img alt=\"x\" src=\"none.png\">").size() == 1);
  CHECK(faults_of("<p class=\"href\" title=\"c.html\">href=&quot;c.html&quot;</p>").empty());
}

TEST_CASE("every broken link is told with page and line") {
  const auto findings =
      check_links({{"b.html", "<a href=\"x\">\n\n<a href=\"y\">"}, {"a.html", "\n<a href=\"z\">"}});
  REQUIRE(findings.size() == 3);
  CHECK(tracker::base::to_string(findings[0]) == "a.html:2: error: \"z\" leads nowhere [broken-link]");
  CHECK(tracker::base::to_string(findings[1]) == "b.html:1: error: \"x\" leads nowhere [broken-link]");
  CHECK(tracker::base::to_string(findings[2]) == "b.html:3: error: \"y\" leads nowhere [broken-link]");
}

TEST_CASE("a page that ends inside an attribute is read to its end") {
  CHECK(faults_of("<a href=\"c.html").empty());
  CHECK(faults_of("=\"").empty());
}

TEST_CASE("a built folder is read with paths below it, sorted, and a missing one is an error") {
  const tests::TempDir dir;
  dir.write("b.html", "b");
  dir.write("a/c.html", "c");
  const auto files = sitegen::output::read_tree(dir.path());
  REQUIRE(files.size() == 2);
  CHECK(files[0].path == "a/c.html");
  CHECK(files[0].bytes == "c");
  CHECK(files[1].path == "b.html");
  CHECK_THROWS_AS(sitegen::output::read_tree(dir / "none"), tracker::base::Error);
}

TEST_CASE("the page for wrong addresses may begin at the root of the host, wherever the site stands") {
  const std::vector<sitegen::view::OutputFile> rest = {{"list.html", ""}, {"ru/list.html", ""}};
  const auto faults = [&](const std::string& path, const std::string& link) {
    auto files = rest;
    files.push_back({path, "<a href=\"" + link + "\">x</a>"});
    return check_links(files).size();
  };
  CHECK(faults("404.html", "/list.html") == 0);
  CHECK(faults("404.html", "/deep/site/ru/list.html") == 0);
  CHECK(faults("ru/404.html", "/deep/site/ru/list.html") == 0);
  CHECK(faults("404.html", "/nowhere.html") == 1);
  CHECK(faults("about.html", "/list.html") == 1);
}
