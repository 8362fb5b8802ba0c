#include "tracker/sandbox/child.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>

namespace tracker::sandbox {
namespace {

void limit(int what, rlim_t soft, rlim_t hard) {
  const rlimit value{soft, hard};
  if (::setrlimit(static_cast<__rlimit_resource>(what), &value) != 0) ::_exit(kNoGuard);
}

/// All that a parser needs: everything else is refused with EPERM, so that a library that only asks can go on.
constexpr std::array kMemoryCalls = {
    SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(close), SCMP_SYS(lseek), SCMP_SYS(fstat), SCMP_SYS(newfstatat),
    SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect), SCMP_SYS(madvise),
    SCMP_SYS(futex), SCMP_SYS(sched_yield), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(time),
    SCMP_SYS(getrandom), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(tgkill),
#if defined(__SANITIZE_ADDRESS__)
    SCMP_SYS(pipe2),  // by which the sanitizer finds out whether memory can be read
#endif
};

/// What no program that reads a document needs.
constexpr std::array kForbiddenCalls = {
    SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept),
    SCMP_SYS(accept4), SCMP_SYS(sendto), SCMP_SYS(sendmsg), SCMP_SYS(sendmmsg), SCMP_SYS(recvfrom), SCMP_SYS(recvmsg),
    SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(fork), SCMP_SYS(vfork),
    SCMP_SYS(kill), SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open), SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(unlink),
    SCMP_SYS(unlinkat), SCMP_SYS(rename), SCMP_SYS(renameat), SCMP_SYS(renameat2), SCMP_SYS(link), SCMP_SYS(linkat),
    SCMP_SYS(symlink), SCMP_SYS(symlinkat), SCMP_SYS(mkdir), SCMP_SYS(mkdirat), SCMP_SYS(rmdir), SCMP_SYS(truncate),
    SCMP_SYS(chmod), SCMP_SYS(fchmodat), SCMP_SYS(chown), SCMP_SYS(fchownat), SCMP_SYS(setns), SCMP_SYS(unshare),
    SCMP_SYS(io_uring_setup), SCMP_SYS(userfaultfd), SCMP_SYS(memfd_create)};

void forbid(scmp_filter_ctx filter, int call) {
  if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) != 0) ::_exit(kNoGuard);
}

}  // namespace

std::size_t mapped_memory() {
  std::FILE* file = std::fopen("/proc/self/statm", "re");
  unsigned long pages = 0;
  if (file) {
    if (std::fscanf(file, "%lu", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

void live_with_parent(int keep, int keep_below) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  // A terminal sends these to all of its processes. When to stop is the parent's to say, and a page that was being read
  // has not broken any parser.
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) ::signal(number, SIG_IGN);
  const auto from = static_cast<unsigned>(keep_below), kept = static_cast<unsigned>(keep);
  if (kept > from) ::syscall(SYS_close_range, from, kept - 1, 0);
  ::syscall(SYS_close_range, kept >= from ? kept + 1 : from, ~0U, 0);
}

void limit_memory(std::size_t bytes) {
  if (bytes > 0) limit(RLIMIT_AS, bytes, bytes);
}

void put_up_limits(const GuardLimits& limits, std::size_t memory, int keep, int keep_below, CpuLimit of) {
  live_with_parent(keep, keep_below);
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) ::_exit(kNoGuard);
  ::prctl(PR_SET_DUMPABLE, 0);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_FSIZE, 0, 0);
  const auto cpu = static_cast<rlim_t>(limits.cpu.count());
  if (of == CpuLimit::OfChild) limit(RLIMIT_CPU, cpu, cpu + 2);
  limit_memory(memory);
}

void close_network_and_calls(Calls calls) {
  // Where the kernel or the container does not let us, the filter below still refuses every socket.
  if (::unshare(CLONE_NEWNET) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) errno = 0;
  const bool only_memory = calls == Calls::Memory;
  scmp_filter_ctx filter = seccomp_init(only_memory ? SCMP_ACT_ERRNO(EPERM) : SCMP_ACT_ALLOW);
  if (!filter) ::_exit(kNoGuard);
  if (only_memory) {
    for (const int call : kMemoryCalls)
      if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) != 0) ::_exit(kNoGuard);
  } else {
    for (const int call : kForbiddenCalls) forbid(filter, call);
    // Threads may be started, processes not; clone3 hides its flags from filters, and libraries fall back to clone.
    constexpr auto kThread = static_cast<scmp_datum_t>(CLONE_THREAD);
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, kThread, 0));
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
    // Files may be read; opened for writing or made, never.
    for (const auto flags : {O_WRONLY, O_RDWR, O_CREAT}) {
      const auto mask = static_cast<scmp_datum_t>(flags);
      seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, mask, mask));
      seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, mask, mask));
    }
    forbid(filter, SCMP_SYS(creat));
  }
  if (seccomp_load(filter) != 0) ::_exit(kNoGuard);
  seccomp_release(filter);
}

}  // namespace tracker::sandbox
