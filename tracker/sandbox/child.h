// What a child does before it looks at hostile bytes. A private header of this folder.
#pragma once

#include <cstddef>

#include "tracker/sandbox/guard.h"

namespace tracker::sandbox {

/// Exit codes of a guarded child, apart from 0.
inline constexpr int kOutOfMemory = 41;
inline constexpr int kThrew = 42;
inline constexpr int kNoGuard = 43;    // the guards could not be put up: nothing was run
inline constexpr int kNoProgram = 44;

enum class Calls {
  Memory,   // of memory, time and open descriptors alone
  Program,  // all but network, processes, and what can look into others
};

/// Memory that the process has mapped, in bytes.
std::size_t mapped_memory();

/// Who counts the time that the child works.
enum class CpuLimit {
  OfChild,  // its whole life is one piece of work
  ByParent,  // the parent sets a limit for each piece (see let_work)
};

/// Deaf to Ctrl-C, dies with its parent, no descriptors but `keep` and those below `keep_below`.
void live_with_parent(int keep, int keep_below);

/// Limits, no core, no new privileges, deaf to Ctrl-C, dies with its parent, no descriptors but `keep` and those below
/// `keep_below`. Ends the process with kNoGuard where that cannot be done.
void put_up_limits(const GuardLimits& limits, std::size_t memory, int keep, int keep_below, CpuLimit cpu = CpuLimit::OfChild);
/// Of address space from now on; 0: as much as there is. Ends the process with kNoGuard where that cannot be done.
void limit_memory(std::size_t bytes);
/// A network of its own without any device, where the kernel lets us; and the filter of system calls. Ends the process
/// with kNoGuard where the filter cannot be put up.
void close_network_and_calls(Calls calls);

}  // namespace tracker::sandbox
