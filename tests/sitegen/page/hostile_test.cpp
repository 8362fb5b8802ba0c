// A record in which every text is hostile still gives pages with the tags of our own pages and no other.
#include <set>

#include "sitegen/page/pages.h"
#include "tests/sitegen/html/hostile.h"
#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

namespace {

using namespace tracker::model;

Localised all_languages(const std::string& text) {
  return {{{"en", text}, {"ru", text}}};
}

/// What the versioned state can hold is UTF-8; the rest is refused long before it gets here.
bool is_utf8(const std::string& text) {
  return text.find('\xFF') == std::string::npos;
}

Record hostile_record(const std::string& text) {
  Record record = tests::sample_record();
  record.site.title = all_languages(text);
  record.site.subtitle = all_languages(text);
  record.site.publisher = text;
  record.site.contact = text;
  record.site.licence = text;
  for (auto& person : record.people) {
    if (!person.name.empty()) person.name = all_languages(text);
    person.also = {text};
    person.occupation = text;
    person.groups = {text};
    person.tags = {text};
    person.activity = all_languages(text);
    person.identity_note = all_languages(text);
    person.life["en"].body = text;
    for (auto& event : person.events) {
      event.text = event.note = all_languages(text);
      event.original = event.corrected = text;
      for (auto& citation : event.sources)
        citation.locator = citation.quote = citation.url = citation.snapshot = text;
    }
  }
  for (auto& source : record.sources) {
    source.title = source.note = all_languages(text);
    source.publisher = source.url = source.licence = text;
    source.languages = {text};
  }
  for (auto& place : record.places) place.name = all_languages(text);
  for (auto& law : record.laws) law.title = all_languages(text);
  for (auto& of_case : record.cases) {
    of_case.title = of_case.summary = all_languages(text);
    of_case.number = text;
  }
  for (auto& designation : record.designations) {
    designation.name = designation.note = all_languages(text);
    designation.body = designation.url = text;
    designation.criteria["conscience"] = all_languages(text);
  }
  for (auto& page : record.pages) {
    page.title = all_languages(text);
    page.text["en"].body = text;
  }
  return record;
}

std::set<std::string> tags_of(const std::vector<sitegen::view::OutputFile>& files) {
  std::set<std::string> tags;
  for (const auto& file : files) {
    if (!file.path.ends_with(".html")) continue;
    const std::string& bytes = file.bytes;
    for (auto at = bytes.find('<'); at != std::string::npos; at = bytes.find('<', at + 1)) {
      std::string tag = bytes.substr(at + 1, bytes.find_first_of(" >\n", at + 1) - at - 1);
      tags.insert(std::move(tag));
    }
  }
  return tags;
}

}  // namespace

TEST_CASE("no hostile text of a record brings a tag, a handler or an unsafe address into a page") {
  std::set<std::string> known = tags_of(sitegen::page::pages(tests::sample_view()));
  for (const char* of_markdown : {"pre", "/pre", "strong", "/strong", "hr"}) known.insert(of_markdown);
  for (const auto& text : tests::hostile_texts()) {
    if (!is_utf8(text) || text.size() > 10000) continue;
    INFO(text);
    Record record = hostile_record(text);
    const auto versions = tests::versions_of({record});
    const auto files = sitegen::page::pages(sitegen::view::make_view(std::move(record), versions, {}));
    for (const auto& tag : tags_of(files)) {
      INFO(tag);
      CHECK(known.contains(tag));
    }
    for (const auto& file : files) {
      CHECK(file.bytes.find("href=\"javascript:") == std::string::npos);
      CHECK(file.bytes.find("\xE2\x80\xAE") == std::string::npos);
    }
  }
}
