// What a fetched page leads to: the addresses that it names, and what is read of it. Parsing is done behind guards
// (tracker/sandbox), and what was seen is kept in the archive's log of readings.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tracker/archive/store.h"
#include "tracker/model/reading.h"
#include "tracker/model/receipt.h"
#include "tracker/model/record.h"
#include "tracker/parse/parsed.h"
#include "tracker/sandbox/read.h"

namespace tracker::command {

/// An address to ask next, absolute or relative to the page that named it.
struct Follow {
  std::string url;
  bool again = false;  // asked even where it was seen in an earlier run: a further page of a listing changes as the first does
};

/// Whether an address was dealt with before for this source, in this run or an earlier one: seen, or tried in vain three
/// times.
using Seen = std::function<bool(const std::string& url)>;

/// Lives for one run.
class Follower {
 public:
  /// Takes whole lines that are for a person.
  using Say = std::function<void(const std::string& line)>;

  /// `limits` of a page that is read.
  Follower(archive::Store& store, const model::Record& record, Say say, const sandbox::GuardLimits& limits = {});
  /// After each page that was fetched; also again with an archived one, where a run that was stopped may have left some
  /// of its addresses. Only what names other pages is parsed at once. A page in place of the page leads nowhere.
  std::vector<Follow> follow(const model::Source& source, const model::Receipt& receipt, std::string_view body,
                             const Seen& seen);
  /// Whether to go on, asked before each page and while pages are read: how many of how many have been read.
  using GoOn = std::function<bool(std::size_t read, std::size_t all)>;
  /// Once, when the run has ended or was stopped, and what it fetched is in the archive: reads what was left, also what
  /// earlier runs did not come to, and snapshots whose source has got other rules since they were read; and says which
  /// sources changed their state. Returns how many pages are left for the next run, because it was not to go on.
  std::size_t finish(const GoOn& goes_on);

 private:
  /// What decides what parsing gives, and so whether it was done before.
  struct Task {
    std::string source;
    base::Digest digest;
    base::Digest rules;
    model::SourceKind kind = model::SourceKind::Page;
    bool is_followed = false;
    friend auto operator<=>(const Task&, const Task&) = default;
  };
  struct Queued {
    const model::Source* source = nullptr;
    Task task;
    std::string content_type, url;
    std::string origin;  // whose pages may share a parser with it
    base::Instant at{};
    sandbox::Snapshot snapshot(std::string_view body) const;
  };

  Queued queued(const model::Source& source, const model::Receipt& receipt, model::SourceKind kind, bool is_followed);
  /// Parses, or takes what an earlier parse of the same gave.
  parse::Parsed read(const Queued& queued, std::string_view body);
  void read_queue(const GoOn& goes_on);
  std::optional<std::string> body_of(const Queued& queued);
  void keep(const Queued& queued, parse::Parsed& parsed);
  void put_off(const Queued& queued, parse::Parsed& parsed);
  /// Adds to what the reading says was not followed.
  void leave_out(const Task& task, const std::string& what);
  void load_zones();
  void queue_outdated();
  void queue_unread();
  void say_transitions();
  void flush();

  archive::Store& store_;
  const model::Record& record_;
  Say say_;
  std::vector<model::Receipt> before_;               // of earlier runs
  std::vector<model::Reading> readings_before_;
  std::map<Task, model::Reading> known_;
  std::map<Task, int> put_off_;                      // how often
  std::map<std::string, base::Digest> rules_;        // by source
  sandbox::Zones zones_;
  std::optional<sandbox::SnapshotReader> reader_;
  std::map<std::string, std::set<std::string>> further_;  // pages of a listing, sitemaps of an index, asked in this run
  std::map<std::string, std::size_t> links_;         // followed in this run, by source
  std::vector<Queued> queue_;
  archive::Batch batch_;
  std::size_t batch_bytes_ = 0;
  std::chrono::steady_clock::time_point flushed_at_{};
};

}  // namespace tracker::command
