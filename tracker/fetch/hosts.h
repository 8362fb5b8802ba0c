// The hosts of a run, in the order in which they came up. A private header of this folder.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tracker/fetch/host.h"
#include "tracker/fetch/session.h"

namespace tracker::fetch {

class Hosts {
 public:
  Hosts(const Settings& settings, Owner& owner, Clock& clock) : settings_(settings), owner_(owner), clock_(clock) {}

  /// The host of an address; a new one is closed from the start where it asked an earlier run to leave it alone until later.
  Host& of(const std::string& url);
  /// Null where nothing of it was ever added.
  Host* find(const std::string& url);
  /// Whether a request that the server says to repeat, or cut off, is repeated in this run; then the host is asked again from
  /// the time on that the server named, else after a wait that grows. Where it is not, a server that said "not now" is left
  /// alone, in later runs too where it named a time. `begun` is the start of the run.
  bool comes_again(Host& host, const Journey& journey, std::chrono::milliseconds begun);
  /// A request had no answer: after the third in a row the host is asked nothing more.
  void failed(Host& host);

  std::vector<std::unique_ptr<Host>>& all() { return hosts_; }
  int jobs_left() const;
  bool nothing_waits() const;
  /// How long until the next host that something waits for may be asked; nothing where none is under way to that.
  std::optional<std::chrono::milliseconds> until_next() const;
  std::vector<HostProgress> progress() const;

 private:
  void leave_for_now(Host& host, const Journey& journey, const std::optional<std::chrono::seconds>& asked);
  /// For so long, which is kept for later runs; at most a week, so that a mistake over there does not last for ever.
  void leave_alone(Host& host, std::chrono::seconds time, const std::string& why);

  const Settings& settings_;
  Owner& owner_;
  Clock& clock_;
  std::vector<std::unique_ptr<Host>> hosts_;
  std::map<std::string, Host*> by_name_;
};

}  // namespace tracker::fetch
