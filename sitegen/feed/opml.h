// The list of all feeds as OPML 2.0 (opml.org/spec2.opml), for a reader to follow many at once.
#pragma once

#include <string>
#include <vector>

#include "tracker/base/instant.h"

namespace sitegen::feed {

struct OpmlFeed {
  std::string title;
  std::string feed;  // absolute addresses
  std::string page;
};

struct OpmlGroup {
  std::string title;
  std::vector<OpmlFeed> feeds;
};

struct Opml {
  std::string title;
  std::string owner;
  tracker::base::Instant modified{};
  std::vector<OpmlGroup> groups;
};

std::string to_opml(const Opml& opml);

}  // namespace sitegen::feed
