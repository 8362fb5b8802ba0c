// What servers do, the good and the broken and the hostile, as one table: a name, what the server does, and what must come
// of it. All of it happens on 127.0.0.0/8; names are resolved by a hook, and 127.0.0.9 stands for a machine that must never
// be reached.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "tests/support/authority.h"
#include "tests/support/temp_dir.h"
#include "tests/tracker/fetch/fixture.h"

namespace tests {

/// What the servers of all behaviours share.
struct Stage {
  Stage();

  Authority authority{"Test Root", "Test Trust"};
  TempDir dir;
  std::string ca_file;
  /// Addresses that a host name has, one set an enquiry; the last one stays.
  std::map<std::string, std::vector<std::vector<std::string>>> names;
  std::vector<std::string> connected;  // that the hook was asked about
  tracker::fetch::Hooks hooks();
};

struct Expected {
  tracker::model::FetchOutcome kind;
  std::string detail;  // what the detail must begin with; "" where there must be none
};

/// A server that does what the behaviour says; it goes away with this.
struct Performance {
  tracker::fetch::Job job;
  std::shared_ptr<void> server;
  bool asks_for_robots = false;  // else the host is known to have none
  std::function<void(const tracker::fetch::Outcome&)> also;  // checks more
};

struct Behaviour {
  std::string name;
  std::string what;
  Expected expected;
  std::function<Performance(Stage&)> perform;
};

const std::vector<Behaviour>& behaviours();

}  // namespace tests
