// One job on its way: where it is, how it got there, and what each answer means for it. Knows nothing of time, other
// journeys or the network. A private header of this folder.
#pragma once

#include <chrono>
#include <optional>
#include <set>
#include <string>

#include "tracker/fetch/session.h"
#include "tracker/fetch/transfer.h"

namespace tracker::fetch {

struct Journey {
  enum class Step { Ended, Redirected, MayTryAgain };

  Job job;
  Outcome outcome;
  std::string url;           // asked next
  std::string origin;        // of it
  std::string url_of_start;  // checked form of the job's address
  bool is_robots = false;
  std::string robots_origin;  // that the file is for, wherever redirects lead
  std::chrono::milliseconds spent{0};  // under way, since the start of this attempt
  std::chrono::steady_clock::time_point sent_at;

  /// Puts it to the beginning of an attempt.
  void start(const std::string& checked);
  /// The validators are those of the source's own address; elsewhere they would prove nothing.
  bool is_conditional() const;
  /// What the answer means. A redirect was checked and is in `url` then; MayTryAgain leaves a finished outcome for the
  /// case that nobody does.
  Step take(Answer answer);
  void end(model::FetchOutcome kind, std::string detail);
  /// What the last answer's Retry-After asks for.
  std::optional<std::chrono::seconds> asked_wait(base::Instant now) const;
  /// Of a robots journey that has ended.
  RobotsFile robots_file() const;

 private:
  bool follow(const Answer& answer);
  void keep_evidence(const Answer& answer);
  std::set<std::string> visited_;
};

}  // namespace tracker::fetch
