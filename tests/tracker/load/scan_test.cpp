#include "tracker/load/content.h"

#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"
#include "tests/tracker/load/support.h"
#include "tracker/base/error.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

using namespace tracker;
using namespace std::string_literals;
using load::FileKind;
using Lines = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

/// A content folder with a site.toml, so that its absence is not among the findings.
tests::TempDir& with_site(tests::TempDir& folder) {
  folder.write("site.toml", "title = \"x\"\n");
  return folder;
}

Lines findings_of(const tests::TempDir& folder) {
  return tests::printed(load::scan(folder.path(), "content").findings);
}

}  // namespace

TEST_CASE("every file of the folder is found with its kind, in order of path") {
  tests::TempDir folder;
  with_site(folder);
  const std::vector<std::pair<std::string, FileKind>> expected = {
      {"cases/a.toml", FileKind::Case},
      {"designations/a.toml", FileKind::Designation},
      {"figures/a.toml", FileKind::Measurements},
      {"fingerprints/a.toml", FileKind::Fingerprints},
      {"i18n/en.toml", FileKind::Words},
      {"laws/a.toml", FileKind::Law},
      {"pages/about.kk.md", FileKind::PageText},
      {"pages/about.md", FileKind::Page},
      {"people/a.md", FileKind::Person},
      {"people/a.ru.md", FileKind::PersonText},
      {"places/a.toml", FileKind::Place},
      {"rulings/a.toml", FileKind::Ruling},
      {"site.toml", FileKind::Site},
      {"sources/a.b.toml", FileKind::Source},
      {"versions/000001.json", FileKind::Version}};
  for (const auto& [path, kind] : expected) folder.write(path, "bytes of " + path);
  const auto scan = load::scan(folder.path(), "content");
  CHECK(tests::printed(scan.findings) == Lines{});
  REQUIRE(scan.files.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(scan.files[i].path == expected[i].first);
    CHECK(scan.files[i].kind == expected[i].second);
    CHECK(scan.files[i].bytes == "bytes of " + expected[i].first);
    CHECK(scan.files[i].digest == base::sha256(scan.files[i].bytes));
  }
}

TEST_CASE("hidden files, what editors leave behind, notes and the lexicon are passed over") {
  tests::TempDir folder;
  with_site(folder);
  for (const char* path :
       {"README.md", "people/README.md", "people/.hidden.md", "people/a.md~", "people/.a.md.swp",
        "people/a.swp", ".git/config", "site.toml~", "lexicon/ru.toml", "lexicon/deep/x.bin"})
    folder.write(path, "\xFF");
  const auto scan = load::scan(folder.path(), "content");
  CHECK(tests::printed(scan.findings) == Lines{});
  CHECK(scan.files.size() == 1);
}

TEST_CASE("what nothing reads is said") {
  tests::TempDir folder;
  with_site(folder);
  folder.write("peopel/a.md", "x");
  folder.write("zzzzzzzzzz/a.md", "x");
  folder.write("notes.txt", "x");
  folder.write("people/a.txt", "x");
  folder.write("people/old/a.md", "x");
  folder.write("versions/000001.json.tmp", "x");
  CHECK(findings_of(folder) ==
        Lines{"content/notes.txt: warning: nothing reads this file [unknown-file]\n"
              "  hint: content lies in the folders; only site.toml stands beside them",
              "content/peopel: warning: nothing reads this folder [unknown-folder]\n  hint: did you mean "
              "\"people\"?",
              "content/people/a.txt: warning: nothing reads this file [unknown-file]\n"
              "  hint: files in \"people\" end in .md",
              "content/people/old: warning: nothing reads this folder [unknown-folder]\n"
              "  hint: move its files up, into \"people\"",
              "content/versions/000001.json.tmp: warning: nothing reads this file [unknown-file]\n"
              "  hint: files in \"versions\" end in .json",
              "content/zzzzzzzzzz: warning: nothing reads this folder [unknown-folder]\n"
              "  hint: folders: cases, designations, figures, fingerprints, i18n, laws, lexicon, pages, people, places, rulings, "
              "sources, versions"});
}

TEST_CASE("a version file has the name of a version") {
  tests::TempDir folder;
  with_site(folder);
  folder.write("versions/1.json", "{}");
  CHECK(findings_of(folder) == Lines{"content/versions/1.json: error: a version file is named by six digits, "
                                     "like 000001.json [version-name]\n"
                                     "  hint: give it its name back"});
}

TEST_CASE("files that are no text are errors with the place, and are left out") {
  tests::TempDir folder;
  with_site(folder);
  folder.write("people/a.md", "");
  folder.write("people/b.md", "\x89PNG\r\n\x1A\n\0\0\0"s);
  folder.write("people/c.md", "+++\nПроба \xD0\n");
  folder.write("people/d.md", "\xEF\xBB\xBF+++\n");
  const auto scan = load::scan(folder.path(), "content");
  CHECK(scan.files.size() == 1);
  CHECK(
      tests::printed(scan.findings) ==
      Lines{"content/people/a.md: error: the file is empty [empty-file]\n"
            "  hint: remove it, or bring back what stood in it from git",
            "content/people/b.md: error: the file is binary: it holds a zero byte at offset 8 [binary-file]\n"
            "  hint: content files are UTF-8 text",
            "content/people/c.md:2:7: error: byte 0xD0 at offset 15 is not valid UTF-8 [bad-utf8]\n"
            "  hint: save the file as UTF-8",
            "content/people/d.md:1:1: error: the file begins with a byte order mark [byte-order-mark]\n"
            "  hint: save it as UTF-8 without BOM"});
}

TEST_CASE("a file that is too large is refused by its size") {
  tests::TempDir folder;
  with_site(folder);
  for (const char* path : {"people/a.md", "versions/000001.json"}) {
    folder.write(path, "+++\n");
    REQUIRE(truncate((folder / path).c_str(), 600'000'000) == 0);
  }
  const auto scan = load::scan(folder.path(), "content");
  CHECK(scan.files.size() == 1);
  CHECK(
      tests::printed(scan.findings) ==
      Lines{"content/people/a.md: error: the file has 600000000 bytes; at most 4194304 are read [too-large]\n"
            "  hint: content is text: split the file, or keep the document among the sources",
            "content/versions/000001.json: error: the file has 600000000 bytes; at most 536870912 are read "
            "[too-large]\n"
            "  hint: content is text: split the file, or keep the document among the sources"});
}

TEST_CASE("links out of the folder, dead links and pipes are errors, links inside are followed") {
  tests::TempDir folder;
  with_site(folder);
  folder.write("people/a.md", "+++\n+++\n");
  fs::create_symlink("/etc/passwd", folder / "people/b.md");
  fs::create_symlink("nowhere.md", folder / "people/c.md");
  fs::create_symlink("a.md", folder / "people/d.md");
  REQUIRE(mkfifo((folder / "people/e.md").c_str(), 0600) == 0);
  const tests::TempDir elsewhere;
  fs::create_symlink(elsewhere.path(), folder / "cases");
  const auto scan = load::scan(folder.path(), "content");
  CHECK(scan.files.size() == 3);
  CHECK(tests::printed(scan.findings) ==
        Lines{"content/cases: error: the link leads out of the content folder, to \"" +
                  fs::canonical(elsewhere.path()).string() +
                  "\" [link-leaves-content]\n  hint: put a copy in its place",
              "content/people/b.md: error: the link leads out of the content folder, to \"/etc/passwd\" "
              "[link-leaves-content]\n  hint: put a copy in its place",
              "content/people/c.md: error: the link leads to no file: No such file or directory [dead-link]\n"
              "  hint: remove it or mend it",
              "content/people/e.md: error: this is a device, pipe or socket, not a file [no-file]\n  hint: "
              "remove it"});
}

TEST_CASE("the content folder itself may be a link") {
  tests::TempDir folder;
  with_site(folder);
  const tests::TempDir beside;
  fs::create_symlink(folder.path(), beside / "content");
  const auto scan = load::scan(beside / "content", "content");
  CHECK(scan.files.size() == 1);
  CHECK(scan.findings.empty());
}

TEST_CASE("hostile file names are shown, not printed, and are errors") {
  tests::TempDir folder;
  with_site(folder);
  folder.write("people/a\n\x1B[31m.md", "+++\n+++\n");
  folder.write("people/\xFF.md", "+++\n+++\n");
  folder.write("people/\xE2\x80\xAE.md", "+++\n+++\n");
  folder.write("people/<script>.md", "+++\n+++\n");
  const auto scan = load::scan(folder.path(), "content");
  CHECK(scan.files.size() == 2);
  const std::string rest =
      ": error: the file name holds bytes that are no UTF-8, or control characters "
      "[bad-file-name]\n  hint: rename it";
  CHECK(tests::printed(scan.findings) == Lines{"content/people/<0xFF>.md" + rest,
                                               "content/people/<U+202E>.md" + rest,
                                               "content/people/a<U+000A><U+001B>[31m.md" + rest});
}

TEST_CASE("a file and a folder that may not be read are errors") {
  tests::TempDir folder;
  with_site(folder);
  folder.write("people/a.md", "+++\n+++\n");
  folder.write("cases/a.toml", "x\n");
  fs::permissions(folder.path(), static_cast<fs::perms>(0755));
  fs::permissions(folder / "people/a.md", fs::perms::none);
  fs::permissions(folder / "cases", fs::perms::none);
  // To the superuser everything is readable: look as nobody.
  const bool is_root = geteuid() == 0;
  if (is_root) REQUIRE(seteuid(65534) == 0);
  const auto found = findings_of(folder);
  if (is_root) REQUIRE(seteuid(0) == 0);
  fs::permissions(folder / "cases", fs::perms::owner_all);
  CHECK(found == Lines{"content/cases: error: the folder cannot be read: Permission denied [unreadable]\n"
                       "  hint: look at its kind and permissions",
                       "content/people/a.md: error: the file cannot be read: Permission denied [unreadable]\n"
                       "  hint: look at its permissions"});
}

TEST_CASE("a file in place of a folder and a folder in place of site.toml are errors") {
  tests::TempDir folder;
  folder.write("people", "x");
  fs::create_directories(folder / "site.toml");
  CHECK(findings_of(folder) ==
        Lines{"content/people: error: the folder cannot be read: Not a directory [unreadable]\n"
              "  hint: look at its kind and permissions",
              "content/site.toml: error: this is a device, pipe or socket, not a file [no-file]\n  hint: "
              "remove it"});
}

TEST_CASE("a folder without site.toml is no list") {
  const tests::TempDir folder;
  CHECK(findings_of(folder) ==
        Lines{"content/site.toml: error: there is no such file [no-site]\n"
              "  hint: it says title, languages and address of the list; `tracker init` makes one"});
}

TEST_CASE("only a content folder that cannot be read at all stops the program") {
  const tests::TempDir folder;
  CHECK_THROWS_AS(load::scan(folder / "missing", "missing"), base::Error);
  folder.write("file", "x");
  CHECK_THROWS_AS(load::scan(folder / "file", "file"), base::Error);
  try {
    load::scan(folder / "missing", "missing");
  } catch (const base::Error& error) {
    CHECK(error.what() == "cannot read the content folder \"missing\": No such file or directory"s);
    CHECK(error.hint() == "name the folder that holds site.toml, or make a new list with `tracker init`");
  }
}
