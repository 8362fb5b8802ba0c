#include "tracker/parse/parse.h"

#include <set>

#include "tests/support/catch.h"
#include "tests/tracker/parse/support.h"

using namespace tracker;
using tests::read;

namespace {

model::Source expecting(const char* canary) {
  auto source = tests::source_of(model::SourceKind::Page);
  source.expect = model::Expectation{};
  source.expect->canary = canary;
  return source;
}

model::Fingerprint sign(std::string id, std::vector<std::string> all, std::optional<int> most_words = {}) {
  model::Fingerprint made;
  made.id = std::move(id);
  made.all = std::move(all);
  made.most_words = most_words;
  return made;
}

}  // namespace

TEST_CASE("a canary is found whatever its letters and spaces") {
  CHECK(read(expecting("список  ДЕЛ"), {"<p>Список<br>дел"}).has_canary);
  CHECK(read(expecting("data-list"), {"<p data-list=1>x"}).has_canary);
  CHECK_FALSE(read(expecting("Список дел"), {"<p>Доступ закрыт"}).has_canary);
  CHECK(read(expecting("Список дел"), {"<p>an article", "", true}).has_canary);
}

TEST_CASE("pages in place of the page are known by their fingerprints") {
  const std::vector<model::Fingerprint> signs = {sign("captcha", {"captcha"}, 50), sign("login", {"password", "sign in"})};
  const auto of = [&](std::string_view html) { return read(tests::source_of(model::SourceKind::Page), {html}, nullptr, signs).fingerprint; };
  CHECK(of("<form class=g-reCAPTCHA>Are you human?</form>") == "captcha");
  CHECK(of("<p>Sign In<input type=password>") == "login");
  CHECK(of("<p>An article on passwords").empty());
  std::string article = "<p>captcha";
  for (int i = 0; i < 60; ++i) article += " word";
  CHECK(of(article).empty());
}

TEST_CASE("a source may name texts of its own by which it is blocked or says that there is nothing") {
  auto source = tests::source_of(model::SourceKind::Page);
  source.expect = model::Expectation{};
  source.expect->blocked = {"Доступ ограничен"};
  source.expect->nothing = {"ничего не найдено"};
  CHECK(read(source, {"<p>доступ ограничен"}).fingerprint == "blocked");
  CHECK(read(source, {"<p>По указанным данным ничего не найдено"}).says_nothing);
  CHECK_FALSE(read(source, {"<p>x"}).says_nothing);
}

TEST_CASE("words beyond the limit are cut at a letter, and that is said") {
  std::string html = "<p>";
  while (html.size() < 9'000'000) html += "слово";
  const auto parsed = read(tests::source_of(model::SourceKind::Page), {html});
  CHECK(parsed.pages[0].size() <= parse::kMostText);
  CHECK(parsed.pages[0].size() > parse::kMostText - 4);
  CHECK(parsed.left_out == std::vector<std::string>{"more than 8388608 bytes of words: the rest is left out"});
}

TEST_CASE("the digest of the rules changes with each rule") {
  const auto base = tests::source_of(model::SourceKind::Page);
  std::set<base::Digest> digests{parse::rules_digest(base, {})};
  const auto differs = [&](auto change) {
    auto source = base;
    change(source);
    return digests.insert(parse::rules_digest(source, {})).second;
  };
  CHECK(differs([](auto& s) { s.kind = model::SourceKind::Feed; }));
  CHECK(differs([](auto& s) { s.select.text = "a"; }));
  CHECK(differs([](auto& s) { s.remove = {{"a", {}}}; }));
  CHECK(differs([](auto& s) { s.zone = "a"; }));
  CHECK(differs([](auto& s) { s.follow = model::Following{}; }));
  CHECK(differs([](auto& s) { s.follow = model::Following{.links = {"a", {}}}; }));
  CHECK(differs([](auto& s) { s.columns.emplace_back(); }));
  CHECK(differs([](auto& s) { s.expect = model::Expectation{.canary = "a"}; }));
  CHECK(digests.insert(parse::rules_digest(base, {sign("a", {"b"})})).second);
  CHECK_FALSE(differs([](auto& s) { s.publisher = "somebody else"; }));
}

TEST_CASE("a PDF is known by its first bytes and a script by its name") {
  CHECK(parse::is_pdf("\n%PDF-1.4"));
  CHECK_FALSE(parse::is_pdf("<p>%PDF"));
  CHECK(parse::has_script("<< /S /JavaScript /JS (app.alert(1)) >>"));
  CHECK_FALSE(parse::has_script("<< /Type /Page >>"));
}

TEST_CASE("whatever is broken in a page, every parser ends with an outcome, and what it says is whole") {
  const std::string seeds[] = {
      "<rss><channel><title>T</title><item><title>A &amp; <![CDATA[<b>]]></title><link>/a</link><pubDate>Mon, 30 Dec 2019 23:05:00 +0300</pubDate></item></channel></rss>",
      "<table><tr><th rowspan=2>Номер дела<th colspan=3>Дата<tr><td>7594-25-00-4к/1(2)<td>15.01.2025 10:30<td>x</table><svg><g/></svg><p hidden>y",
      "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"url\":\"/a\",\"date_published\":\"2024-03-01T10:00:00+05:00\"}]}",
      "<urlset><url><loc>https://court.example/list/1</loc><lastmod>2024</lastmod></url></urlset>",
      "case_number;date\n7594-25-00-1/7;\"15.01.2025\n"};
  std::uint32_t state = 12345;
  const auto next = [&] { return state = state * 1664525 + 1013904223; };
  using enum model::SourceKind;
  for (int round = 0; round < 400; ++round) {
    std::string bytes = seeds[next() % 5];
    for (std::uint32_t change = next() % 6; change > 0; --change) {
      const auto at = next() % bytes.size();
      switch (next() % 4) {
        case 0: bytes[at] = static_cast<char>(next() >> 24); break;
        case 1: bytes.erase(at, next() % 9); break;
        case 2: bytes.insert(at, bytes.substr(next() % bytes.size(), next() % 40)); break;
        default: bytes.resize(at + 1); break;
      }
    }
    for (const auto kind : {Page, Listing, Feed, Sitemap, Document, CourtCases, Import}) {
      auto source = tests::source_of(kind);
      source.columns.emplace_back().number = 1;
      INFO("round " << round << ", " << model::code_of(kind));
      const auto parsed = read(source, {bytes, kind == Import ? "text/csv" : ""});
      CHECK(parse::parsed_from_json(parse::to_json(parsed)) == parsed);
    }
  }
}
