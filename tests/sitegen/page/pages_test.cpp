#include "sitegen/page/pages.h"

#include <map>
#include <set>

#include "tests/support/catch.h"
#include "tests/support/sample_record.h"
#include "tracker/base/error.h"

namespace {

using Tree = std::map<std::string, std::string>;

Tree tree_of(const sitegen::view::View& view) {
  Tree tree;
  for (const auto& file : sitegen::page::pages(view)) REQUIRE(tree.emplace(file.path, file.bytes).second);
  return tree;
}

const Tree& sample_tree() {
  static const Tree kTree = tree_of(tests::sample_view());
  return kTree;
}

bool is_page(const std::string& path) {
  return path.ends_with(".html");
}

int count(const std::string& text, std::string_view part) {
  int found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

const std::string& page(const std::string& path) {
  INFO(path);
  REQUIRE(sample_tree().contains(path));
  return sample_tree().at(path);
}

bool has(const std::string& path, std::string_view text) {
  return page(path).find(text) != std::string::npos;
}

/// The path that a relative link on a page leads to.
std::string resolved(const std::string& from, const std::string& link) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view text) {
    while (!text.empty()) {
      const auto slash = text.find('/');
      const std::string part(text.substr(0, slash));
      if (part == "..") {
        REQUIRE_FALSE(parts.empty());
        parts.pop_back();
      } else {
        parts.push_back(part);
      }
      text.remove_prefix(slash == std::string_view::npos ? text.size() : slash + 1);
    }
  };
  if (const auto slash = from.rfind('/'); slash != std::string::npos) add(from.substr(0, slash));
  add(link);
  std::string path;
  for (const auto& part : parts) path += (path.empty() ? "" : "/") + part;
  return path;
}

}  // namespace

TEST_CASE("every language has every page, the default one at the root") {
  for (const char* root : {"", "ru/", "kk/"})
    for (const char* path : {"index.html", "list.html", "changes.html", "sources.html", "404.html",
                             "about.html", "method.html", "names.html", "numbers.html", "why.html", "cases.html",
                             "places.html", "feeds.html", "downloads.html", "list.js", "sources/report.html",
                             "courts/court.html", "regions/north.html", "designations/monitor-list.html", "people/xx-0001.html", "people/xx-0004.html",
                             "cases/harbour.html", "versions/1.html", "versions/2.html"})
      page(std::string(root) + path);
  page("assets/style.css");
  page("assets/icon.svg");
}

TEST_CASE("the same view gives the same bytes") {
  CHECK(tree_of(tests::sample_view()) == sample_tree());
}

TEST_CASE("every page has one heading of the first rank, landmarks, a language and its own policy") {
  for (const auto& [path, bytes] : sample_tree()) {
    if (!is_page(path)) continue;
    INFO(path);
    CHECK(count(bytes, "<h1") == 1);
    CHECK(count(bytes, "<main id=\"main\"") == 1);
    CHECK(count(bytes, "href=\"#main\"") == 1);
    CHECK(count(bytes, "default-src 'none'") == 1);
    CHECK(count(bytes, "<meta name=\"referrer\" content=\"no-referrer\">") == 1);
    const std::string language = path.starts_with("ru/") ? "ru" : path.starts_with("kk/") ? "kk" : "en";
    CHECK(bytes.starts_with("<!doctype html>\n<html lang=\"" + language + "\">"));
    CHECK(count(bytes, " hreflang=\"ru\" href=") >= 1);
  }
}

TEST_CASE("no page has a script that runs but the list's own, inline style or anything from another host") {
  for (const auto& [path, bytes] : sample_tree()) {
    if (!is_page(path)) continue;
    INFO(path);
    const int scripts = path == "list.html" || path.ends_with("/list.html") ? 1 : 0;
    CHECK(count(bytes, "<script") - count(bytes, "<script type=\"application/ld+json\">") == scripts);
    CHECK(count(bytes, "<script src=\"list.js\"></script>") == scripts);
    CHECK(count(bytes, " style=") == 0);
    CHECK(count(bytes, " src=") == scripts);
    CHECK(count(bytes, "<link rel=\"stylesheet\" href=\"http") == 0);
  }
}

TEST_CASE("every link of the site leads to a page and to a place on it") {
  for (const auto& [path, bytes] : sample_tree()) {
    if (!is_page(path)) continue;
    for (auto at = bytes.find("href=\""); at != std::string::npos; at = bytes.find("href=\"", at + 1)) {
      const auto end = bytes.find('"', at + 6);
      const std::string link = bytes.substr(at + 6, end - at - 6);
      if (link.starts_with("https://") || link.starts_with("mailto:")) continue;
      if (path.ends_with("404.html") && link.starts_with('/')) continue;  // tests/sitegen/page/not_found_test.cpp
      const auto hash = link.find('#');
      const std::string target = hash == 0 ? path : resolved(path, link.substr(0, hash));
      INFO(path << " -> " << link);
      // Downloads and feeds are made elsewhere; tests/sitegen/output looks at the whole site.
      if (target.starts_with("data/") || target.find("feeds/") != std::string::npos) continue;
      REQUIRE(sample_tree().contains(target));
      if (hash == std::string::npos) continue;
      CHECK(count(sample_tree().at(target), "id=\"" + link.substr(hash + 1) + "\"") == 1);
    }
  }
}

TEST_CASE("an id stands once on a page") {
  for (const auto& [path, bytes] : sample_tree()) {
    std::set<std::string> seen;
    for (auto at = bytes.find(" id=\""); at != std::string::npos; at = bytes.find(" id=\"", at + 1)) {
      const std::string id = bytes.substr(at + 5, bytes.find('"', at + 5) - at - 5);
      INFO(path << " " << id);
      CHECK(seen.insert(id).second);
    }
  }
}

TEST_CASE("every word of every page is known in every language") {
  for (const auto& [path, bytes] : sample_tree()) {
    INFO(path);
    CHECK(bytes.find("⟨") == std::string::npos);
  }
}

TEST_CASE("home says how many, as of when, and how old the news is") {
  CHECK(has("index.html",
            "<b class=\"number\">3</b> <span class=\"what\"><a href=\"list.html#held\">people deprived"));
  CHECK(has("index.html", "<span class=\"confirmed\">Last confirmed: the newest <time"));
  CHECK(has("index.html", "<svg class=\"chart\""));
  CHECK(has("index.html", "No hearing or other day ahead is known"));
  CHECK(has("index.html", "As of <time datetime=\"2024-04-01\">1 April 2024</time>."));
  CHECK(has("index.html", "of 3 people deprived of liberty, 2 have not been confirmed for more than a year"));
  CHECK(has("index.html", "is now on the list: wanted."));
}

TEST_CASE("home says so when the newest version changed nobody") {
  const auto before = tests::sample_record();
  auto after = before;
  after.sources[0].publisher = "Another Monitor";
  const auto tree = tree_of(sitegen::view::make_view(after, tests::versions_of({before, after}), {}));
  CHECK(tree.at("index.html").find("No person’s record changed in the newest version") != std::string::npos);
}

TEST_CASE("the list has everybody, also those whose name nobody knows") {
  CHECK(count(page("list.html"), "<tr data-n=") == 8);
  CHECK(has("list.html", "Name not known <span class=\"id\">(xx-0004)</span>"));
  CHECK(has("list.html", "<span class=\"stale\"><time datetime=\"2023-03\">March 2023</time><span class=\"sr\">, last confirmed more than a year ago</span></span>"));
  CHECK(has("list.html", "<li><span class=\"stale\">Last confirmed more than a year ago</span></li>"));
}

TEST_CASE("a person's page has every line with its source and what the source got wrong") {
  const std::string path = "people/xx-0001.html";
  CHECK(has(path, "<h1><bdi lang=\"en\">Test Person One</bdi></h1>"));
  CHECK(has(path, "The source says <q>2022</q>; we read <q>2023</q>."));
  CHECK(has(path, "<blockquote><p>The court remanded him for two months.</p>"));
  CHECK(has(path, "href=\"https://monitor.example.org/2023/10/remand\" rel=\"noreferrer\""));
  CHECK(has(path, "replaced by art.\u00a020"));
  CHECK(has(path, "<bdi lang=\"kk\">Сынақ Сынақов</bdi>"));
  CHECK(has(path, "Held for what they said, without violence."));
  CHECK(has(path, "https://list.example.org/people/xx-0001.html"));
  CHECK(has(path, "<a href=\"../people/xx-0003.html\"><bdi lang=\"en\">Test Person Three</bdi></a>"));
}

TEST_CASE("an entry of the timeline names the law of its articles once") {
  const std::string& text = page("people/xx-0003.html");
  const auto entry = [&](const char* id) {
    const auto from = text.find("<li id=\"event-harbour-" + std::string(id));
    return text.substr(from, text.find("<ul class=\"sources\"", from) - from);
  };
  CHECK(count(entry("e1"), "<ul class=\"articles\">") == 1);
  CHECK(count(entry("e1"), "Criminal Code of Sampleland") == 1);
  CHECK(count(entry("e2"), "<ul class=\"articles\">") == 2);
  CHECK(count(entry("e2"), "Criminal Code of Sampleland") == 1);
}

TEST_CASE("that something began within an interval is said in words of its own") {
  CHECK(has("people/xx-0008.html", "since a day between February and March 2022"));
  CHECK(count(page("ru/people/xx-0008.html"), "с какого-то дня между февралём и\u00a0мартом 2022") > 0);
  CHECK(count(page("ru/people/xx-0008.html"), "с между") == 0);
}

TEST_CASE("a person's page says who does not speak of the person, without judging") {
  CHECK(has("people/xx-0002.html", "Not known to be recognised by: <a href=\"../designations/monitor-list.html\">"));
  CHECK_FALSE(has("people/xx-0001.html", "Not known to be recognised by"));
}

TEST_CASE("a spelling whose language nobody knows has at least its script") {
  CHECK(has("people/xx-0001.html", "<bdi lang=\"und-Latn\">Proba Probayev</bdi>"));
}

TEST_CASE("every change has an address of its own, and the person's history leads there") {
  CHECK(has("versions/2.html", "<li id=\"person-xx-0001\">"));
  CHECK(has("versions/2.html", "<a href=\"../versions/2/person-xx-0001.html\">This change alone</a>"));
  CHECK(has("people/xx-0001.html", "href=\"../versions/2/person-xx-0001.html\""));
  CHECK(has("versions/2/person-xx-0001.html", "<h1>Test Person One: version 2</h1>"));
  CHECK(has("versions/2/person-xx-0001.html", "← <a href=\"../../versions/1/person-xx-0001.html\">Version 1</a>"));
  CHECK(has("versions/2/person-xx-0001.html", "https://list.example.org/versions/2/person-xx-0001.html"));
}

TEST_CASE("an error in a law can be reported as one about a person can") {
  CHECK(has("articles/xx-cc.12.html", "?subject=xx-cc.12%20v"));
}

TEST_CASE("search engines are told every language of a page by its whole address") {
  CHECK(has("ru/list.html", "<link rel=\"alternate\" hreflang=\"kk\" href=\"https://list.example.org/kk/list.html\">"));
  CHECK(has("ru/list.html", "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://list.example.org/list.html\">"));
  CHECK(has("ru/list.html", "<link rel=\"canonical\" href=\"https://list.example.org/ru/list.html\">"));
  CHECK(has("ru/people/xx-0001.html", "<a href=\"../../people/xx-0001.html\" lang=\"en\" hreflang=\"en\">English</a>"));
}

TEST_CASE("a text in another language says so, and a draft says that it is one") {
  CHECK(has("kk/people/xx-0001.html", "lang=\"en\">Published a newspaper"));
  CHECK(has("kk/people/xx-0001.html", "<span class=\"tongue\">тілі: ағылшын</span>"));
  CHECK(has("ru/people/xx-0001.html", "Этот перевод — черновик"));
  CHECK(has("kk/index.html", "<aside class=\"draft wide\">"));
  CHECK_FALSE(has("index.html", "class=\"draft wide\""));
}

TEST_CASE("a version reconciles every number by name") {
  CHECK(has("versions/2.html", "+ 1<p class=\"who\"><a href=\"../people/xx-0008.html\">"));
  CHECK(has("versions/2.html", "= <b>8</b>"));
}

TEST_CASE("the sources page says when each source was last seen and last tried") {
  CHECK(has("sources.html", "<time datetime=\"2024-03-20\">20 March 2024</time>"));
  CHECK(has("sources.html", "<time datetime=\"2024-04-01\">1 April 2024</time>, could not be reached"));
  CHECK(has("sources.html", "id=\"designation-monitor-list\""));
}

TEST_CASE("long pages of a phone are folded, and whoever follows a link into them finds its place") {
  CHECK(has("sources.html", "<details id=\"documents\" class=\"folded\" open="));
  CHECK(has("sources.html", "<details id=\"followed\" class=\"folded\">"));
  CHECK(has("sources.html", "<section id=\"source-feed\" class=\"source\">"));
  CHECK(has("sources.html", "Sample Monitor · <time datetime=\"2023-03\">March 2023</time> · English"));
  CHECK(has("journalists.html", "<details id=\"sources\" class=\"folded\">"));
}

TEST_CASE("a text page cannot take the place of a page that the site makes") {
  auto record = tests::sample_record();
  record.pages[0].id = "list";
  const auto view = sitegen::view::make_view(record, tests::versions_of({record}), {});
  REQUIRE_THROWS_AS(sitegen::page::pages(view), tracker::base::Error);
}
