#include "tracker/parse/parse.h"

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
