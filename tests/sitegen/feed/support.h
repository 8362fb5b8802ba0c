// Feeds of a made-up record, read back as a program would.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "sitegen/feed/feeds.h"
#include "tests/support/sample_record.h"

namespace tests {

using FeedFiles = std::map<std::string, std::string>;

inline sitegen::view::View view_of(const std::vector<tracker::model::Record>& states) {
  return sitegen::view::make_view(states.back(), versions_of(states), {});
}

inline FeedFiles feeds_of(const sitegen::view::View& view) {
  FeedFiles files;
  for (auto& file : sitegen::feed::feeds(view)) files[file.path] = std::move(file.bytes);
  return files;
}

/// A person with nothing but an id and a name.
inline tracker::model::Person plain_person(int number) {
  tracker::model::Person person;
  person.id = "xx-" + std::to_string(1000 + number);
  person.name.by_language["en"] = "Test Person " + std::to_string(number);
  return person;
}

inline tracker::model::Ruling ruling(tracker::model::RulingKind kind, const std::string& subject, const std::string& field) {
  tracker::model::Ruling made;
  made.id = "r1";
  made.kind = kind;
  made.subject = subject;
  made.field = field;
  made.date = tracker::base::PartialDate::parse("2024-04-01");
  made.by = "Test Editor";
  made.reason.by_language["en"] = "The report had the wrong year.";
  return made;
}

inline std::vector<std::string> ids_of(const std::string& json_feed) {
  std::vector<std::string> ids;
  const auto feed = nlohmann::json::parse(json_feed);
  for (const auto& item : feed.at("items")) ids.push_back(item.at("id"));
  return ids;
}

}  // namespace tests
