// The whole site from a recorded list: the same record gives the same bytes, wherever and whenever.
#include "sitegen/output/build.h"

#include <unistd.h>

#include "sitegen/output/link_check.h"
#include "tests/sitegen/output/support.h"
#include "tests/support/catch.h"
#include "tests/support/thrown.h"
#include "tracker/base/error.h"

using tests::Project;
namespace fs = std::filesystem;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Copies the list without its index and makes the index again.
tests::Tree built_elsewhere(const Project& project) {
  const tests::TempDir other;
  fs::copy(project.content(), other / "content", fs::copy_options::recursive);
  const auto rebuilt =
      tests::run_tracker({"--root", other.path().string(), "--now", "2031-01-01T00:00:00Z", "rebuild"});
  INFO(rebuilt.err);
  REQUIRE(rebuilt.code == 0);
  const auto ran = tests::run_sitegen(
      {"--root", other.path().string(), "build", "--out", (other / "deep/down/site").string()});
  INFO(ran.err);
  REQUIRE(ran.code == 0);
  return tests::read_tree(other / "deep/down/site");
}

}  // namespace

TEST_CASE("the same record gives the same bytes: built twice, elsewhere, from another index, years later") {
  Project project(tests::Words::All);
  project.done({"record"});
  project.add_event("xx-0001", tests::event_toml("e2", "hunger_strike", "2024-01-20"));
  project.now = "2024-02-02T12:00:00Z";
  project.done({"record"});
  REQUIRE(tests::build(project, project.root() / "one").code == 0);
  REQUIRE(tests::build(project, project.root() / "two").code == 0);
  const auto one = tests::read_tree(project.root() / "one");
  CHECK(one.size() > 20);
  CHECK(one == tests::read_tree(project.root() / "two"));
  CHECK(one == built_elsewhere(project));
  CHECK(sitegen::output::check_links(sitegen::output::read_tree(project.root() / "one")).empty());
}

TEST_CASE("the site has pages, feeds and downloads in every language, sorted and each once") {
  const Project project(tests::Words::All);
  project.done({"record"});
  const auto files = sitegen::output::build_site(project.database());
  std::vector<std::string> paths;
  for (const auto& file : files) paths.push_back(file.path);
  CHECK(std::is_sorted(paths.begin(), paths.end()));
  CHECK(std::adjacent_find(paths.begin(), paths.end()) == paths.end());
  for (const char* path :
       {"index.html", "list.html", "people/xx-0001.html", "cases/harbour.html", "versions/1.html", "404.html",
        "feeds/changes.xml", "feeds/changes.atom", "feeds/people/xx-0001.json", "feeds/hearings.ics", "feeds/feeds.opml",
        "ru/index.html", "ru/feeds/changes.xml", "data/people.csv", "data/people.jsonl", "data/list.sqlite",
        "data/datapackage.json", "data/evidence/xx-0001.zip", "data/site.zip", "assets/style.css"}) {
    INFO(path);
    CHECK(std::binary_search(paths.begin(), paths.end(), path));
  }
}

TEST_CASE("what the site does without is neither made nor linked") {
  const Project project(tests::Words::All);
  project.write("site.toml", project.read("site.toml") +
                                 "\n[downloads]\nwithout = [\"site_zip\", \"evidence\", \"sqlite\", \"followthemoney\", "
                                 "\"deltas\", \"people_feeds\"]\n");
  project.done({"record"});
  for (const auto& file : sitegen::output::build_site(project.database())) {
    INFO(file.path);
    CHECK_FALSE(file.path.ends_with(".zip"));
    CHECK_FALSE(file.path.ends_with(".sqlite"));
    CHECK_FALSE(file.path.ends_with(".ftm.json"));
    CHECK_FALSE(holds(file.path, "deltas/"));
    CHECK_FALSE(holds(file.path, "feeds/people/"));
  }
}

TEST_CASE("nothing that was not recorded is published") {
  Project project(tests::Words::All);
  project.done({"record"});
  REQUIRE(tests::build(project, project.root() / "public").code == 0);
  const auto before = tests::read_tree(project.root() / "public");
  project.replace("people/xx-0001.md", "Test Person One", "Test Person Unrecorded");
  CHECK(tests::build(project, project.root() / "public").code == 0);
  CHECK(tests::read_tree(project.root() / "public") == before);
  project.done({"rebuild"});
  const auto ran = tests::build(project, project.root() / "public");
  CHECK(ran.code == 1);
  CHECK(ran.err == "sitegen: the record holds changes that no version has\n  hint: run `tracker record`\n");
  CHECK(tests::read_tree(project.root() / "public") == before);
}

TEST_CASE("a list that was never recorded, or has no index, has no site") {
  const Project project(tests::Words::All);
  CHECK(tests::message_of([&] { sitegen::output::build_site(project.database()); }) ==
        "no database at " + project.database().string());
  project.done({"rebuild"});
  CHECK(holds(tests::message_of([&] { sitegen::output::build_site(project.database()); }), "no version yet"));
  CHECK(tests::build(project, project.root() / "public").code == 1);
  CHECK_FALSE(fs::exists(project.root() / "public"));
}

TEST_CASE("a hostile name is text on every page") {
  const Project project(tests::Words::All);
  project.replace("people/xx-0001.md", "Test Person One", "<script>alert(1)</script>\\\"'&");
  project.done({"record"});
  const std::string own = "<script src=\"list.js\"></script>";
  for (auto& file : sitegen::output::build_site(project.database())) {
    if (!file.path.ends_with(".html")) continue;  // elsewhere the name stands as it is
    if (const auto at = file.bytes.find(own); at != std::string::npos) file.bytes.erase(at, own.size());
    INFO(file.path);
    CHECK_FALSE(holds(file.bytes, "<script>"));
  }
}

TEST_CASE("an empty new list builds at once") {
  const tests::TempDir dir;
  const std::string root = (dir / "new").string();
  REQUIRE(tests::run_tracker(
              {"init", root, "--title", "Prisoners of Testland", "--prefix", "xx", "--languages", "en,ru,kk"})
              .code == 0);
  REQUIRE(tests::run_tracker({"--root", root, "record"}).code == 0);
  const auto ran = tests::run_sitegen({"--root", root, "build", "--out", root + "/public"});
  INFO(ran.err);
  CHECK(ran.code == 0);
  CHECK(tests::run_sitegen({"check", root + "/public"}).code == 0);
}

TEST_CASE("no site is built on a law with an error, and a site that stands stays as it was") {
  Project project(tests::Words::All);
  const auto broken = [&] { project.replace("laws/xx-cc.toml", "max_months = 96\n", ""); };
  const auto out = project.root() / "site";
  SECTION("the first record") {
    broken();
    CHECK(project.tracker({"record"}).code == 1);
    CHECK(tests::build(project, out).code == 1);
    CHECK_FALSE(fs::exists(out));
  }
  SECTION("a later one") {
    project.done({"record"});
    REQUIRE(tests::build(project, out).code == 0);
    const auto before = tests::read_tree(out);
    broken();
    project.replace("people/xx-0001.md", "Test Person One", "Test Person Uno");
    CHECK(project.tracker({"update", "--offline"}).code == 1);
    REQUIRE(tests::build(project, out).code == 0);
    CHECK(tests::read_tree(out) == before);
  }
}
