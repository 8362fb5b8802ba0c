#include <zlib.h>

#include "tests/support/catch.h"
#include "tests/tracker/parse/support.h"

using namespace tracker;
using tests::read;

namespace {

const model::Source& sitemap() {
  static const auto source = tests::source_of(model::SourceKind::Sitemap);
  return source;
}

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

const std::string kUrls = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
    "<url><loc>https://court.example/list/1</loc><lastmod>2024-03-01</lastmod></url><url><loc>https://court.example/list/2?a=1&amp;b=2</loc></url>"
    "<url><loc>https://court.example/list/1</loc></url><url><loc>https://court.example/elsewhere</loc></url>"
    "<url><loc>https://other.example/list/3</loc></url><url><loc>file:///etc/passwd</loc></url></urlset>";

}  // namespace

TEST_CASE("a sitemap names the pages of its own folder and host") {
  const auto parsed = read(sitemap(), {kUrls});
  REQUIRE(parsed.entries.size() == 2);
  CHECK(parsed.entries[0].url == "https://court.example/list/1");
  CHECK(base::to_rfc3339(parsed.entries[0].updated.value()) == "2024-03-01T00:00:00Z");
  CHECK(parsed.entries[1].url == "https://court.example/list/2?a=1&b=2");
  CHECK(parsed.left_out == std::vector<std::string>{"addresses outside of the sitemap's own folder", "addresses on other hosts", "addresses that are none"});
}

TEST_CASE("a sitemap may be gzip, whatever its name") {
  CHECK(read(sitemap(), {gzip(kUrls), "application/octet-stream"}).entries.size() == 2);
}

TEST_CASE("an index names further sitemaps") {
  const auto parsed = read(sitemap(), {"<sitemapindex><sitemap><loc>https://court.example/s1.xml</loc></sitemap>"
                                       "<sitemap><loc>https://other.example/s2.xml</loc></sitemap></sitemapindex>"});
  CHECK(parsed.next == std::vector<std::string>{"https://court.example/s1.xml"});
  CHECK(parsed.entries.empty());
}

TEST_CASE("a sitemap may be a list of addresses or a feed") {
  CHECK(read(sitemap(), {"https://court.example/list/1\r\n\nhttps://court.example/list/2\n"}).entries.size() == 2);
  CHECK(read(sitemap(), {"<rss><channel><item><link>/list/1</link></item></channel></rss>"}).entries.size() == 1);
}

TEST_CASE("only addresses that match the pattern are taken") {
  auto source = sitemap();
  source.follow = model::Following{};
  source.follow->pattern = {"/2\\?", {}};
  CHECK(read(source, {kUrls}).entries.size() == 1);
}

TEST_CASE("gzip that unpacks beyond fifty megabytes is a limit, and damaged gzip is unreadable") {
  const auto bomb = read(sitemap(), {gzip(std::string(60'000'000, ' '))});
  CHECK(bomb.outcome == model::ReadingOutcome::Limited);
  CHECK(bomb.detail == "it is more than 52428800 bytes once unpacked");
  const auto damaged = read(sitemap(), {gzip(kUrls).substr(0, 60)});
  CHECK(damaged.outcome == model::ReadingOutcome::Unreadable);
  CHECK(damaged.detail == "the gzip data is damaged or cut off");
}

TEST_CASE("more than fifty thousand addresses are left out, and that is said") {
  std::string bytes = "<urlset>";
  for (int i = 0; i < 50'001; ++i) bytes += "<url><loc>/list/" + std::to_string(i) + "</loc></url>";
  const auto parsed = read(sitemap(), {bytes + "</urlset>"});
  CHECK(parsed.entries.size() == 50'000);
  CHECK(parsed.left_out == std::vector<std::string>{"more than 50000 entries: the rest is left out"});
}

TEST_CASE("what is no sitemap is unreadable") {
  CHECK(read(sitemap(), {"<html><p>x</html>"}).detail == "it is no sitemap: the first element is <html>");
  CHECK(read(sitemap(), {"not found"}).detail == "it is no sitemap: neither XML nor a list of addresses");
}
