// Saved pages and feeds of the world: every one is read, in the right encoding, with the words that a reader would see.
// Only a word or two of each stands here: the pages are their publishers'.
#include <filesystem>
#include <fstream>

#include "tests/support/catch.h"
#include "tests/tracker/parse/support.h"

using namespace tracker;

namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(TIZIM_SOURCE_DIR) / ".." / "shared" / "html";

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Saved {
  const char* file;
  const char* content_type;
  const char* encoding;
  const char* rule;
  std::size_t least_words;
  const char* seen;    // words that a reader sees
  const char* unseen;  // text that stands in the bytes and that no reader sees
};

}  // namespace

TEST_CASE("all saved pages are read with the right encoding and the words that a reader would see") {
  if (!fs::exists(kFolder)) {
    WARN("skipped: there is no ../shared/html");
    return;
  }
  const std::vector<Saved> rows = {
      {"az-political-prisoners-list-2014-08.html", "", "UTF-8", "valid_utf8", 30'000, "POLITICAL PRISONERS", "<br"},
      {"belarus-letters-campaign.html", "", "UTF-8", "declaration", 400, "political prisoner", "stylesheet"},
      {"fedsfm-list-before.html", "", "UTF-8", "declaration", 200, "РОСФИНМОНИТОРИНГ", "function"},
      {"fedsfm-list-before.html", "text/html; charset=windows-1251", "UTF-8", "declaration", 200, "РОСФИНМОНИТОРИНГ", "function"},
      {"fedsfm-list-after.html", "", "UTF-8", "declaration", 200, "РОСФИНМОНИТОРИНГ", "function"},
      {"fedsfm-list-before.derived-cp1251.html", "", "windows-1251", "declaration", 200, "РОСФИНМОНИТОРИНГ", "function"},
      {"fedsfm-list-before.derived-cp1251.html", "text/html; charset=utf-8", "windows-1251", "declaration", 200, "РОСФИНМОНИТОРИНГ", "function"},
      {"nurkz-article-2024-04-18.html", "", "UTF-8", "declaration", 250, "Версия сайта", "webpack"},
      {"nurkz-politics-index-2024-04.html", "", "UTF-8", "declaration", 300, "Экономика", "webpack"},
      {"trafilatura-amnesty.de-waffensysteme.html", "", "UTF-8", "declaration", 1000, "Amnesty International", "function("},
      {"trafilatura-bundespolizei.de-Belarus.html", "", "UTF-8", "declaration", 500, "Gebärdensprache", "function("},
      {"trafilatura-dw.com.colonial.html", "", "UTF-8", "declaration", 2000, "Germany", "function("},
      {"trafilatura-latin1-landwirt.html", "", "windows-1252", "declaration", 700, "Pflüge", "function("},
      {"trafilatura-declared-utf8-but-not.html", "text/html; charset=utf-8", "windows-1252", "declaration", 1500, "é", "function("},
      {"trafilatura-declared-utf8-but-not-zh.html", "text/html; charset=utf-8", "GBK", "declaration", 200, "河北", "function("},
  };
  const auto source = tests::source_of(model::SourceKind::Page);
  for (const auto& row : rows) {
    INFO(row.file << " as " << row.content_type);
    const auto bytes = bytes_of(kFolder / row.file);
    REQUIRE_FALSE(bytes.empty());
    const auto parsed = tests::read(source, {bytes, row.content_type});
    CHECK(parsed.outcome == model::ReadingOutcome::Read);
    CHECK(parsed.encoding == row.encoding);
    CHECK(parsed.encoding_rule == row.rule);
    CHECK(parsed.words() >= row.least_words);
    CHECK(parsed.pages.at(0).find(row.seen) != std::string::npos);
    CHECK(parsed.pages.at(0).find(row.unseen) == std::string::npos);
    CHECK(parsed.pages.at(0).find("\xef\xbf\xbd") == std::string::npos);
  }
}

TEST_CASE("all saved feeds are read, entry by entry") {
  if (!fs::exists(kFolder)) {
    WARN("skipped: there is no ../shared/html");
    return;
  }
  struct Feed {
    const char* file;
    std::size_t entries, with_address, with_date;
  };
  const std::vector<Feed> rows = {{"tutby-all-2019-12-30.rss.xml", 100, 100, 100},
                                  {"newsboat-rss.xml", 8, 8, 8},
                                  {"newsboat-atom10_2.xml", 6, 4, 0},
                                  {"newsboat-atom10_feed_authors.xml", 9, 9, 0},
                                  {"newsboat-items_without_titles.xml", 5, 5, 5}};
  const auto source = tests::source_of(model::SourceKind::Feed);
  for (const auto& row : rows) {
    INFO(row.file);
    const auto parsed = tests::read(source, {bytes_of(kFolder / row.file)});
    CHECK(parsed.outcome == model::ReadingOutcome::Read);
    CHECK(parsed.entries.size() == row.entries);
    std::size_t with_address = 0, with_date = 0;
    for (const auto& entry : parsed.entries) {
      if (!entry.url.empty()) ++with_address;
      if (entry.published || entry.updated) ++with_date;
      CHECK(entry.text.find("<p") == std::string::npos);
    }
    CHECK(with_address == row.with_address);
    CHECK(with_date == row.with_date);
  }
}

TEST_CASE("no saved page is left out of this test, and none breaks any parser") {
  if (!fs::exists(kFolder)) {
    WARN("skipped: there is no ../shared/html");
    return;
  }
  int files = 0;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() != ".html" && entry.path().extension() != ".xml") continue;
    ++files;
    const auto bytes = bytes_of(entry.path());
    for (const auto kind : {model::SourceKind::Page, model::SourceKind::Listing, model::SourceKind::Feed, model::SourceKind::Sitemap,
                            model::SourceKind::CourtSchedule})
      CHECK_NOTHROW(tests::read(tests::source_of(kind), {bytes}));
  }
  CHECK(files == 18);
}
