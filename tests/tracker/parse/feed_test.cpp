#include "tests/support/catch.h"
#include "tests/tracker/parse/support.h"

using namespace tracker;
using tests::read;

namespace {

const model::Source& feed() {
  static const auto source = tests::source_of(model::SourceKind::Feed);
  return source;
}

/// "title <url> id time" of every entry, a line each.
std::string entries(std::string_view bytes) {
  std::string out;
  for (const auto& entry : read(feed(), {bytes}).entries)
    out += entry.title + " <" + entry.url + "> " + entry.id + " " + (entry.published ? base::to_rfc3339(*entry.published) : "-") + "\n";
  return out;
}

}  // namespace

TEST_CASE("every kind of feed is read") {
  CHECK(entries("<rss version='0.91'><channel><title>T</title><item><title>A &amp;amp; B</title><link>/a</link></item></channel></rss>") ==
        "A & B <https://court.example/a> https://court.example/a -\n");
  CHECK(entries("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
                "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>T</title></channel>"
                "<item rdf:about='https://court.example/b'><title>B</title><dc:date>2024-03-01T10:00:00+05:00</dc:date></item></rdf:RDF>") ==
        "B <https://court.example/b> https://court.example/b 2024-03-01T05:00:00Z\n");
  CHECK(entries("<rss version='2.0'><channel><item><title><![CDATA[<b>C</b>]]></title><guid>https://court.example/c</guid>"
                "<pubDate>Fri, 01 Mar 2024 10:00:00 +0500</pubDate></item>"
                "<item><guid isPermaLink='false'>id-7</guid><description>no title</description></item></channel></rss>") ==
        "C <https://court.example/c> https://court.example/c 2024-03-01T05:00:00Z\n <> id-7 -\n");
  CHECK(entries("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/news/'><title>T</title><entry><title type='html'>&lt;i&gt;D&lt;/i&gt;</title>"
                "<link rel='self' href='self'/><link href='d'/><id>tag:1</id><published>2024-03-01T10:00:00Z</published></entry></feed>") ==
        "D <https://court.example/news/d> tag:1 2024-03-01T10:00:00Z\n");
  CHECK(entries("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>E</title><link rel='alternate' href='e'/>"
                "<id>x</id><issued>2004-03-01</issued></entry></feed>") ==
        "E <https://court.example/list/e> x 2004-03-01T00:00:00Z\n");
  CHECK(entries(R"({"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"f","title":"F","content_html":"<p>x",
                    "date_published":"2024-03-01T10:00:00+05:00"},{"id":2,"content_text":"y"},"nonsense"]})") ==
        "F <https://court.example/list/f> 1 2024-03-01T05:00:00Z\n <> 2 -\n");
}

TEST_CASE("the words of entries are those that a reader sees") {
  const auto parsed = read(feed(), {"<rss><channel><item><title>A</title><description>&lt;p&gt;B &amp;nbsp; &lt;b&gt;C&lt;/b&gt;&lt;script&gt;x&lt;/script&gt;"
                                    "</description></item></channel></rss>"});
  REQUIRE(parsed.entries.size() == 1);
  CHECK(parsed.entries[0].text == "B C");
  CHECK(parsed.pages[0] == "A\nB C\n");
}

TEST_CASE("a broken feed gives what it has, and says what was broken") {
  const auto parsed = read(feed(), {"<rss><channel><item><title>A & B&nbsp;\x02</title><link>/a</link></item><item><title>cut"});
  CHECK(parsed.outcome == model::ReadingOutcome::Read);
  REQUIRE(parsed.entries.size() == 2);
  CHECK(parsed.entries[0].title == "A & B");
  CHECK(parsed.entries[1].title == "cut");
  CHECK(parsed.left_out.size() == 3);
}

TEST_CASE("a feed in windows-1251 that says so is read") {
  CHECK(entries("<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><title>\xd1\xf3\xe4</title></item></channel></rss>") ==
        "Суд <> Суд -\n");
}

TEST_CASE("an entity bomb and an external entity give their names and nothing else") {
  const auto parsed = read(feed(), {"<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;'><!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                                    "<rss><channel><item><title>&b;&x;</title></item></channel></rss>"});
  REQUIRE(parsed.entries.size() == 1);
  CHECK(parsed.entries[0].title == "&b;&x;");
}

TEST_CASE("ten thousand entries are read") {
  std::string bytes = "<rss><channel>";
  for (int i = 0; i < 10'000; ++i) bytes += "<item><title>T</title><link>/n/" + std::to_string(i) + "</link></item>";
  const auto parsed = read(feed(), {bytes + "</channel></rss>"});
  CHECK(parsed.entries.size() == 10'000);
  CHECK(parsed.entries.back().url == "https://court.example/n/9999");
  CHECK(parsed.left_out.empty());
}

TEST_CASE("more entries than are read are said") {
  std::string bytes = "<rss>";
  for (int i = 0; i < 50'010; ++i) bytes += "<item/>";
  const auto parsed = read(feed(), {bytes});
  CHECK(parsed.entries.size() == 50'000);
  CHECK(parsed.left_out.front() == "XML: the end is missing: 1 elements are not closed");
  CHECK(parsed.left_out.back() == "more than 50000 entries: the rest is left out");
}

TEST_CASE("a page in place of a feed is no feed, but its words are looked at") {
  const auto parsed = read(feed(), {"<!doctype html><html><body><p>Are you a robot?</body></html>"});
  CHECK(parsed.outcome == model::ReadingOutcome::Unreadable);
  CHECK(parsed.detail == "it is no feed: the first element is <html>");
  CHECK(parsed.words() == 4);
  CHECK(read(feed(), {""}).detail == "it is no feed");
  CHECK(read(feed(), {"{\"items\": 1}"}).detail == "the JSON is no feed: there is no list of items");
  CHECK(read(feed(), {"{\"items\": ["}).detail == "the JSON is broken");
}

TEST_CASE("links of a feed that lead out of the web are not followed") {
  CHECK(entries("<rss><channel><item><title>A</title><link>javascript:alert(1)</link></item></channel></rss>") == "A <> A -\n");
}

TEST_CASE("JSON that nests without end is refused") {
  std::string bytes = "{\"items\":[";
  for (int i = 0; i < 100'000; ++i) bytes += "[";
  CHECK(read(feed(), {bytes}).outcome == model::ReadingOutcome::Unreadable);
}
