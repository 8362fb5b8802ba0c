// What the program does while a child works. A private header of this folder.
#pragma once

#include <sys/types.h>

#include <cstddef>

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

/// Throws base::Error where there are too many processes.
pid_t fork_child();

/// Address space that a child forked now may have; 0 for no limit.
std::size_t memory_limit(const GuardLimits& limits);

/// Reads what the child answers until it ends or passes a limit, and then makes an end of it. `errors` may be -1; what
/// comes there (its first 4 KiB) explains a program that failed.
GuardResult wait_for(pid_t pid, int answer, int errors, const GuardLimits& limits);

}  // namespace tracker::sandbox
