#include "tracker/load/read_file.h"

#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace tracker;

namespace {
std::string code(const std::optional<load::Fault>& fault) {
  return fault ? fault->code : "";
}
}  // namespace

TEST_CASE("a file up to the limit is read whole, one byte more is not") {
  const tests::TempDir folder;
  std::string bytes;
  for (const std::size_t size : {0, 1, 4'095, 4'096, 4'097, 9'999, 10'000}) {
    folder.write("a", std::string(size, 'x'));
    CHECK(code(load::read_bounded(folder / "a", 10'000, bytes)) == "");
    CHECK(bytes == std::string(size, 'x'));
  }
  folder.write("a", std::string(10'001, 'x'));
  const auto fault = load::read_bounded(folder / "a", 10'000, bytes);
  REQUIRE(fault);
  CHECK(fault->message == "the file has 10001 bytes; at most 10000 are read");
}

TEST_CASE("a file that says no size is read to its end or to the limit") {
  std::string bytes;
  CHECK(code(load::read_bounded("/proc/self/status", 100'000, bytes)) == "");
  CHECK(bytes.starts_with("Name:"));
  CHECK(code(load::read_bounded("/proc/self/status", 10, bytes)) == "too-large");
}

TEST_CASE("what is no file is not waited for") {
  const tests::TempDir folder;
  std::string bytes;
  REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(code(load::read_bounded(folder / "pipe", 100, bytes)) == "no-file");
  CHECK(code(load::read_bounded("/dev/zero", 100, bytes)) == "no-file");
  CHECK(code(load::read_bounded(folder.path(), 100, bytes)) == "no-file");
  CHECK(code(load::read_bounded(folder / "missing", 100, bytes)) == "unreadable");
}

TEST_CASE("a link is followed inside the folder and refused outside of it") {
  const tests::TempDir folder;
  const auto root = std::filesystem::canonical(folder.path());
  folder.write("in/a", "x");
  std::filesystem::create_symlink("a", root / "in/good");
  std::filesystem::create_symlink("/etc/hostname", root / "in/out");
  std::filesystem::create_symlink("../../" + root.filename().string() + "/in/a", root / "in/round");
  std::filesystem::create_symlink("nothing", root / "in/dead");
  std::filesystem::create_symlink("loop", root / "in/loop");
  std::filesystem::path target;
  CHECK(code(load::follow_link(root, root / "in/a", target)) == "");
  CHECK(target == root / "in/a");
  CHECK(code(load::follow_link(root, root / "in/good", target)) == "");
  CHECK(target == root / "in/a");
  CHECK(code(load::follow_link(root, root / "in/round", target)) == "");
  CHECK(code(load::follow_link(root / "in", root / "in/good", target)) == "");
  CHECK(code(load::follow_link(root / "i", root / "in/good", target)) == "link-leaves-content");
  CHECK(code(load::follow_link(root, root / "in/out", target)) == "link-leaves-content");
  CHECK(code(load::follow_link(root, root / "in/dead", target)) == "dead-link");
  CHECK(code(load::follow_link(root, root / "in/loop", target)) == "dead-link");
}
