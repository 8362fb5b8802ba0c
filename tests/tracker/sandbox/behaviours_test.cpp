// What pages do to those who read them: each behaviour with the outcome that it must have. All of it runs behind the
// guards that `tracker fetch` uses, with their usual limits (8 s of work, 9 s in all, 192 MiB beside the program's own memory).
#include <sys/resource.h>

#include "tests/support/catch.h"
#include "tests/support/pdf.h"
#include "tracker/load/content.h"
#include "tracker/sandbox/read.h"

using namespace tracker;
using model::ReadingOutcome;
using model::SourceKind;

namespace {

struct Behaviour {
  const char* name;
  SourceKind kind;
  std::string bytes;
  const char* content_type;
  ReadingOutcome outcome;
  const char* detail;       // begins so
  const char* fingerprint;  // begins so
  std::size_t rows;
  const char* words;        // stand in what was read
};

std::string repeat(const std::string& text, std::size_t least) {
  std::string all;
  while (all.size() < least) all += text;
  return all;
}

std::string feed_of(int entries) {
  std::string bytes = "<rss><channel>";
  for (int i = 0; i < entries; ++i) bytes += "<item><title>Entry</title><link>/n/" + std::to_string(i) + "</link></item>";
  return bytes + "</channel></rss>";
}

std::string entity_bomb() {
  std::string bytes = "<!DOCTYPE r [<!ENTITY e0 \"lol\">";
  for (int i = 1; i < 10; ++i) {
    const std::string before = "&e" + std::to_string(i - 1) + ";";
    bytes += "<!ENTITY e" + std::to_string(i) + " \"" + repeat(before, before.size() * 10) + "\">";
  }
  return bytes + "]><rss><channel><item><title>&e9;</title><link>/a</link></item></channel></rss>";
}

std::string attributes(int count) {
  std::string tag = "<p";
  for (int i = 0; i < count; ++i) tag += " a" + std::to_string(i);
  return tag + ">x";
}

std::vector<Behaviour> behaviours() {
  using enum ReadingOutcome;
  using enum SourceKind;
  const std::string cp1251 = "\xd1\xf3\xe4 \xef\xf0\xe8\xe3\xee\xe2\xee\xf0\xe8\xeb \xe0\xea\xf2\xe8\xe2\xe8\xf1\xf2\xe0";
  return {
      {"entity bomb", Feed, entity_bomb(), "application/rss+xml", Read, "", "", 1, "&e9;"},
      {"quadratic entity bomb", Feed, "<!DOCTYPE r [<!ENTITY a \"" + repeat("a", 100'000) + "\">]><rss><channel><item><title>" + repeat("&a;", 300'000) +
           "</title></item></channel></rss>", "", Read, "", "", 1, "&a;&a;"},
      {"external entity", Feed, "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>", "",
       Read, "", "", 1, "&x;"},
      {"external document type", Feed, "<!DOCTYPE r SYSTEM \"http://127.0.0.9/x.dtd\"><rss><channel><item><title>t</title></item></channel></rss>", "", Read, "", "", 1, "t"},
      {"parameter entity", Sitemap, "<!DOCTYPE u [<!ENTITY % p SYSTEM 'http://127.0.0.9/'>%p;]><urlset><url><loc>https://court.example/a</loc></url></urlset>", "",
       Read, "", "", 1, ""},
      {"1 MB of nested elements", Page, repeat("<div>", 1'000'000), "text/html", Limited, "elements nest 200000 deep", "", 0, ""},
      {"1 MB of nested formatting", Page, repeat("<b><i><u>", 1'000'000), "text/html", Limited, "elements nest", "", 0, ""},
      {"1 MB of fonts that reopen", Page, repeat("<p><font color=1>", 1'000'000), "text/html", Limited, "elements nest", "", 0, ""},
      {"1 MB of nested tables", Page, repeat("<table><tr><td>", 1'000'000), "text/html", Limited, "elements nest", "", 0, ""},
      {"1 MB of nested lists", Listing, repeat("<ul><li>", 1'000'000), "text/html", Limited, "elements nest", "", 0, ""},
      {"1 MB of nested pictures", Page, repeat("<svg><g>", 1'000'000), "text/html", Limited, "elements nest", "", 0, ""},
      {"1 MB of nested XML", Feed, "<rss>" + repeat("<a>", 1'000'000), "", Read, "", "", 0, ""},
      {"1 MB of brackets in JSON", Feed, "{\"items\":" + repeat("[", 1'000'000), "application/feed+json", Unreadable, "the JSON is broken", "", 0, ""},
      {"an element with 50,000 attributes", Page, attributes(50'000), "text/html", Limited, "an element has 50000 attributes", "", 0, ""},
      {"20 MB of paragraphs", Page, repeat("<p>x", 20'000'000), "text/html", Limited, "more than ", "", 0, ""},
      {"a tag that never ends", Page, "<p>words<a href='" + repeat("x", 1'000'000), "text/html", Read, "", "", 0, "words"},
      {"a comment that never ends", Page, "<p>words<!-- " + repeat("x", 1'000'000), "text/html", Read, "", "", 0, "words"},
      {"a script that never ends", Page, "<p>words<script>" + repeat("x<", 1'000'000), "text/html", Read, "", "", 0, "words"},
      {"a table of a million columns", Page, "<p>words<table><tr><td colspan=1000000>x", "text/html", Read, "", "", 0, "x"},
      {"a feed with 10,000 entries", Feed, feed_of(10'000), "application/rss+xml", Read, "", "", 10'000, "Entry"},
      {"a feed that is cut off", Feed, feed_of(100).substr(0, 3000), "application/rss+xml", Read, "", "", 59, "Entry"},
      {"a feed that is a page", Feed, "<!doctype html><p>We have moved", "text/html", Unreadable, "it is no feed", "", 0, "We have moved"},
      {"PDF bomb", Document, tests::pdf_bomb("1 0 0 1 72 720 Tm (a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j) Tj ", 200'000), "application/pdf", Limited, "more than ", "", 0, ""},
      {"PDF with a script", Document, tests::pdf_of({"Words"}, "/OpenAction << /S /JavaScript /JS (while(1);) >>"), "application/pdf", Read, "", "", 0, "Words"},
      {"PDF that launches a program", Document, tests::pdf_of({"Words"}, "/OpenAction << /S /Launch /F (/bin/sh) >>"), "application/pdf", Read, "", "", 0, "Words"},
      {"PDF that is damaged", Document, "%PDF-1.7\nnonsense", "application/pdf", Unreadable, "exit code", "", 0, ""},
      {"PDF with 600 pages", Document, tests::pdf_of(std::vector<std::string>(600, "Words")), "application/pdf", Read, "", "", 0, "Words"},
      {"a document that is a page", Document, "<p>Not found", "application/pdf", Unreadable, "it is no PDF", "", 0, ""},
      {"a mark of UTF-8 before windows-1251", Page, "\xef\xbb\xbf<p>Суд", "text/html; charset=windows-1251", Read, "", "", 0, "Суд"},
      {"says UTF-8, is windows-1251", Page, "<meta charset=utf-8><p>" + cp1251, "text/html; charset=utf-8", Read, "", "", 0, "Суд приговорил"},
      {"says windows-1251, is UTF-8", Page, "<meta charset=windows-1251><p>Суд приговорил", "", Read, "", "", 0, "Суд приговорил"},
      {"says UTF-16, is UTF-8", Page, "<meta charset=utf-16><p>Суд приговорил", "text/html; charset=utf-16", Read, "", "", 0, "Суд приговорил"},
      {"says UTF-7", Page, "<p>+ADw-script+AD4-", "text/html; charset=utf-7", Read, "", "", 0, "+ADw-script+AD4-"},
      {"half a surrogate in UTF-16", Page, std::string("\xff\xfe<\0p\0>\0a\0\x00\xd8", 12), "", Read, "", "", 0, "a"},
      {"nothing but zeros", Page, std::string(100'000, '\0'), "text/html", Read, "", "", 0, ""},
      {"a captcha page with 200", Page, "<form><div class=\"g-recaptcha\"></div><p>Are you a person?</form>", "text/html", Read, "", "captcha", 0, ""},
      {"a browser check with 200", Page, "<title>Just a moment</title><p>Checking your browser before you go on", "text/html", Read, "", "captcha", 0, ""},
      {"a login page", Page, "<form><input name=u><input type=\"password\" name=p><button>Sign in</button></form>", "text/html", Read, "", "login", 0, ""},
      {"a login page in place of a feed", Feed, "<html><form><input type=\"password\"></form></html>", "text/html", Unreadable, "it is no feed", "login", 0, ""},
      {"a cookies wall", Page, "<p>We use cookies. <button>Accept all</button>", "text/html", Read, "", "consent", 0, ""},
      {"a provider's page", Page, "<p>Доступ к запрошенному сайту ограничен", "text/html; charset=utf-8", Read, "", "provider", 0, ""},
      {"an access-denied page with 200", Page, "<h1>Access Denied</h1>", "text/html", Read, "", "denied", 0, ""},
      {"a page that only scripts can fill", Page, "<noscript>Please enable JavaScript</noscript><div id=app></div>", "text/html", Read, "", "empty", 0, ""},
      {"an article that speaks of captchas", Page, "<p>captcha " + repeat("word ", 2000), "text/html", Read, "", "", 0, "captcha"},
      {"an empty 200", Page, "", "text/html", Read, "", "", 0, ""},
      {"an empty feed", Feed, "", "", Unreadable, "it is no feed", "", 0, ""},
  };
}

std::vector<model::Fingerprint> fingerprints() {
  base::Findings findings;
  std::vector<model::Record> parts;
  for (const auto& file : load::scan(std::string(TIZIM_SOURCE_DIR) + "/content", "").files)
    if (file.kind == load::FileKind::Fingerprints) parts.push_back(load::parse(file, "", findings));
  REQUIRE(findings.empty());
  std::vector<model::Fingerprint> all;
  for (const auto& part : parts) all.insert(all.end(), part.fingerprints.begin(), part.fingerprints.end());
  REQUIRE(all.size() > 10);
  return all;
}

}  // namespace

TEST_CASE("every behaviour of a page has its outcome, within the limits of a parser, alone and among the others in one child") {
  const auto signs = fingerprints();
  const auto all = behaviours();
  std::vector<model::Source> sources;
  for (std::size_t i = 0; i < all.size(); ++i) {
    sources.emplace_back();
    sources.back().id = "test-source-" + std::to_string(i);
    sources.back().kind = all[i].kind;
  }
  const sandbox::Zones zones;
  sandbox::SnapshotReader together(sources, signs, zones);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& behaviour = all[i];
    INFO(behaviour.name);
    const sandbox::Snapshot snapshot{sources[i], sources[i].kind, false, behaviour.bytes, behaviour.content_type, "https://court.example/"};
    const auto parsed = sandbox::read_snapshot(snapshot, signs, nullptr);
    INFO(model::code_of(parsed.outcome) << ": " << parsed.detail << "; " << parsed.fingerprint);
    CHECK(parsed.outcome == behaviour.outcome);
    CHECK(parsed.detail.starts_with(behaviour.detail));
    CHECK(parsed.detail.empty() == (behaviour.outcome == ReadingOutcome::Read));
    CHECK(parsed.fingerprint.starts_with(behaviour.fingerprint));
    CHECK(parsed.fingerprint.empty() == std::string_view(behaviour.fingerprint).empty());
    CHECK(parsed.row_count() == behaviour.rows);
    if (*behaviour.words != '\0') {
      REQUIRE_FALSE(parsed.pages.empty());
      CHECK(parsed.pages[0].find(behaviour.words) != std::string::npos);
    }
    const auto beside = together.read(snapshot, "https://court.example");
    INFO("among the others " << model::code_of(beside.outcome) << ": " << beside.detail);
    CHECK(beside.outcome == parsed.outcome);
    if (parsed.outcome == ReadingOutcome::Read) CHECK((beside == parsed));
  }
  CHECK(sandbox::GuardLimits{}.wall < std::chrono::seconds(10));
#if !defined(__SANITIZE_ADDRESS__)
  rusage used{};
  ::getrusage(RUSAGE_CHILDREN, &used);
  CHECK(used.ru_maxrss < 256 * 1024);  // KiB, of the largest child
#endif
}
