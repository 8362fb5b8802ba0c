// The archives against another reader, and byte for byte.
#include "sitegen/data/zip.h"

#include <archive.h>
#include <archive_entry.h>

#include <cstdlib>
#include <ctime>
#include <map>
#include <stdexcept>

#include "tests/support/catch.h"
#include "tests/support/thrown.h"

using sitegen::data::ZipWriter;

namespace {

std::string zip_of(const std::map<std::string, std::string>& files) {
  std::string bytes;
  ZipWriter zip([&](std::string_view part) { bytes.append(part); });
  for (const auto& [path, content] : files) zip.add(path, content);
  zip.finish();
  return bytes;
}

std::map<std::string, std::string> read(const std::string& bytes) {
  archive* in = archive_read_new();
  archive_read_support_format_zip(in);
  REQUIRE(archive_read_open_memory(in, bytes.data(), bytes.size()) == ARCHIVE_OK);
  std::map<std::string, std::string> files;
  archive_entry* entry = nullptr;
  while (archive_read_next_header(in, &entry) == ARCHIVE_OK) {
    std::string content(static_cast<std::size_t>(archive_entry_size(entry)), '\0');
    if (!content.empty()) REQUIRE(archive_read_data(in, content.data(), content.size()) == static_cast<la_ssize_t>(content.size()));
    files[archive_entry_pathname_utf8(entry)] = content;
  }
  archive_read_free(in);
  return files;
}

const std::map<std::string, std::string> kFiles = {
    {"list/index.html", std::string(100000, 'x')}, {"list/empty", ""}, {"list/имя.txt", "текст"}, {"list/zero", std::string(3, '\0')}};

}  // namespace

TEST_CASE("what goes into an archive comes out, names in any script") {
  REQUIRE(std::setlocale(LC_ALL, "C.UTF-8"));  // the reader of this test converts names to the locale
  const auto bytes = zip_of(kFiles);
  CHECK(read(bytes) == kFiles);
  CHECK(bytes.size() < 5000);
  std::setlocale(LC_ALL, "C");
}

TEST_CASE("the same files give the same bytes, in another time zone too") {
  const auto bytes = zip_of(kFiles);
  setenv("TZ", "Asia/Almaty", 1);
  tzset();
  CHECK(zip_of(kFiles) == bytes);
  unsetenv("TZ");
  tzset();
}

TEST_CASE("what the sink throws comes out, and the writer can be thrown away half done") {
  ZipWriter zip([](std::string_view) { throw std::runtime_error("disk full"); });
  const std::string much(1 << 20, 'x');
  const auto thrown = [&] {
    for (int i = 0; i < 100; ++i) zip.add("f" + std::to_string(i), much);
    zip.finish();
  };
  CHECK_THROWS_WITH(thrown(), "disk full");
}
