// All feeds together: three formats that say the same, older pages that add up, ids that outlive every name.
#include "sitegen/feed/feeds.h"

#include <pugixml.hpp>

#include <algorithm>
#include <set>

#include "tests/sitegen/feed/support.h"
#include "tests/support/catch.h"

using namespace sitegen;
using tracker::model::Record;
using tracker::model::RulingKind;
using Json = nlohmann::json;

namespace {

struct Item {
  std::string id, title, link, content, updated;
  friend bool operator==(const Item&, const Item&) = default;
};

std::vector<Item> atom_items(const std::string& bytes) {
  pugi::xml_document document;
  REQUIRE(document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata_single));
  std::vector<Item> items;
  for (const auto entry : document.child("feed").children("entry"))
    items.push_back({entry.child_value("id"), entry.child_value("title"), entry.child("link").attribute("href").value(),
                     entry.child_value("content"), entry.child_value("updated")});
  return items;
}

std::vector<Item> rss_items(const std::string& bytes) {
  pugi::xml_document document;
  REQUIRE(document.load_buffer(bytes.data(), bytes.size()));
  std::vector<Item> items;
  for (const auto item : document.child("rss").child("channel").children("item"))
    items.push_back({item.child_value("guid"), item.child_value("title"), item.child_value("link"),
                     item.child_value("description"), item.child_value("pubDate")});
  return items;
}

std::vector<Item> json_items(const std::string& bytes) {
  std::vector<Item> items;
  const auto feed = Json::parse(bytes);
  for (const auto& item : feed.at("items"))
    items.push_back({item.at("id"), item.at("title"), item.at("url"), item.at("content_html"), item.at("date_modified")});
  return items;
}

/// Two versions, the second with `count` new people.
view::View many(int count) {
  auto before = tests::sample_record_before(), after = tests::sample_record();
  for (int i = 0; i < count; ++i) after.people.push_back(tests::plain_person(i));
  tracker::model::sort_record(after);
  return tests::view_of({before, after});
}

/// Everything that can be renamed without becoming another list.
void rename(Record& record) {
  record.site.base_url = "https://elsewhere.example.com/a/b/";
  record.site.publisher = "Another Committee";
  for (auto& [language, title] : record.site.title.by_language) title = "Another title";
  for (auto& person : record.people) person.name.by_language["en"] = "Another name";
  for (auto& of_case : record.cases) of_case.title.by_language["en"] = "Another case";
  for (auto& place : record.places) place.name.by_language["en"] = "Another place";
  for (auto& law : record.laws) law.title.by_language["en"] = "Another law";
}

}  // namespace

TEST_CASE("the three formats of every feed have the same entries") {
  const auto files = tests::feeds_of(tests::sample_view());
  int compared = 0;
  for (const auto& [path, bytes] : files) {
    if (!path.ends_with(".atom")) continue;
    INFO(path);
    const std::string stem = path.substr(0, path.size() - 5);
    const auto atom = atom_items(bytes);
    CHECK(atom == json_items(files.at(stem + ".json")));
    auto rss = rss_items(files.at(stem + ".xml"));
    REQUIRE(rss.size() == atom.size());
    for (std::size_t i = 0; i < rss.size(); ++i) rss[i].updated = atom[i].updated;  // another form of the same moment
    CHECK(rss == atom);
    ++compared;
  }
  CHECK(compared > 45);
}

TEST_CASE("a language's feeds speak it and have the same ids") {
  const auto files = tests::feeds_of(tests::sample_view());
  for (const auto& [path, bytes] : files) {
    if (path.rfind("feeds/", 0) != 0 || !path.ends_with(".json")) continue;
    INFO(path);
    for (const char* language : {"ru", "kk"}) {
      const auto other = files.find(std::string(language) + "/" + path);
      REQUIRE(other != files.end());
      CHECK(tests::ids_of(other->second) == tests::ids_of(bytes));
      CHECK(Json::parse(other->second).at("language") == language);
    }
  }
}

TEST_CASE("ids never change: another title, address and names leave every id of every feed as it was") {
  auto before = tests::sample_record_before(), after = tests::sample_record();
  const auto old = tests::feeds_of(tests::view_of({before, after}));
  rename(before);
  rename(after);
  const auto renamed = tests::feeds_of(tests::view_of({before, after}));
  int feeds = 0;
  for (const auto& [path, bytes] : old) {
    INFO(path);
    REQUIRE(renamed.contains(path));
    if (path.ends_with(".json")) {
      CHECK(tests::ids_of(renamed.at(path)) == tests::ids_of(bytes));
      CHECK(Json::parse(renamed.at(path))["_tizim"]["id"] == Json::parse(bytes)["_tizim"]["id"]);
      ++feeds;
    }
    if (path.ends_with(".ics")) {
      const auto uids = [](const std::string& text) {
        std::vector<std::string> found;
        for (auto at = text.find("\r\nUID:"); at != std::string::npos; at = text.find("\r\nUID:", at + 1))
          found.push_back(text.substr(at, text.find("\r\n", at + 2) - at));
        return found;
      };
      CHECK(uids(renamed.at(path)) == uids(bytes));
      CHECK(uids(bytes).size() > 1);
    }
  }
  CHECK(feeds > 45);
  CHECK(old.size() == renamed.size());
}

TEST_CASE("an entry is as old as its version, and a feed as its newest entry") {
  const auto view = tests::sample_view();
  const auto files = tests::feeds_of(view);
  for (const auto& item : json_items(files.at("feeds/people/xx-0001.json"))) {
    INFO(item.id);
    CHECK(item.updated == (item.id.ends_with("/version/2") ? "2024-04-01T12:00:00Z" : "2024-03-01T12:00:00Z"));
  }
  const auto updated = [&](const char* path) {
    pugi::xml_document document;
    const auto& bytes = files.at(path);
    REQUIRE(document.load_buffer(bytes.data(), bytes.size()));
    return std::string(document.child("feed").child_value("updated"));
  };
  CHECK(updated("feeds/people/xx-0001.atom") == "2024-04-01T12:00:00Z");
  CHECK(updated("feeds/people/xx-0005.atom") == "2024-03-01T12:00:00Z");
  CHECK(updated("feeds/corrections.atom") == "2024-03-01T12:00:00Z");  // empty: as old as the list
}

TEST_CASE("few entries are one page, and many are archives of a hundred and a page of those that are newer") {
  CHECK_FALSE(tests::feeds_of(many(150)).contains("feeds/changes/archive-1.json"));
  const auto view = many(400);
  const auto files = tests::feeds_of(view);
  const auto total = feed::channels_of(view).all[0].entries.size();
  std::string path = "feeds/changes.json";
  std::vector<std::string> ids;
  std::vector<std::size_t> sizes;
  for (;;) {
    const auto feed = Json::parse(files.at(path));
    const auto of_page = tests::ids_of(files.at(path));
    ids.insert(ids.end(), of_page.begin(), of_page.end());
    sizes.push_back(of_page.size());
    CHECK(feed.at("_tizim").at("archive") == (sizes.size() > 1));
    if (!feed.contains("next_url")) break;
    path = feed.at("next_url").get<std::string>().substr(view.record.site.base_url.size());
  }
  CHECK(ids.size() == total);
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == total);
  CHECK(sizes.front() >= feed::kEntriesOfArchive);
  CHECK(sizes.front() < 2 * feed::kEntriesOfArchive);
  for (std::size_t i = 1; i < sizes.size(); ++i) CHECK(sizes[i] == feed::kEntriesOfArchive);
  CHECK(ids.front() == "tag:example.org,2024:version/2");
}

TEST_CASE("archives say that they are, and lead to older and newer ones and to the page that is followed") {
  const auto files = tests::feeds_of(many(400));
  pugi::xml_document followed, archive;
  const auto &first = files.at("feeds/changes.atom"), &second = files.at("feeds/changes/archive-2.atom");
  REQUIRE(followed.load_buffer(first.data(), first.size()));
  REQUIRE(archive.load_buffer(second.data(), second.size()));
  const auto link = [](const pugi::xml_document& document, const char* rel) {
    return std::string(document.child("feed").find_child_by_attribute("link", "rel", rel).attribute("href").value());
  };
  const std::string base = "https://list.example.org/feeds/changes";
  CHECK_FALSE(followed.child("feed").child("fh:archive"));
  CHECK(link(followed, "prev-archive") == base + "/archive-3.atom");
  CHECK(archive.child("feed").child("fh:archive"));
  CHECK(link(archive, "self") == base + "/archive-2.atom");
  CHECK(link(archive, "current") == base + ".atom");
  CHECK(link(archive, "prev-archive") == base + "/archive-1.atom");
  CHECK(link(archive, "next-archive") == base + "/archive-3.atom");
}

TEST_CASE("an archive keeps its bytes as entries are added") {
  auto states = std::vector<Record>{tests::sample_record_before(), tests::sample_record()};
  for (int i = 0; i < 400; ++i) states[1].people.push_back(tests::plain_person(i));
  tracker::model::sort_record(states[1]);
  const auto old = tests::feeds_of(tests::view_of(states));
  auto third = states[1];
  for (auto& person : third.people) person.sex = tracker::model::Sex::Female;
  states.push_back(third);
  const auto grown = tests::feeds_of(tests::view_of(states));
  for (const auto& format : {".xml", ".atom", ".json"}) {
    const std::string path = std::string("feeds/changes/archive-1") + format;
    CHECK(grown.at(path) == old.at(path));
  }
  CHECK(grown.contains("feeds/changes/archive-6.atom"));
}

TEST_CASE("a correction says what was wrong, what is right and why, and points at the old entry in every format") {
  auto first = tests::sample_record(), second = first;
  first.people[0].events[0].date = tracker::base::PartialDate::parse("2022-10-12");
  second.rulings = {tests::ruling(RulingKind::Correction, "person/xx-0001", "event.e1.date")};
  const auto files = tests::feeds_of(tests::view_of({first, second}));
  const auto item = Json::parse(files.at("feeds/corrections.json")).at("items").at(0);
  CHECK(item.at("id") == "tag:example.org,2024:person/xx-0001/version/2");
  CHECK(item.at("title").get<std::string>().rfind("Correction. Test Person One", 0) == 0);
  const std::string content = item.at("content_html");
  CHECK(content.find("date. Wrong: 12 October 2022. Right: 12 October 2023.") != std::string::npos);
  CHECK(content.find("Why: The report had the wrong year.") != std::string::npos);
  CHECK(content.find("href=\"https://list.example.org/versions/1.html#person-xx-0001\"") != std::string::npos);
  CHECK(item.at("_tizim").at("corrects").at(0).at("id") == "tag:example.org,2024:person/xx-0001/version/1");
  const std::string reply = "<thr:in-reply-to ref=\"tag:example.org,2024:person/xx-0001/version/1\" "
                            "href=\"https://list.example.org/versions/1.html#person-xx-0001\"";
  CHECK(files.at("feeds/corrections.atom").find(reply) != std::string::npos);
  CHECK(files.at("feeds/corrections.xml").find(reply) != std::string::npos);
  CHECK(tests::ids_of(files.at("feeds/changes.json")).at(1) == item.at("id"));
}

TEST_CASE("a retraction is said aloud and shows what was taken back") {
  auto first = tests::sample_record(), second = first;
  second.people[4].events.clear();
  second.rulings = {tests::ruling(RulingKind::Retraction, "person/xx-0005", "event.e1")};
  const auto files = tests::feeds_of(tests::view_of({first, second}));
  const auto item = Json::parse(files.at("feeds/corrections.json")).at("items").at(0);
  CHECK(item.at("title").get<std::string>().rfind("Retraction. Test Person Five", 0) == 0);
  CHECK(item.at("content_html").get<std::string>().find("Wrong: 6 October 2023. Right: nothing.") != std::string::npos);
}

TEST_CASE("what is withheld stands in no feed") {
  const auto record = tests::sample_record();
  auto versions = tests::versions_of({tests::sample_record_before(), record});
  auto without = record;
  for (auto& version : versions)
    for (auto& change : version.changes)
      if (change.field == "also" && change.entity == "person/xx-0001") {
        change.value.reset();
        change.salt.clear();
      }
  without.people[0].also.clear();
  for (const auto& [path, bytes] : tests::feeds_of(view::make_view(without, versions, {}))) {
    INFO(path);
    CHECK(bytes.find("Proba Probayev") == std::string::npos);
  }
}

TEST_CASE("the same record gives the same bytes") {
  CHECK(tests::feeds_of(tests::sample_view()) == tests::feeds_of(tests::sample_view()));
}

TEST_CASE("the list of feeds names each once, under the addresses where they stand") {
  const auto view = tests::sample_view();
  const auto files = tests::feeds_of(view);
  pugi::xml_document document;
  const auto& bytes = files.at("ru/feeds/feeds.opml");
  REQUIRE(document.load_buffer(bytes.data(), bytes.size()));
  std::set<std::string> addresses;
  for (const auto found : document.select_nodes("/opml/body/outline/outline")) {
    const std::string address = found.node().attribute("xmlUrl").value();
    INFO(address);
    CHECK(files.contains(address.substr(view.record.site.base_url.size())));
    CHECK(addresses.insert(address).second);
    CHECK(std::string(found.node().attribute("type").value()) == "rss");
    CHECK(found.node().attribute("text"));
  }
  CHECK(addresses.size() == feed::channels_of(view).all.size());
}
