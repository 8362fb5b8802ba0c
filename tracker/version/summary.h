// What a version did to each entity, in a line: enough to tell who changed without the changes themselves.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tracker/version/version.h"

namespace tracker::version {

struct EntitySummary {
  std::string entity;  // "person/kz-0001"
  model::Operation operation = model::Operation::Modify;  // ADD: new entity; DEL: gone; else MOD
  int changes = 0;
  bool corrects = false;  // one of them corrects or retracts what an earlier version said
  std::optional<std::string> status_before;  // display status code before and after, for people
  std::optional<std::string> status_after;
};

/// Goes through a chain from its first version on.
class Summarizer {
 public:
  /// The next version's entities, in the order of its changes.
  std::vector<EntitySummary> next(const Version& version);

 private:
  struct Known {
    std::set<std::string, std::less<>> fields;  // with a value that may be seen
    std::optional<std::string> status;
  };
  std::map<std::string, Known, std::less<>> entities_;
};

}  // namespace tracker::version
