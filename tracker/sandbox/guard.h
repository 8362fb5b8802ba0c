// Work on bytes that nobody vouches for, in a child process that can do nothing else: no network, no files, bounded time
// and memory. Whatever a hostile page makes a parser do, it does it there, and the program goes on.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tracker::sandbox {

/// Of one piece of work. With the program's own memory it stays below 256 MB, and with what is around it inside 10 s.
struct GuardLimits {
  std::chrono::seconds cpu{8};
  std::chrono::milliseconds wall{9000};
  std::size_t memory = 192UL * 1024 * 1024;  // more than the program has when the child starts
  std::size_t output = 24UL * 1024 * 1024;   // bytes that come back
};

enum class GuardEnd {
  Done,
  CpuLimit,
  TimeLimit,
  MemoryLimit,
  OutputLimit,
  Crashed,  // by a signal, or an exception that nobody expected
  Failed,   // a program that ended with another code than 0, or could not be started
};

struct GuardResult {
  GuardEnd end = GuardEnd::Failed;
  std::string output;  // of Done; of a program that Failed also what it wrote so far
  std::string detail;  // why it is not Done, in words: "more than 8 s of work"
  std::chrono::milliseconds worked{0};  // of Done and TimeLimit: processor time

  /// It was stopped by the clock with less than half of its work done that it may do: what it wanted for is a processor, and
  /// on a machine with more to spare it may well end otherwise.
  bool is_starved(const GuardLimits& limits) const { return end == GuardEnd::TimeLimit && 2 * worked < limits.cpu; }
};

/// Runs `work` in a child and returns what it returned. The child has no descriptors but the one it answers through, and
/// the kernel refuses every system call but those of memory, time and that one (seccomp). Throws base::Error only where no
/// child can be made. Where the program is built with a sanitizer, memory is not limited: the sanitizer needs all of it.
GuardResult run_guarded(const std::function<std::string()>& work, const GuardLimits& limits = {});

/// Runs a program on `input` (its standard input, a file it can seek in) and returns its standard output. It may read files
/// (its libraries and fonts), but gets no network, starts nothing, and writes nowhere. `arguments[0]` is looked up in PATH.
GuardResult run_program(const std::vector<std::string>& arguments, std::string_view input, const GuardLimits& limits = {});

}  // namespace tracker::sandbox
