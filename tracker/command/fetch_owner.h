// What outlives a run of the fetch: bytes, receipts, robots.txt, certificates, waits that were asked for. And what of a page is believed.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tracker/archive/keeper.h"
#include "tracker/archive/store.h"
#include "tracker/command/fetch_display.h"
#include "tracker/command/follow.h"
#include "tracker/command/stop_signal.h"
#include "tracker/fetch/certificate.h"
#include "tracker/fetch/session.h"
#include "tracker/model/record.h"

namespace tracker::command {

class FetchOwner final : public fetch::Owner {
 public:
  /// `receipts` are all that the archive has, in order.
  FetchOwner(archive::Store& store, const model::Record& record, const std::vector<model::Receipt>& receipts,
             Follower& follower, FetchDisplay& display, const StopSignal& stop, base::Instant now, bool is_by_proxy);

  std::vector<fetch::Job> ended(const fetch::Job& job, fetch::Outcome outcome) override;
  std::optional<fetch::RobotsFile> known_robots(const std::string& origin) override;
  void keep_robots(const fetch::RobotsFile& file) override;
  std::optional<fetch::HostWait> known_wait(const std::string& host) override;
  void keep_wait(const fetch::HostWait& wait) override;
  void show(const fetch::Progress& progress) override;
  bool is_stopping() override;

  /// Addresses that the last edition of a source's page names and that nobody has asked for yet: what a run that was
  /// stopped has left.
  std::vector<fetch::Job> left_of(const model::Source& source, const model::Receipt& last_fetched);
  /// Returns when all is on the disk. Throws base::Error where that cannot be done.
  void finish();

  /// Of this run, without the heads.
  std::vector<model::Receipt> receipts;

 private:
  struct Known {
    std::vector<base::Digest> chains;  // of successes at a host, oldest first, each once
    std::map<std::string, int> failures;
    std::set<std::string> seen;
  };

  std::optional<std::string> distrust_of(const fetch::Job& job, const fetch::Outcome& outcome);
  void remember(const model::Receipt& receipt);
  base::Digest gather(std::string bytes);
  base::Digest gather(const base::Digest& digest, std::string bytes);
  void keep_if_enough();
  bool has_gathered() const;
  bool has_enough(std::chrono::steady_clock::time_point now) const;
  /// The batch goes to the disk, and a new one begins.
  void send_off();
  std::vector<fetch::Job> jobs_of(const model::Source& source, const model::Receipt& receipt, std::string_view body);

  archive::Store& store_;
  archive::Keeper keeper_;
  const model::Record& record_;
  Follower& follower_;
  FetchDisplay& display_;
  const StopSignal& stop_;
  base::Instant now_;
  bool is_by_proxy_;
  archive::Batch batch_;
  std::size_t batch_bytes_ = 0;
  std::chrono::steady_clock::time_point kept_at_;
  std::set<base::Digest> gathered_;  // in the batch
  std::map<std::string, Known> known_;                                 // by source
  std::map<std::string, std::vector<base::Digest>> chains_;            // by source and host
  std::map<base::Digest, std::vector<fetch::Certificate>> certificates_;
  std::map<std::string, model::RobotsCopy> robots_;
  std::map<std::string, fetch::HostWait> waits_;
};

}  // namespace tracker::command
