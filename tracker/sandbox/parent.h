// What the program does while a child works. A private header of this folder.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <string>

#include "tracker/sandbox/guard.h"

namespace tracker::sandbox {

/// Both ends close themselves.
class Pipe {
 public:
  Pipe();
  ~Pipe();
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  int read_end() const { return ends_[0]; }
  int write_end() const { return ends_[1]; }
  void close_write();

 private:
  int ends_[2] = {-1, -1};
};

/// Throws base::Error with the reason of errno: "cannot start a process for a parser: …".
[[noreturn]] void fail_to(const std::string& what);

/// Throws base::Error where there are too many processes.
pid_t fork_child();
/// Waits for the end of a child that ends, or was killed.
int status_of(pid_t pid);
/// Processor time that a child has had so far; none of one that is gone.
std::chrono::milliseconds work_of(pid_t pid);
/// How a child ended, from its status; `errors` is what a program said of its failure, `result.output` the words of an
/// exception.
void judge(int status, const std::string& errors, const GuardLimits& limits, GuardResult& result);
/// "more than 9 s in all".
std::string past_time(const GuardLimits& limits);
/// The parent has put an end to it: TimeLimit or OutputLimit.
void stopped_at(GuardEnd limit, const GuardLimits& limits, GuardResult& result);

/// Address space that a child forked now may have; 0 for no limit.
std::size_t memory_limit(const GuardLimits& limits);

/// Reads what the child answers until it ends or passes a limit, and then makes an end of it. `errors` may be -1; what
/// comes there (its first 4 KiB) explains a program that failed.
GuardResult wait_for(pid_t pid, int answer, int errors, const GuardLimits& limits);

}  // namespace tracker::sandbox
