// What a run knows of robots.txt files, and what follows for a journey. A private header of this folder.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>

#include "tracker/fetch/journey.h"
#include "tracker/fetch/robots.h"
#include "tracker/fetch/session.h"

namespace tracker::fetch {

/// "https://example.org": what one robots.txt speaks for.
struct Origin {
  enum class State {
    New,
    Wanted,  // nothing fresh is known
    Asked,   // it is being fetched
    Known,
  };

  State state = State::New;
  RobotsFile file;
  Robots rules;
  std::chrono::milliseconds delay{0};
  std::string delay_warning;
  std::string chain;    // certificates that were shown when the file was asked for
  std::string refused;  // why nothing may be asked of it at all: a guard spoke, not a rule
};

class Origins {
 public:
  Origins(const Settings& settings, Owner& owner, Clock& clock) : settings_(settings), owner_(owner), clock_(clock) {}

  /// By name, with what an earlier run kept of it.
  Origin& of(const std::string& name);
  /// Null where nothing has been asked of it yet.
  const Origin* find(const std::string& name) const;
  /// On its way to the robots.txt that `journey` waits for, which is Asked from now on.
  std::unique_ptr<Journey> robots_for(const Journey& journey);
  /// A journey to a robots.txt is over. False where the host asked to wait: then nothing is known, and nothing is kept.
  bool learn(const Journey& robots);
  /// The decision goes into the outcome; where it is no, that is the outcome.
  bool allows(Journey& journey);

 private:
  void take(Origin& origin, RobotsFile file);
  std::string product() const;

  const Settings& settings_;
  Owner& owner_;
  Clock& clock_;
  std::map<std::string, Origin> all_;
};

}  // namespace tracker::fetch
