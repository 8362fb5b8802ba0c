// Broken content, one fault a folder, and all that a person is told about it. What is expected stands beside
// each in expected.txt; the words of the TOML library are its own and not compared.
#include <nlohmann/json.hpp>

#include <set>

#include "tests/support/catch.h"
#include "tests/support/project.h"

using tests::Project;

namespace {

namespace fs = std::filesystem;
const fs::path kBroken = TIZIM_SOURCE_DIR "/tests/data/content-broken";

std::string without_words_of_the_library(std::string text) {
  static const std::string kBegin = "this is not TOML: ", kEnd = " [toml-syntax]";
  for (auto at = text.find(kBegin); at != std::string::npos; at = text.find(kBegin, at + 1)) {
    const auto end = text.find(kEnd, at);
    if (end != std::string::npos) text.replace(at + kBegin.size(), end - at - kBegin.size(), "…");
  }
  return text;
}

std::string told(const Project& project) {
  const auto ran = project.tracker({"check"});
  return without_words_of_the_library(project.shown("exit " + std::to_string(ran.code) + "\n--- stdout\n" +
                                                    ran.out + "--- stderr\n" + ran.err));
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the small list that tests change has no findings") {
  CHECK(told(Project()) ==
        "exit 0\n--- stdout\n--- stderr\ncheck: 2 people, 1 cases, 1 sources: no findings\n");
}

TEST_CASE("every fault is told with file, line, what was found and what to do") {
  int cases = 0;
  std::set<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(kBroken)) folders.insert(entry.path());
  for (const auto& folder : folders) {
    const Project project;
    fs::copy(folder / "content", project.content(),
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    INFO(folder.filename().string());
    CHECK(told(project) == without_words_of_the_library(tests::read_file(folder / "expected.txt")));
    ++cases;
  }
  CHECK(cases >= 25);
}

TEST_CASE("content with an error is neither recorded nor indexed, and the same is told") {
  for (const char* name : {"unknown-key", "dangling-source", "empty-file", "version-that-is-none"}) {
    const Project project;
    fs::copy(kBroken / name / "content", project.content(),
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    const auto before = tests::read_tree(project.content());
    INFO(name);
    for (const char* command : {"record", "rebuild"}) {
      const auto ran = project.tracker({command});
      CHECK(ran.code == 1);
      CHECK(ran.out.empty());
      CHECK(holds(ran.err, project.tracker({"check"}).out));
      CHECK(holds(ran.err, "mend what is named above"));
    }
    CHECK(tests::read_tree(project.content()) == before);
  }
}

TEST_CASE("a link that leads out of the content folder is not followed") {
  const Project project;
  const tests::TempDir outside;
  outside.write("secret.md", tests::person_file("xx-0007", "Secret", ""));
  fs::create_symlink(outside / "secret.md", project.content() / "people" / "xx-0007.md");
  const auto ran = project.tracker({"check"});
  CHECK(ran.code == 1);
  CHECK(project.shown(ran.out) ==
        "content/people/xx-0007.md: error: the link leads out of the content folder, to \"" +
            fs::canonical(outside / "secret.md").string() +
            "\" [link-leaves-content]\n  hint: put a copy in its place\n");
}

TEST_CASE("a file of 50 MB is refused by its size, before it is read") {
  const Project project;
  project.write("people/xx-0007.md", "+++\n");
  fs::resize_file(project.content() / "people" / "xx-0007.md", 50'000'000);
  const auto ran = project.tracker({"check"});
  CHECK(ran.code == 1);
  CHECK(holds(ran.out, "people/xx-0007.md: error: the file has 50000000 bytes; at most"));
}

TEST_CASE("findings as JSON have the same text as findings as lines") {
  const Project project;
  project.replace("people/xx-0001.md", "sex = ", "sexx = ");
  const auto ran = project.tracker({"check", "--json"});
  CHECK(ran.code == 1);
  const auto list = nlohmann::json::parse(ran.out);
  REQUIRE(list.size() == 1);
  CHECK(project.shown(list[0]["file"]) == "content/people/xx-0001.md");
  CHECK(list[0]["severity"] == "error");
  CHECK(list[0]["line"] == 5);
  CHECK(list[0]["column"] == 1);
  CHECK(list[0]["code"] == "unknown-key");
  CHECK(list[0]["message"] == "unknown key \"sexx\"");
  CHECK(list[0]["hint"] == "did you mean \"sex\"?");
  CHECK(nlohmann::json::parse(Project().tracker({"check", "--json"}).out) == nlohmann::json::array());
}
