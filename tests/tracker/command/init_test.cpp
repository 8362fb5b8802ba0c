#include <nlohmann/json.hpp>

#include "tests/support/catch.h"
#include "tests/support/project.h"

using tests::run_tracker;
using tests::TempDir;
namespace fs = std::filesystem;

namespace {

tests::Ran init(const fs::path& folder, const std::string& title = "Prisoners of Testland",
                const std::string& prefix = "xx", const std::string& languages = "en") {
  return run_tracker(
      {"init", folder.string(), "--title", title, "--prefix", prefix, "--languages", languages});
}

}  // namespace

TEST_CASE("a new list is without findings and records at once, with everything a maintainer fills") {
  const TempDir dir;
  const fs::path folder = dir / "lists/new";
  const auto made = init(folder, "Test \"list\" \\ one", "xx", "ru,en");
  INFO(made.err);
  REQUIRE(made.code == 0);
  CHECK(made.out.empty());
  CHECK(made.err.find("a new list stands in " + folder.string()) != std::string::npos);
  const std::string root = folder.string();
  const auto check = run_tracker({"--root", root, "check", "--strict"});
  INFO(check.out);
  CHECK(check.code == 0);
  const auto record =
      run_tracker({"--root", root, "--now", "2024-02-01T12:00:00Z", "update", "--offline", "--strict"});
  INFO(record.err);
  CHECK(record.code == 0);
  CHECK(run_tracker({"--root", root, "verify"}).err == "verify: 1 version: the chain holds\n");
  CHECK(nlohmann::json::parse(run_tracker({"--root", root, "list", "--json"}).out) ==
        nlohmann::json::array());
  for (const char* name : {"people", "cases", "sources", "laws", "places", "designations", "rulings"})
    CHECK(fs::is_directory(folder / "content" / name));
  CHECK(fs::exists(folder / "content/i18n/ru.toml"));
  CHECK_FALSE(fs::exists(folder / "content/i18n/kk.toml"));
  CHECK(tests::read_file(folder / "content/site.toml").find("ru = \"Test \\\"list\\\" \\\\ one\"") !=
        std::string::npos);
}

TEST_CASE("a folder that holds something is refused and left alone, and an empty one is taken") {
  const TempDir dir;
  dir.write("mine/note.txt", "mine");
  const auto ran = init(dir / "mine");
  CHECK(ran.code == 2);
  CHECK(ran.err.find("is there already and is not empty") != std::string::npos);
  CHECK(tests::read_tree(dir / "mine") == tests::Tree{{"note.txt", "mine"}});
  CHECK(init(dir / "mine/note.txt").code == 2);
  fs::create_directory(dir / "empty");
  CHECK(init(dir / "empty").code == 0);
}

TEST_CASE("what cannot begin an id, be a title or a language is refused before anything is written") {
  const TempDir dir;
  const fs::path folder = dir / "new";
  for (const char* prefix : {"", "KZ", "k1", "k-z", "verylongprefix", "қз", "../x"}) {
    INFO(prefix);
    CHECK(init(folder, "Title", prefix).code == 2);
  }
  for (const std::string& title : {std::string(), std::string("two\nlines"), std::string("a\ttab"),
                                   std::string("\xff"), std::string("\u202egro"), std::string(10'000, 't')}) {
    INFO(title.substr(0, 20));
    CHECK(init(folder, title).code == 2);
  }
  for (const char* languages : {"", "xx", "en,xx", "en,,ru"}) {
    INFO(languages);
    CHECK(init(folder, "Title", "xx", languages).code == 2);
  }
  CHECK_FALSE(fs::exists(folder));
}
