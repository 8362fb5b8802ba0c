// Which entries stand in which feed.
#include "sitegen/feed/channels.h"

#include <algorithm>

#include "tests/sitegen/feed/support.h"
#include "tests/support/catch.h"

using namespace sitegen;
using feed::Channels;
using tracker::model::RulingKind;

namespace {

const feed::Channel* find(const Channels& channels, const std::string& key) {
  for (const auto& channel : channels.all)
    if (channel.key == key) return &channel;
  return nullptr;
}

/// "person/xx-0001/2" of every entry, in the order of time.
std::vector<std::string> names_of(const view::View& view, const Channels& channels, const std::string& key) {
  std::vector<std::string> names;
  const auto* channel = find(channels, key);
  REQUIRE(channel);
  for (const auto& ref : channel->entries) {
    const auto& shown = view.history[static_cast<std::size_t>(ref.version)];
    const std::string number = std::to_string(shown.version->number);
    if (ref.entity < 0) {
      names.push_back("version/" + number);
    } else {
      const auto& entity = shown.entities[static_cast<std::size_t>(ref.entity)];
      names.push_back(entity.kind + "/" + entity.id + "/" + number);
    }
  }
  return names;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("everyone who was ever on the list has a feed, and so has every case, article and region") {
  auto before = tests::sample_record(), after = tests::sample_record();
  after.people.pop_back();
  const auto view = tests::view_of({before, after});
  const auto channels = feed::channels_of(view);
  for (const char* key : {"changes", "status", "corrections", "people/xx-0001", "people/xx-0008", "cases/harbour",
                          "articles/xx-cc~3a12", "articles/xx-cc~3a20", "regions/north"}) {
    INFO(key);
    CHECK(find(channels, key));
  }
  CHECK(names_of(view, channels, "people/xx-0008") == std::vector<std::string>{"person/xx-0008/1", "person/xx-0008/2"});
}

TEST_CASE("a person's feed has the person's entries and those of the person's cases, nobody else's") {
  const auto view = tests::sample_view();
  const auto channels = feed::channels_of(view);
  CHECK(names_of(view, channels, "people/xx-0003") ==
        std::vector<std::string>{"person/xx-0003/1", "case/harbour/1", "person/xx-0003/2", "case/harbour/2"});
  CHECK(names_of(view, channels, "people/xx-0005") == std::vector<std::string>{"person/xx-0005/1"});
  CHECK(names_of(view, channels, "cases/harbour") == std::vector<std::string>{"case/harbour/1", "case/harbour/2"});
}

TEST_CASE("an article's feed follows those charged under it and their case, in any part") {
  const auto view = tests::sample_view();
  const auto channels = feed::channels_of(view);
  const auto names = names_of(view, channels, "articles/xx-cc~3a12");
  CHECK(has(names, "person/xx-0002/1"));
  CHECK(has(names, "person/xx-0001/1"));
  CHECK(has(names, "case/harbour/2"));
  CHECK_FALSE(has(names, "person/xx-0005/1"));
}

TEST_CASE("the feed of status changes has those, and who enters and leaves, and nothing else") {
  const auto view = tests::sample_view();
  const auto channels = feed::channels_of(view);
  const auto names = names_of(view, channels, "status");
  CHECK(has(names, "person/xx-0003/2"));        // freed
  CHECK(has(names, "person/xx-0008/2"));        // new
  CHECK_FALSE(has(names, "person/xx-0001/2"));  // only details
  for (const auto& name : names) CHECK(name.rfind("person/", 0) == 0);
}

TEST_CASE("a correction stands in its feed and knows the version that said what was wrong") {
  auto first = tests::sample_record(), second = first, third = first;
  second.people[2].born = tracker::base::PartialDate::parse("1950");
  third.people[2].born = tracker::base::PartialDate::parse("1951");
  third.rulings = {tests::ruling(RulingKind::Correction, "person/xx-0003", "born")};
  const auto view = tests::view_of({first, second, third});
  const auto channels = feed::channels_of(view);
  REQUIRE(names_of(view, channels, "corrections") == std::vector<std::string>{"person/xx-0003/3"});
  const auto& earlier = channels.earlier.at(feed::earlier_key(find(channels, "corrections")->entries[0]));
  REQUIRE(earlier.size() == 1);
  CHECK(view.history[static_cast<std::size_t>(earlier[0].version)].version->number == 2);
}

TEST_CASE("a retracted event points at the version that brought it") {
  auto first = tests::sample_record_before(), second = first;
  second.people[0].events.pop_back();
  second.rulings = {tests::ruling(RulingKind::Retraction, "person/xx-0001", "event.e2")};
  const auto view = tests::view_of({first, second});
  const auto channels = feed::channels_of(view);
  REQUIRE(names_of(view, channels, "corrections") == std::vector<std::string>{"person/xx-0001/2"});
  const auto& earlier = channels.earlier.at(feed::earlier_key(find(channels, "corrections")->entries[0]));
  REQUIRE(earlier.size() == 1);
  CHECK(earlier[0].version == 0);
}

TEST_CASE("a list without corrections has an empty feed of them, so that it can be followed from the first day") {
  const auto channels = feed::channels_of(tests::sample_view());
  CHECK(find(channels, "corrections")->entries.empty());
  CHECK(channels.earlier.empty());
}
