#include "sitegen/output/tree.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/sitegen/output/write_tree.h"
#include "tests/support/catch.h"
#include "tests/support/project.h"
#include "tests/support/thrown.h"
#include "tracker/base/error.h"

using sitegen::output::kMarker;
using tests::write_tree;
using sitegen::view::OutputFile;
namespace fs = std::filesystem;

namespace {

using Files = std::vector<OutputFile>;

ino_t inode_of(const fs::path& file) {
  struct stat status {};
  REQUIRE(stat(file.c_str(), &status) == 0);
  return status.st_ino;
}

tests::Tree site_in(const fs::path& folder) {
  auto tree = tests::read_tree(folder);
  CHECK(tree.erase(kMarker) == 1);
  CHECK(tree.erase("README.md") == 1);
  return tree;
}

void overwrite(const fs::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

/// What stands in a folder but for what builds keep for themselves.
std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() != ".build") names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("a site is written into a new folder, with the folders it needs") {
  const tests::TempDir dir;
  const auto written = write_tree({{"index.html", "home"}, {"people/a.html", "a"}}, dir / "deep/public");
  CHECK(written.files == 2);
  CHECK(written.unchanged == 0);
  CHECK(written.removed == 0);
  CHECK(site_in(dir / "deep/public") == tests::Tree{{"index.html", "home"}, {"people/a.html", "a"}});
  CHECK(names_in(dir / "deep") == std::vector<std::string>{"public"});
}

TEST_CASE("the name of the folder may end in a slash or hold dots") {
  const tests::TempDir dir;
  write_tree({{"index.html", "1"}}, dir.path() / "public/");
  write_tree({{"index.html", "2"}}, dir.path() / "x" / ".." / "public" / ".");
  CHECK(site_in(dir / "public") == tests::Tree{{"index.html", "2"}});
  CHECK(names_in(dir.path()) == std::vector<std::string>{"public"});
}

TEST_CASE("unchanged files are the very same files, and changed ones are new, and what is no longer made is gone") {
  const tests::TempDir dir;
  const auto out = dir / "public";
  write_tree({{"same.html", "same"}, {"changed.html", "old"}, {"old/gone.html", "gone"}}, out);
  const auto same = inode_of(out / "same.html"), changed = inode_of(out / "changed.html");
  const auto time = fs::last_write_time(out / "same.html");
  const auto written =
      write_tree({{"same.html", "same"}, {"changed.html", "new"}, {"fresh.html", "fresh"}}, out);
  CHECK(written.files == 3);
  CHECK(written.unchanged == 1);
  CHECK(written.removed == 1);
  CHECK(inode_of(out / "same.html") == same);
  CHECK(fs::last_write_time(out / "same.html") == time);
  CHECK(inode_of(out / "changed.html") != changed);
  CHECK_FALSE(fs::exists(out / "old"));
  CHECK(site_in(out) == tests::Tree{{"same.html", "same"}, {"changed.html", "new"}, {"fresh.html", "fresh"}});
}

TEST_CASE("a second write of the same site changes nothing") {
  const tests::TempDir dir;
  const Files files = {{"a.html", "a"}, {"b/c.html", "c"}};
  write_tree(files, dir / "public");
  const auto before = tests::read_tree(dir / "public");
  const auto written = write_tree(files, dir / "public");
  CHECK(written.unchanged == 2);
  CHECK(written.removed == 0);
  CHECK(tests::read_tree(dir / "public") == before);
}

TEST_CASE("a path may turn from a file into a folder and back") {
  const tests::TempDir dir;
  write_tree({{"a", "file"}}, dir / "public");
  write_tree({{"a/b", "below"}}, dir / "public");
  CHECK(site_in(dir / "public") == tests::Tree{{"a/b", "below"}});
  write_tree({{"a", "file"}}, dir / "public");
  CHECK(site_in(dir / "public") == tests::Tree{{"a", "file"}});
}

TEST_CASE("a folder with anybody's files is refused and left alone") {
  const tests::TempDir dir;
  dir.write("mine/index.html", "mine");
  dir.write("also/README.md", "my own words");
  for (const char* name : {"mine", "also"}) {
    const auto before = tests::read_tree(dir.path());
    CHECK_THROWS_AS(write_tree({{"index.html", "x"}}, dir / name), tracker::base::UsageError);
    CHECK(tests::message_of([&] {
            write_tree({{"index.html", "x"}}, dir / name);
          }) == "site: \"" + (dir / name).string() + "\" holds files that sitegen did not write");
    CHECK(tests::read_tree(dir.path()) == before);
  }
}

TEST_CASE("an empty folder and the public/ of a fresh clone are taken") {
  const tests::TempDir dir;
  fs::create_directory(dir / "empty");
  write_tree({{"index.html", "x"}}, dir / "empty");
  CHECK(site_in(dir / "empty").size() == 1);
  dir.write("public/README.md", tests::read_file(dir / "empty/README.md"));
  const auto written = write_tree({{"index.html", "x"}}, dir / "public");
  CHECK(written.unchanged == 0);
  CHECK(site_in(dir / "public").size() == 1);
}

TEST_CASE("a file or a link in place of the folder is refused, what it leads to left alone") {
  const tests::TempDir dir;
  dir.write("file", "bytes");
  dir.write("elsewhere/mine.txt", "mine");
  fs::create_directory_symlink(dir / "elsewhere", dir / "link");
  fs::create_directory_symlink(dir / "nowhere", dir / "dead");
  for (const char* name : {"file", "link", "dead"}) {
    INFO(name);
    CHECK_THROWS_AS(write_tree({{"index.html", "x"}}, dir / name), tracker::base::UsageError);
  }
  CHECK(tests::read_file(dir / "elsewhere/mine.txt") == "mine");
  CHECK(names_in(dir.path()) == std::vector<std::string>{"dead", "elsewhere", "file", "link"});
}

TEST_CASE("a link inside an old site is replaced, never followed") {
  const tests::TempDir dir;
  dir.write("elsewhere/mine.txt", "mine");
  write_tree({{"index.html", "x"}}, dir / "public");
  fs::create_directory_symlink(dir / "elsewhere", dir / "public" / "people");
  fs::create_symlink(dir / "elsewhere" / "mine.txt", dir / "public" / "a.txt");
  write_tree({{"index.html", "x"}, {"people/mine.txt", "other"}, {"a.txt", "mine"}}, dir / "public");
  CHECK(tests::read_tree(dir / "elsewhere") == tests::Tree{{"mine.txt", "mine"}});
  CHECK_FALSE(fs::is_symlink(dir / "public" / "people"));
  CHECK_FALSE(fs::is_symlink(dir / "public" / "a.txt"));
}

TEST_CASE("a path that leaves the folder, or stands there twice, is refused before anything is written") {
  const tests::TempDir dir;
  write_tree({{"index.html", "old"}}, dir / "public");
  const auto before = tests::read_tree(dir / "public");
  for (const std::string& path :
       {std::string("../a"), std::string("a/../../b"), std::string("/etc/a"), std::string(""),
        std::string("a/./b"), std::string("a/"), std::string("a\\b"), std::string("a\0b", 3),
        std::string(".."), std::string("index.html"), std::string(kMarker)}) {
    INFO(path);
    CHECK_THROWS_AS(write_tree({{"index.html", "new"}, {path, "x"}}, dir / "public"),
                    tracker::base::UsageError);
    CHECK(tests::read_tree(dir / "public") == before);
  }
}

TEST_CASE("where a file cannot be written the old site stands, and nothing lies about") {
  const tests::TempDir dir;
  write_tree({{"index.html", "old"}}, dir / "public");
  const auto before = tests::read_tree(dir / "public");
  CHECK_THROWS_AS(write_tree({{"index.html", "new"}, {"a", "file"}, {"a/b", "below a file"}}, dir / "public"),
                  tracker::base::Error);
  CHECK_THROWS_AS(write_tree({{std::string(300, 'n'), "too long a name"}}, dir / "public"),
                  tracker::base::Error);
  CHECK(tests::read_tree(dir / "public") == before);
  CHECK(names_in(dir.path()) == std::vector<std::string>{"public"});
}

TEST_CASE("what a killed run left in the stage is not taken for pages") {
  const tests::TempDir dir;
  write_tree({{"index.html", "1"}}, dir / "public");
  dir.write(".public.build/stage/half.html", "half");
  dir.write(".public.build/stage/index.html", "half");
  write_tree({{"index.html", "2"}}, dir / "public");
  CHECK(site_in(dir / "public") == tests::Tree{{"index.html", "2"}});
  write_tree({{"index.html", "3"}}, dir / "public");
  CHECK(site_in(dir / "public") == tests::Tree{{"index.html", "3"}});
}

TEST_CASE("what builds keep for themselves may be lost or damaged: the site comes out the same") {
  const tests::TempDir dir;
  const Files files = {{"a.html", "a"}, {"b/c.html", "c"}};
  write_tree(files, dir / "public");
  write_tree(files, dir / "public");
  for (const auto& entry : fs::directory_iterator(dir / ".public.build"))
    if (entry.path().extension() == ".ledger") overwrite(entry.path(), "no ledger at all");
  write_tree(files, dir / "public");
  CHECK(site_in(dir / "public") == tests::Tree{{"a.html", "a"}, {"b/c.html", "c"}});
  fs::remove_all(dir / ".public.build");
  write_tree(files, dir / "public");
  CHECK(site_in(dir / "public") == tests::Tree{{"a.html", "a"}, {"b/c.html", "c"}});
}

TEST_CASE("a file that somebody edited, removed or replaced in the site is written again") {
  const tests::TempDir dir;
  const Files files = {{"a.html", "aaaa"}, {"b/c.html", "c"}, {"d.html", "d"}};
  const auto out = dir / "public";
  for (int round = 0; round < 3; ++round) {
    write_tree(files, out);
    overwrite(out / "a.html", "XXXX");
    fs::remove(out / "d.html");
    fs::remove_all(out / "b");
    dir.write("elsewhere/c.html", "c");
    fs::create_directory_symlink(dir / "elsewhere", out / "b");
    write_tree(files, out);
    CHECK(site_in(out) == tests::Tree{{"a.html", "aaaa"}, {"b/c.html", "c"}, {"d.html", "d"}});
    CHECK_FALSE(fs::is_symlink(out / "b"));
    CHECK(tests::read_file(dir / "elsewhere/c.html") == "c");
  }
}

TEST_CASE("of two builds at once the second says who holds the lock, and changes nothing") {
  const tests::TempDir dir;
  write_tree({{"index.html", "x"}}, dir / "public");
  const sitegen::output::Site held(dir / "public");
  const pid_t child = fork();
  if (child == 0) {
    try {
      write_tree({{"index.html", "y"}}, dir / "public");
    } catch (const tracker::base::Error& error) {
      _exit(std::string(error.what()).find("in use by process") != std::string::npos ? 7 : 8);
    }
    _exit(0);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WEXITSTATUS(status) == 7);
  CHECK(site_in(dir / "public") == tests::Tree{{"index.html", "x"}});
}

TEST_CASE("a link to a page that is not there, or to an id that is not on it, stops the build") {
  const tests::TempDir dir;
  write_tree({{"index.html", "old"}}, dir / "public");
  for (const char* link : {"gone.html", "a.html#gone", "../out.html", "/a.html"}) {
    INFO(link);
    const Files files = {{"index.html", std::string("<a href=\"") + link + "\">x</a>"}, {"a.html", "<p id=\"here\">a</p>"}};
    CHECK_THROWS_AS(write_tree(files, dir / "public"), tracker::base::Error);
    CHECK(site_in(dir / "public") == tests::Tree{{"index.html", "old"}});
  }
  write_tree({{"index.html", "<a href=\"a.html#here\">x</a>"}, {"a.html", "<p id=\"here\">a</p>"}}, dir / "public");
  CHECK(site_in(dir / "public").size() == 2);
}
