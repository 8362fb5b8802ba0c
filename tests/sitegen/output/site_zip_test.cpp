// The site in one file: all of it, nothing twice, and made again only when something changed.
#include "sitegen/output/site_zip.h"

#include <algorithm>

#include "tests/sitegen/output/support.h"
#include "tests/support/catch.h"

using tests::Project;

namespace {

sitegen::output::FileMark mark(const std::string& path, std::uint64_t content) {
  sitegen::output::FileMark made;
  made.path = path;
  made.content = {content, content};
  return made;
}

}  // namespace

TEST_CASE("the key of the zip follows every file but zips, in any order") {
  using sitegen::output::zip_key;
  const auto a = mark("a.html", 1), b = mark("b.html", 2), changed = mark("b.html", 3), zip = mark("data/evidence/x.zip", 4);
  CHECK(zip_key({&a, &b}) == zip_key({&b, &a}));
  CHECK(zip_key({&a, &b}) == zip_key({&a, &zip, &b}));
  CHECK(zip_key({&a, &b}) != zip_key({&a, &changed}));
  CHECK(zip_key({&a, &b}) != zip_key({&a}));
}

TEST_CASE("the zip has every file below its folder, sorted, and no other zip") {
  std::vector<std::string> read;
  const auto file = sitegen::output::site_zip({"b.html", "data/evidence/x.zip", "a.html"}, [&](const std::string& path) {
    read.push_back(path);
    return "bytes of " + path;
  }, "list-xx");
  CHECK(file.path == "data/site.zip");
  CHECK(read == std::vector<std::string>{"a.html", "b.html"});
  CHECK(file.bytes.find("list-xx/a.html") != std::string::npos);
  CHECK(file.bytes.rfind("PK", 0) == 0);
}

TEST_CASE("a site has the zip, and a build without a change leaves it, a change makes it anew") {
  Project project(tests::Words::All);
  project.done({"record"});
  const auto out = project.root() / "public";
  REQUIRE(tests::build(project, out).code == 0);
  const auto first = tests::read_tree(out);
  REQUIRE(first.contains("data/site.zip"));
  REQUIRE(tests::build(project, out).code == 0);
  CHECK(tests::read_tree(out).at("data/site.zip") == first.at("data/site.zip"));
  project.add_event("xx-0001", tests::event_toml("e2", "hunger_strike", "2024-01-20"));
  project.now = "2024-02-02T12:00:00Z";
  project.done({"record"});
  REQUIRE(tests::build(project, out).code == 0);
  const auto second = tests::read_tree(out);
  CHECK(second.at("data/site.zip") != first.at("data/site.zip"));
  REQUIRE(tests::build(project, project.root() / "other").code == 0);
  CHECK(tests::read_tree(project.root() / "other").at("data/site.zip") == second.at("data/site.zip"));
}
