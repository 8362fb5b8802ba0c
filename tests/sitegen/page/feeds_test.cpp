// The pages of feeds, of downloads and for journalists: every file that they name is made, and every file is named.
#include "sitegen/page/feeds.h"

#include <set>

#include "sitegen/page/downloads.h"
#include "sitegen/page/journalists.h"
#include "sitegen/page/person.h"
#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

using namespace sitegen;
using tracker::model::Download;

namespace {

using Make = view::OutputFile (*)(const view::View&, const view::Words&);

std::string page_of(const view::View& view, Make make, const std::string& language = "en") {
  return make(view, view::Words(view.record, language)).bytes;
}

view::View view_without(std::vector<Download> without) {
  auto record = tests::sample_record();
  record.site.downloads = tracker::model::Downloads{std::move(without)};
  return view::make_view(record, tests::versions_of({tests::sample_record_before(), record}), {});
}

bool links_to(const std::string& page, const std::string& path) {
  return page.find("href=\"" + path + "\"") != std::string::npos;
}

}  // namespace

TEST_CASE("the page of feeds leads to every feed of everything in three formats, to articles, regions, the calendar and the list") {
  const auto view = tests::sample_view();
  const auto page = page_of(view, page::feeds_page);
  for (const char* key : {"changes", "status", "corrections", "articles/xx-cc~3a12", "regions/north"})
    for (const char* format : {".atom", ".xml", ".json"}) {
      INFO(key << format);
      CHECK(links_to(page, "feeds/" + std::string(html::Url::local(key).text()) + format));
    }
  CHECK(links_to(page, "feeds/hearings.ics"));
  CHECK(links_to(page, "feeds/feeds.opml"));
}

TEST_CASE("the page of downloads leads to every table in three forms and to the files of every version") {
  const auto view = tests::sample_view();
  const auto page = page_of(view, page::downloads_page);
  for (const char* table : {"people", "events", "citations", "versions"}) {
    CHECK(links_to(page, std::string("data/") + table + ".csv"));
    CHECK(links_to(page, std::string("data/spreadsheet/") + table + ".csv"));
    CHECK(links_to(page, std::string("data/") + table + ".jsonl"));
  }
  for (const char* path : {"data/site.zip", "data/list.sqlite", "data/datapackage.json", "data/list.jsonld", "data/entities.ftm.json",
                           "data/versions/000001.json", "data/versions/000002.json", "data/deltas/000002.jsonl"}) {
    INFO(path);
    CHECK(links_to(page, path));
  }
  CHECK_FALSE(links_to(page, "data/deltas/000001.jsonl"));
  CHECK(links_to(page_of(view, page::downloads_page, "ru"), "../data/people.csv"));
}

TEST_CASE("what the site does without is named on no page") {
  const auto view = view_without({Download::SiteZip, Download::Sqlite, Download::FollowTheMoney, Download::Deltas, Download::Evidence,
                                  Download::PeopleFeeds});
  const auto page = page_of(view, page::downloads_page);
  for (const char* path : {"data/site.zip", "data/list.sqlite", "data/entities.ftm.json", "data/deltas/000002.jsonl"}) {
    INFO(path);
    CHECK_FALSE(links_to(page, path));
  }
  const auto person = page::person_page(view, view::Words(view.record, "en"), view.record.people[0]).bytes;
  CHECK(person.find("feeds/people/") == std::string::npos);
  CHECK(person.find("data/evidence/") == std::string::npos);
}

TEST_CASE("a person's page leads to the person's feed and evidence, in its head and for people") {
  const auto view = tests::sample_view();
  const auto person = page::person_page(view, view::Words(view.record, "en"), view.record.people[0]).bytes;
  CHECK(person.find("<section aria-labelledby=\"follow\">") != std::string::npos);
  CHECK(person.find("type=\"application/atom+xml\" title=\"Prisoners of Sampleland: Test Person One\" "
                    "href=\"../feeds/people/xx-0001.atom\"") != std::string::npos);
  CHECK(links_to(person, "../data/evidence/xx-0001.zip"));
}

TEST_CASE("journalists read the numbers with their version, what is in each feed, and how complete list and sources are") {
  const auto view = tests::sample_view();
  const auto page = page_of(view, page::journalists_page);
  CHECK(page.find(std::to_string(view.totals.deprived.size()) + " deprived of liberty") != std::string::npos);
  CHECK(page.find("in version 2 of <time datetime=\"2024-04-01\">") != std::string::npos);
  CHECK(links_to(page, "feeds/corrections.atom"));
  CHECK(page.find("7 of 8") != std::string::npos);  // one name is not known
  CHECK(page.find("1 of 2 (last <time datetime=\"2024-03-20\">") != std::string::npos);  // the followed source
}

TEST_CASE("every word of these pages is known in every language") {
  const auto view = tests::sample_view();
  for (const char* language : {"en", "ru", "kk"})
    for (const Make make : {page::feeds_page, page::downloads_page, page::journalists_page}) {
      const auto page = page_of(view, make, language);
      INFO(language);
      CHECK(page.find("⟨") == std::string::npos);
    }
}
