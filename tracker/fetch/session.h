// A run over many addresses: hosts in parallel, one request at a time a host, with the manners and guards of this folder
// on every one. The session has no memory and no files: what must outlive it goes through its Owner.
//
// The owner adds jobs, calls run(), and is told of every job exactly once, in the order in which they end. What it
// returns is asked next: that is how the entries of a feed or the links of a listing are followed.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/base/instant.h"
#include "tracker/fetch/address.h"
#include "tracker/fetch/progress.h"
#include "tracker/fetch/request.h"
#include "tracker/fetch/robots_file.h"

namespace tracker::fetch {

struct Job {
  Request request;
  std::string source;                     // id
  std::string parent;                     // address of the page that named this one; empty for the source's own
  std::optional<base::Digest> unchanged;  // the bytes that a NotModified stands for
};

/// What a run may take at most; what is left then is Postponed. Zero is no limit.
struct Budget {
  long long requests = 20'000;
  long long bytes = 2LL * 1024 * 1024 * 1024;  // on the wire
  std::chrono::seconds time{4 * 3600};
};

struct Settings {
  std::string user_agent;
  std::chrono::milliseconds delay{2000};           // between the end of a request and the next to the same host
  std::chrono::milliseconds longest_delay{60'000};  // a Crawl-delay above it is taken as this, and that is said
  std::chrono::milliseconds longest_wait{120'000};  // a server that asks for more is left for a later run
  std::chrono::milliseconds backoff{2000};          // before the second attempt; doubles with each
  int attempts = 3;                                 // of a request that a server says to repeat, or cuts off
  int most_at_once = 128;                           // requests under way
  Budget budget;
  std::string proxy;    // "http://host:port" or "socks5h://host:port"; empty: none, whatever the environment says
  std::string ca_file;  // instead of the system's roots; empty: those
  std::uint64_t seed = 0;  // of the jitter
};

/// Time as the session sees it; a test hands in one that only moves when the session would wait.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual base::Instant now() = 0;
  virtual std::chrono::milliseconds steady() = 0;
  /// Nothing is under way before so long has passed. May return earlier.
  virtual void wait(std::chrono::milliseconds time) = 0;
};

/// The machine's own clock; `now` moves on from `start`.
std::unique_ptr<Clock> system_clock(base::Instant start);

/// For tests, so that no packet ever leaves the machine. Each may be empty.
struct Hooks {
  /// Why this address must not be connected to; asked after the checks of address.h, before a socket is made.
  std::function<std::optional<std::string>(const Address&, int port)> may_connect;
  /// Addresses of a host instead of those that the resolver knows; none: ask the resolver.
  std::function<std::vector<std::string>(std::string_view host)> resolve;
};

/// A host asked to be left alone for a while.
struct HostWait {
  std::string host;  // "example.org", with the port where it is not the scheme's own
  base::Instant until{};
  std::string why;   // "HTTP 429 (too many requests), retry after 3600"
};

class Owner {
 public:
  virtual ~Owner() = default;
  /// The job has ended. Whatever is thrown here ends the run.
  virtual std::vector<Job> ended(const Job& job, Outcome outcome) = 0;
  /// What an earlier run kept of "https://example.org", if anything; how old it may be is judged here.
  virtual std::optional<RobotsFile> known_robots(const std::string& origin) = 0;
  virtual void keep_robots(const RobotsFile& file) = 0;
  /// What a host asked an earlier run for, if anything; whether the time is over is judged here.
  virtual std::optional<HostWait> known_wait(const std::string& /*host*/) { return std::nullopt; }
  virtual void keep_wait(const HostWait&) {}
  /// Called when something changed, at most ten times a second.
  virtual void show(const Progress&) {}
  /// True: ask nothing more, drop what is under way, return. Asked several times a second.
  virtual bool is_stopping() { return false; }
};

/// What a whole run took.
struct Totals {
  long long requests = 0;    // that left the machine, redirects and robots.txt among them
  long long wire_bytes = 0;  // heads and bodies that came
  bool stopped = false;      // by the owner; `left` jobs were then not told of
  int left = 0;
};

class Session {
 public:
  Session(Settings settings, Owner& owner, Clock& clock, Hooks hooks = {});
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Jobs of one host are asked in the order in which they were added.
  void add(Job job);
  /// Returns when every job has ended or the owner stops it. Never throws for what a server or the network does.
  Totals run();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tracker::fetch
