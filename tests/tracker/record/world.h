// A made-up content folder in memory, with everything that an index can hold. It is a function of the seeds
// in it, so that a test can change it at random and still say what a rebuild must give.
#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

#include "tracker/model/receipt.h"
#include "tracker/model/record.h"
#include "tracker/model/status.h"
#include "tracker/record/store.h"
#include "tracker/version/version.h"

namespace tests {

/// What an update would be given for one state of the folder. Points into itself: neither copied nor moved.
struct Given {
  std::vector<tracker::record::IndexedFile> files;  // by path
  tracker::model::Record record;
  std::vector<tracker::model::Status> statuses;
  std::vector<tracker::version::Version> versions;
  std::vector<tracker::model::Receipt> receipts;

  Given() = default;
  Given(const Given&) = delete;
  Given& operator=(const Given&) = delete;

  /// From a new database.
  tracker::record::Sync all() const;
  /// From what `before` indexed.
  tracker::record::Sync since(const std::vector<tracker::record::IndexedFile>& before) const;
};

class World {
 public:
  explicit World(unsigned seed);

  /// One random thing happens: a file comes, goes, changes or moves; a version or receipt is added or
  /// rewritten.
  void change();
  /// A day goes by on which only statuses change.
  void let_time_pass() { ++time_; }
  /// A version of everything as it is now.
  void record_version();
  /// Takes a value out of a version, as withholding does. Gives the value, "" where there was none to take.
  std::string withhold();

  void fill(Given& given) const;

 private:
  struct Entity {
    unsigned seed;     // decides what the file says
    std::string path;  // where it stands
  };
  using Entities = std::map<std::string, Entity>;  // by id

  unsigned roll(unsigned sides) { return static_cast<unsigned>(random_() % sides); }
  void change_one(Entities& entities, const std::string& prefix, const std::string& folder,
                  const char* extension);
  tracker::model::Person person(const std::string& id, const Entity& entity) const;
  tracker::model::Case case_of(const std::string& id, const Entity& entity) const;
  tracker::model::Event event(unsigned seed, std::size_t number, bool in_case) const;
  std::vector<std::pair<std::string, tracker::model::Record>> parts() const;

  std::mt19937 random_;
  unsigned time_ = 0;
  unsigned made_ = 0;  // ids are never used again
  Entities people_, cases_, sources_, places_, laws_, texts_;
  tracker::version::State recorded_;
  std::vector<tracker::version::Version> versions_;
  std::vector<tracker::base::Digest> version_files_;  // of their bytes
  std::vector<tracker::model::Receipt> receipts_;
};

}  // namespace tests
