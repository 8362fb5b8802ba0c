#include "tracker/archive/zip.h"

#include <archive.h>
#include <archive_entry.h>

#include <cstdlib>

#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"
#include "tests/support/thrown.h"

using namespace tracker;

namespace {

std::map<std::string, archive::ZipEntry> files() {
  return {{"b/two.txt", [] { return std::string("two"); }},
          {"a.bin", [] { return std::string(100'000, '\0'); }},
          {"empty.txt", [] { return std::string(); }}};
}

std::map<std::string, std::string> read_zip(const std::filesystem::path& path) {
  std::map<std::string, std::string> found;
  ::archive* reader = archive_read_new();
  archive_read_support_format_zip(reader);
  REQUIRE(archive_read_open_filename(reader, path.c_str(), 65536) == ARCHIVE_OK);
  archive_entry* entry = nullptr;
  while (archive_read_next_header(reader, &entry) == ARCHIVE_OK) {
    std::string bytes;
    char piece[4096];
    for (la_ssize_t count; (count = archive_read_data(reader, piece, sizeof piece)) > 0;)
      bytes.append(piece, static_cast<std::size_t>(count));
    found[archive_entry_pathname(entry)] = bytes;
  }
  archive_read_free(reader);
  return found;
}

}  // namespace

TEST_CASE("what goes into a zip comes out of it") {
  const tests::TempDir dir;
  archive::write_zip(dir / "a.zip", files());
  const auto found = read_zip(dir / "a.zip");
  REQUIRE(found.size() == 3);
  CHECK(found.at("a.bin") == std::string(100'000, '\0'));
  CHECK(found.at("b/two.txt") == "two");
  CHECK(std::filesystem::file_size(dir / "a.zip") < 2000);
}

TEST_CASE("the same files give the same zip, in every time zone") {
  const tests::TempDir dir;
  archive::write_zip(dir / "a.zip", files());
  setenv("TZ", "Asia/Almaty", 1);
  tzset();
  archive::write_zip(dir / "b.zip", files());
  unsetenv("TZ");
  tzset();
  CHECK(tests::read_file(dir / "a.zip") == tests::read_file(dir / "b.zip"));
}

TEST_CASE("a zip that cannot be written is not there") {
  const tests::TempDir dir;
  CHECK_FALSE(tests::message_of([&] { archive::write_zip(dir / "none/a.zip", files()); }).empty());
  auto broken = files();
  broken["z"] = []() -> std::string { throw std::runtime_error("damaged"); };
  CHECK(tests::message_of([&] { archive::write_zip(dir / "a.zip", broken); }) == "damaged");
  CHECK(std::filesystem::is_empty(dir.path()));
}
