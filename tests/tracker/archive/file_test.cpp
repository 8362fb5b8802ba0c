#include "tracker/archive/file.h"

#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"
#include "tracker/base/error.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

using namespace tracker;
using namespace tracker::archive;

TEST_CASE("a durable write leaves the file and nothing beside it") {
  tests::TempDir dir;
  make_folders(dir / "incoming");
  make_folders(dir / "objects/ab");
  const std::string bytes(300000, 'x');
  write_durably(dir / "incoming", dir / "objects/ab/name", bytes);
  CHECK(tests::read_file(dir / "objects/ab/name") == bytes);
  CHECK(std::filesystem::is_empty(dir / "incoming"));
}

TEST_CASE("a durable write that fails leaves nothing") {
  tests::TempDir dir;
  make_folders(dir / "incoming");
  CHECK_THROWS_AS(write_durably(dir / "incoming", dir / "missing/name", "x"), base::Error);
  CHECK(std::filesystem::is_empty(dir / "incoming"));
}

TEST_CASE("a name that a killed run left is not written over") {
  tests::TempDir dir;
  const std::string left = "name." + std::to_string(getpid()) + ".0";
  dir.write(left, "left");
  write_durably(dir.path(), dir / "name", "new");
  CHECK(tests::read_file(dir / left) == "left");
  CHECK(tests::read_file(dir / "name") == "new");
}

TEST_CASE("a failure names the file and the reason") {
  tests::TempDir dir;
  try {
    open_file(dir / "missing", O_RDONLY);
    FAIL("no such file was opened");
  } catch (const base::Error& error) {
    CHECK(std::string(error.what()) ==
          "cannot open " + (dir / "missing").string() + ": No such file or directory");
  }
  errno = ENOSPC;
  try {
    fail("write", "a");
  } catch (const base::Error& error) {
    CHECK(std::string(error.what()) == "cannot write a: No space left on device");
    CHECK(error.hint() == "free some space and run it again; what was there before is untouched");
  }
}

TEST_CASE("a file that may be missing is nothing, and any other failure is said") {
  tests::TempDir dir;
  dir.write("file", "x");
  CHECK_FALSE(open_if_there(dir / "missing", O_RDONLY).is_open());
  CHECK(open_if_there(dir / "file", O_RDONLY).is_open());
  CHECK_THROWS_AS(open_if_there(dir / "file/below", O_RDONLY), base::Error);
}

TEST_CASE("pieces make up the whole file") {
  tests::TempDir dir;
  const std::string bytes(400001, 'y');
  dir.write("file", bytes);
  std::string read;
  read_pieces(open_file(dir / "file", O_RDONLY), dir / "file", [&](std::string_view piece) {
    CHECK(piece.size() <= 128 * 1024);
    read += piece;
  });
  CHECK(read == bytes);
}
