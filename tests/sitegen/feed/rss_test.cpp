// The feed against the rules of RSS 2.0 (rssboard.org/rss-specification) and of tag URIs (RFC 4151).
#include "sitegen/feed/feeds.h"

#include <pugixml.hpp>

#include <algorithm>
#include <regex>
#include <set>

#include "tests/support/catch.h"
#include "tests/support/sample_record.h"

using namespace sitegen;
using tracker::model::Record;

namespace {

view::View view_of(const std::vector<Record>& states) {
  return view::make_view(states.back(), tests::versions_of(states), {});
}

struct Feed {
  std::string path;
  std::string bytes;
  pugi::xml_document document;

  pugi::xml_node channel() const { return document.child("rss").child("channel"); }
  std::vector<pugi::xml_node> items() const {
    std::vector<pugi::xml_node> found;
    for (const auto item : channel().children("item")) found.push_back(item);
    return found;
  }
};

Feed feed_of(const view::View& view, const std::string& language = "en") {
  const auto channels = feed::channels_of(view);
  const view::Words words(view.record, language);
  feed::Feeds feeds(view, channels, words);
  const auto file = feeds.files_of(channels.all[0], 0)[0];
  Feed feed{file.path, file.bytes, {}};
  const auto parsed = feed.document.load_buffer(file.bytes.data(), file.bytes.size());
  INFO(parsed.description());
  REQUIRE(parsed);
  return feed;
}

std::vector<std::string> guids_of(const Feed& feed) {
  std::vector<std::string> guids;
  for (const auto& item : feed.items()) guids.emplace_back(item.child_value("guid"));
  return guids;
}

bool is_rfc822(const std::string& text) {
  static const std::regex kForm(
      "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-3][0-9] (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4} "
      "[0-2][0-9]:[0-5][0-9]:[0-5][0-9] \\+0000");
  return std::regex_match(text, kForm);
}

int count_children(const pugi::xml_node& node, const char* name) {
  int count = 0;
  for ([[maybe_unused]] const auto child : node.children(name)) ++count;
  return count;
}

const char* const kHostile = "<script>alert(\"1\")</script> & 'x' ]]> \u202e\uFFFE\uFFFF";

}  // namespace

TEST_CASE("the feed is RSS 2.0 with all that a channel must have, once each") {
  const auto feed = feed_of(tests::sample_view());
  CHECK(feed.path == "feeds/changes.xml");
  CHECK(feed.bytes.rfind("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", 0) == 0);
  CHECK(std::string(feed.document.child("rss").attribute("version").value()) == "2.0");
  CHECK(count_children(feed.document.child("rss"), "channel") == 1);
  for (const char* name :
       {"title", "link", "description", "language", "pubDate", "lastBuildDate", "docs", "generator"}) {
    INFO(name);
    CHECK(count_children(feed.channel(), name) == 1);
    CHECK_FALSE(std::string(feed.channel().child_value(name)).empty());
  }
  CHECK(std::string(feed.channel().child_value("title")) == "Prisoners of Sampleland: changes");
  CHECK(std::string(feed.channel().child_value("link")) == "https://list.example.org/changes.html");
  CHECK(is_rfc822(feed.channel().child_value("pubDate")));
  CHECK(std::string(feed.channel().child_value("pubDate")) == "Mon, 01 Apr 2024 12:00:00 +0000");
  CHECK(std::string(feed.channel().child_value("lastBuildDate")) == feed.channel().child_value("pubDate"));
}

TEST_CASE("the feed says where it stands itself") {
  const auto feed = feed_of(tests::sample_view());
  const auto link = feed.channel().child("atom:link");
  CHECK(std::string(link.attribute("href").value()) == "https://list.example.org/feeds/changes.xml");
  CHECK(std::string(link.attribute("rel").value()) == "self");
  CHECK(std::string(link.attribute("type").value()) == "application/rss+xml");
  CHECK(std::string(feed.document.child("rss").attribute("xmlns:atom").value()) ==
        "http://www.w3.org/2005/Atom");
}

TEST_CASE("a feed in another language stands in that language's folder and speaks it") {
  const auto feed = feed_of(tests::sample_view(), "ru");
  CHECK(feed.path == "ru/feeds/changes.xml");
  CHECK(std::string(feed.channel().child_value("language")) == "ru");
  CHECK(std::string(feed.channel().child_value("link")) == "https://list.example.org/ru/changes.html");
  CHECK(feed.bytes.find("Проба") != std::string::npos);
  CHECK(guids_of(feed) == guids_of(feed_of(tests::sample_view())));
}

TEST_CASE("there is one item a version, person and case, newest first, each with all that it needs") {
  const auto view = tests::sample_view();
  const auto feed = feed_of(view);
  std::vector<std::string> expected;
  for (auto shown = view.history.rbegin(); shown != view.history.rend(); ++shown) {
    const std::string version = "version/" + std::to_string(shown->version->number);
    expected.push_back("tag:example.org,2024:" + version);
    for (const auto& entity : shown->entities)
      if (entity.kind == "person" || entity.kind == "case")
        expected.push_back("tag:example.org,2024:" + entity.kind + "/" + entity.id + "/" + version);
  }
  auto guids = guids_of(feed);
  std::erase_if(guids, [](const auto& guid) { return guid.find(":source/") != std::string::npos; });  // gap_notices_test.cpp
  CHECK(guids == expected);
  CHECK(expected.size() >= 9);
  CHECK(std::set<std::string>(expected.begin(), expected.end()).size() == expected.size());
  for (const auto& item : feed.items()) {
    for (const char* name : {"title", "link", "description", "guid", "pubDate"}) {
      INFO(name);
      CHECK(count_children(item, name) == 1);
      CHECK_FALSE(std::string(item.child_value(name)).empty());
    }
    CHECK(std::string(item.child("guid").attribute("isPermaLink").value()) == "false");
    CHECK(is_rfc822(item.child_value("pubDate")));
    CHECK(std::string(item.child_value("link")).rfind("https://list.example.org/", 0) == 0);
  }
  CHECK(std::string(feed.items().front().child_value("pubDate")) == "Mon, 01 Apr 2024 12:00:00 +0000");
  CHECK(std::string(feed.items().back().child_value("pubDate")) == "Fri, 01 Mar 2024 12:00:00 +0000");
}

TEST_CASE("the name of an item survives a new address, a new title and a new name") {
  auto before = tests::sample_record_before(), after = tests::sample_record();
  const auto old = guids_of(feed_of(view_of({before, after})));
  for (auto* record : {&before, &after}) {
    record->site.base_url = "https://elsewhere.example.com/list/";
    record->site.title.by_language["en"] = "Another title";
    record->people[0].name.by_language["en"] = "Another name";
  }
  const auto moved = feed_of(view_of({before, after}));
  CHECK(guids_of(moved) == old);
  CHECK(std::string(moved.channel().child_value("title")) == "Another title: changes");
  CHECK(std::string(moved.channel().child_value("link")) ==
        "https://elsewhere.example.com/list/changes.html");
  CHECK(std::find(old.begin(), old.end(), "tag:example.org,2024:person/xx-0001/version/2") != old.end());
}

TEST_CASE("a title is a sentence that stands alone") {
  auto after = tests::sample_record();
  const auto feed = feed_of(view_of({tests::sample_record_before(), after}));
  std::set<std::string> titles;
  for (const auto& item : feed.items()) titles.insert(item.child_value("title"));
  CHECK(titles.contains(
      "Test Person One: new or corrected details; status unchanged (in pre-trial detention)."));
  CHECK(titles.contains("Test Person Eight is now on the list: wanted."));
}

TEST_CASE("a person who leaves the list has an item that leads to the version") {
  auto before = tests::sample_record(), after = tests::sample_record();
  after.people.pop_back();
  const auto feed = feed_of(view_of({before, after}));
  const auto item = feed.items().at(1);
  CHECK(std::string(item.child_value("link")) == "https://list.example.org/versions/2.html");
  CHECK(std::string(item.child_value("title")) == "xx-0008 is no longer on the list.");
}

TEST_CASE("an added event stands in the description with its date") {
  auto before = tests::sample_record(), after = tests::sample_record();
  auto event = after.people[0].events[0];
  event.id = "e9";
  event.type = tracker::model::EventType::HungerStrike;
  event.date = tracker::base::PartialDate::parse("2024-02");
  after.people[0].events.push_back(event);
  const std::string description =
      feed_of(view_of({before, after})).items().at(1).child_value("description");
  CHECK(description.find("Added: February 2024: ") != std::string::npos);
  CHECK(description.find("Recorded in version 2.") != std::string::npos);
}

TEST_CASE("a hostile name is text in every reader: no markup in the XML, none in the HTML of a description") {
  auto record = tests::sample_record();
  record.people[0].name.by_language["en"] = kHostile;
  record.site.title.by_language["en"] = kHostile;
  const auto view = view_of({record});
  const auto feed = feed_of(view);
  CHECK(feed.bytes.find("<script") == std::string::npos);
  CHECK(feed.bytes.find("\uFFFE") == std::string::npos);
  CHECK(feed.bytes.find("\uFFFF") == std::string::npos);
  for (const auto& item : feed.items()) {
    const std::string description = item.child_value("description");
    CHECK(description.rfind("<p>", 0) == 0);
    CHECK(description.find("<script") == std::string::npos);
  }
  CHECK(std::string(feed.items().at(2).child_value("title"))
            .find("＜script>alert(\"1\")＜/script> & 'x' ]]>") == 0);
}
