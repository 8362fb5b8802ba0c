#include "tracker/sandbox/parent.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/sandbox/child.h"

namespace tracker::sandbox {
namespace {

using Clock = std::chrono::steady_clock;

std::string seconds(std::chrono::milliseconds time) { return std::to_string((time.count() + 500) / 1000) + " s"; }
std::string mebibytes(std::size_t bytes) { return std::to_string(bytes / (1024 * 1024)) + " MiB"; }

bool says_out_of_memory(std::string_view errors) {
  return errors.find("Out of memory") != std::string_view::npos || errors.find("bad_alloc") != std::string_view::npos ||
         errors.find("Cannot allocate memory") != std::string_view::npos;
}

}  // namespace

void fail_to(const std::string& what) {
  throw base::Error("cannot " + what + " for a parser: " + std::strerror(errno), "are there too many processes or open files?");
}

int status_of(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

std::chrono::milliseconds work_of(pid_t pid) {
  clockid_t clock{};
  timespec used{};
  if (pid < 0 || ::clock_getcpuclockid(pid, &clock) != 0 || ::clock_gettime(clock, &used) != 0) return {};
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec));
}

void judge(int status, const std::string& errors, const GuardLimits& limits, GuardResult& result) {
  const auto end = [&](GuardEnd how, std::string detail) {
    result.end = how;
    result.detail = std::move(detail);
  };
  const std::string memory = "more than " + mebibytes(limits.memory) + " of memory";
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    if (signal == SIGXCPU) return end(GuardEnd::CpuLimit, "more than " + seconds(limits.cpu) + " of work");
    if (says_out_of_memory(errors)) return end(GuardEnd::MemoryLimit, memory);
    return end(GuardEnd::Crashed, std::string("the parser died: ") + ::strsignal(signal));
  }
  switch (const int code = WEXITSTATUS(status)) {
    case 0: return end(GuardEnd::Done, "");
    case kOutOfMemory: return end(GuardEnd::MemoryLimit, memory);
    case kThrew: {
      const std::string what = base::visible(base::shorten(result.output, 300));
      result.output.clear();
      return end(GuardEnd::Crashed, "the parser failed: " + what);
    }
    case kNoGuard: return end(GuardEnd::Failed, "the guards of the parser could not be put up");
    case kNoProgram: return end(GuardEnd::Failed, "the program is not installed");
    default:
      if (says_out_of_memory(errors)) return end(GuardEnd::MemoryLimit, memory);
      return end(GuardEnd::Failed, "exit code " + std::to_string(code) + ": " + base::visible(base::shorten(base::trim(errors), 300)));
  }
}

std::string past_time(const GuardLimits& limits) { return "more than " + seconds(limits.wall) + " in all"; }

void stopped_at(GuardEnd limit, const GuardLimits& limits, GuardResult& result) {
  result.output.clear();
  result.end = limit;
  result.detail = limit == GuardEnd::TimeLimit ? past_time(limits) : "more than " + std::to_string(limits.output) + " bytes of result";
}

Pipe::Pipe() {
  if (::pipe2(ends_, O_CLOEXEC) != 0) fail_to("open a pipe");
}
Pipe::~Pipe() {
  for (const int end : ends_)
    if (end >= 0) ::close(end);
}
void Pipe::close_write() {
  ::close(ends_[1]);
  ends_[1] = -1;
}

pid_t fork_child() {
  const pid_t pid = ::fork();
  if (pid < 0) fail_to("start a process");
  return pid;
}

std::size_t memory_limit(const GuardLimits& limits) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  (void)limits;
  return 0;
#else
  return mapped_memory() + limits.memory;
#endif
}

GuardResult wait_for(pid_t pid, int answer, int errors, const GuardLimits& limits) {
  GuardResult result;
  std::string said;
  const auto until = Clock::now() + limits.wall;
  std::array<pollfd, 2> waiting{{{answer, POLLIN, 0}, {errors, POLLIN, 0}}};
  std::array<char, 65536> buffer{};
  bool late = false, large = false;
  while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left <= 0) {
      late = true;
      break;
    }
    const int ready = ::poll(waiting.data(), waiting.size(), static_cast<int>(std::min<long long>(left, 60'000)));
    if (ready < 0 && errno != EINTR) break;
    if (ready <= 0) continue;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      if (waiting[i].fd < 0 || waiting[i].revents == 0) continue;
      const auto count = ::read(waiting[i].fd, buffer.data(), buffer.size());
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) {
        waiting[i].fd = -1;
        continue;
      }
      std::string& into = i == 0 ? result.output : said;
      const std::size_t most = i == 0 ? limits.output + 1 : 4096;
      into.append(buffer.data(), std::min(static_cast<std::size_t>(count), most - std::min(most, into.size())));
    }
    large = result.output.size() > limits.output;
    if (large) break;
  }
  result.worked = work_of(pid);
  if (late || large) ::kill(pid, SIGKILL);
  int status = 0;
  // A child that has closed its end and works on all the same gets a second.
  const auto patience = Clock::now() + std::chrono::seconds(1);
  while (!late && !large && ::waitpid(pid, &status, WNOHANG) == 0) {
    if (Clock::now() > patience) {
      ::kill(pid, SIGKILL);
      status = status_of(pid);
      break;
    }
    ::poll(nullptr, 0, 1);
  }
  if (late || large) {
    status_of(pid);
    stopped_at(late ? GuardEnd::TimeLimit : GuardEnd::OutputLimit, limits, result);
    return result;
  }
  judge(status, said, limits, result);
  return result;
}

}  // namespace tracker::sandbox
