#include <algorithm>

#include "tests/sitegen/output/support.h"

#include "tests/support/catch.h"

using tests::Project;
using tests::run_sitegen;
namespace fs = std::filesystem;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("sitegen without words, or with words it does not know, says so and exits with 2") {
  const std::vector<std::vector<std::string>> wrong = {{},
                                                       {"bild"},
                                                       {"build", "--outt", "x"},
                                                       {"serve", "--port", "70000"},
                                                       {"serve", "--port", "x"},
                                                       {"build", "extra"}};
  for (const auto& words : wrong) {
    const auto ran = run_sitegen(words);
    INFO(ran.err);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK_FALSE(ran.err.empty());
  }
}

TEST_CASE("help and version go to stdout with exit code 0") {
  const auto help = run_sitegen({"--help"});
  CHECK(help.code == 0);
  CHECK(help.err.empty());
  for (const char* part : {"build", "serve", "check", "Examples:"}) CHECK(holds(help.out, part));
  for (const char* command : {"build", "serve", "check"}) CHECK(run_sitegen({command, "--help"}).code == 0);
  CHECK(run_sitegen({"--version"}).out.rfind("sitegen ", 0) == 0);
}

TEST_CASE("a build says how many files it made, how many stayed and how many went") {
  Project project(tests::Words::All);
  project.done({"record"});
  const auto out = project.root() / "public";
  const auto first = tests::build(project, out);
  CHECK(first.code == 0);
  CHECK(first.out.empty());
  const auto before = tests::read_tree(out);
  const auto count = std::to_string(tests::read_tree(out).size() - 2);
  CHECK(project.shown(first.err) == "sitegen: " + count + " files in public (0 unchanged, 0 removed)\n");
  CHECK(project.shown(tests::build(project, out).err) ==
        "sitegen: " + count + " files in public (" + count + " unchanged, 0 removed)\n");
  project.remove("people/xx-0002.md");
  project.now = "2024-02-02T12:00:00Z";
  project.done({"record"});
  const auto last = tests::build(project, out);
  // The person's pages, and those of values that nobody else had.
  const auto after = tests::read_tree(out);
  const auto gone = std::count_if(before.begin(), before.end(), [&](const auto& file) { return !after.contains(file.first); });
  CHECK(gone >= 2);
  CHECK_FALSE(after.contains("ru/people/xx-0002.html"));
  CHECK(holds(last.err, " " + std::to_string(gone) + " removed)"));
}

TEST_CASE("options of the program may stand before and after the command") {
  Project project(tests::Words::All);
  project.done({"record"});
  CHECK(run_sitegen({"build", "--out", (project.root() / "a").string(), "--root", project.root().string()})
            .code == 0);
  CHECK(run_sitegen({"--root", project.root().string(), "build", "--out", (project.root() / "b").string()})
            .code == 0);
  CHECK(tests::read_tree(project.root() / "a") == tests::read_tree(project.root() / "b"));
}

TEST_CASE("without --out the site stands in public/ of the project, and is looked for there") {
  Project project(tests::Words::All);
  project.done({"record"});
  const std::string root = project.root().string();
  CHECK(run_sitegen({"--root", root, "build"}).code == 0);
  CHECK(fs::exists(project.root() / "public" / "index.html"));
  CHECK(run_sitegen({"--root", root, "check"}).code == 0);
}

TEST_CASE("a wrong folder is a wrong call, a missing record a failure") {
  const Project project(tests::Words::All);
  const auto missing = tests::build(project, project.root() / "public");
  CHECK(missing.code == 1);
  CHECK(project.shown(missing.err) ==
        "sitegen: no database at var/tracker.db\n  hint: run `tracker update`\n");
  project.done({"record"});
  const auto wrong = tests::build(project, project.content());
  CHECK(wrong.code == 2);
  CHECK(project.shown(wrong.err) ==
        "sitegen: site: \"content\" holds files that sitegen did not write\n"
        "  hint: name an empty or new folder with --out; nothing was changed\n");
}

TEST_CASE("check finds the links that somebody broke in a built site") {
  const Project project(tests::Words::All);
  project.done({"record"});
  const auto out = project.root() / "public";
  REQUIRE(tests::build(project, out).code == 0);
  const auto whole = run_sitegen({"check", out.string()});
  CHECK(whole.code == 0);
  CHECK(whole.out.empty());
  CHECK(holds(whole.err, " files, 0 broken links\n"));
  fs::remove(out / "people" / "xx-0001.html");
  const auto broken = run_sitegen({"check", out.string()});
  CHECK(broken.code == 1);
  CHECK(holds(broken.out, "list.html:"));
  CHECK(holds(broken.out, "leads nowhere [broken-link]"));
  CHECK(run_sitegen({"check", (project.root() / "none").string()}).code == 1);
  CHECK(run_sitegen({"serve", (project.root() / "content").string()}).code == 1);
}
