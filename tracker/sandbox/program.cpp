// The parent's side of a child, and programs of others run as children.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/sandbox/child.h"
#include "tracker/sandbox/parent.h"

namespace tracker::sandbox {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const std::string& what) {
  throw base::Error("cannot " + what + " for a parser: " + std::strerror(errno), "are there too many processes or open files?");
}

int wait_status(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

std::string seconds(std::chrono::seconds time) { return std::to_string(time.count()) + " s"; }
std::string mebibytes(std::size_t bytes) { return std::to_string(bytes / (1024 * 1024)) + " MiB"; }

bool says_out_of_memory(std::string_view errors) {
  return errors.find("Out of memory") != std::string_view::npos || errors.find("bad_alloc") != std::string_view::npos ||
         errors.find("Cannot allocate memory") != std::string_view::npos;
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

}  // namespace

Pipe::Pipe() {
  if (::pipe2(ends_, O_CLOEXEC) != 0) fail("open a pipe");
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
  if (pid < 0) fail("start a process");
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
  if (late || large) ::kill(pid, SIGKILL);
  int status = 0;
  // A child that has closed its end and works on all the same gets a second.
  const auto patience = Clock::now() + std::chrono::seconds(1);
  while (!late && !large && ::waitpid(pid, &status, WNOHANG) == 0) {
    if (Clock::now() > patience) {
      ::kill(pid, SIGKILL);
      status = wait_status(pid);
      break;
    }
    ::poll(nullptr, 0, 1);
  }
  if (late || large) {
    wait_status(pid);
    result.output.clear();
    result.end = late ? GuardEnd::TimeLimit : GuardEnd::OutputLimit;
    result.detail = late ? "more than " + seconds(limits.wall) + " in all" : "more than " + std::to_string(limits.output) + " bytes of result";
    return result;
  }
  judge(status, said, limits, result);
  return result;
}

GuardResult run_program(const std::vector<std::string>& arguments, std::string_view input, const GuardLimits& limits) {
  const int file = ::memfd_create("document", MFD_CLOEXEC);
  if (file < 0) fail("make a file in memory");
  for (std::size_t at = 0; at < input.size();) {
    const auto written = ::write(file, input.data() + at, input.size() - at);
    if (written <= 0) {
      ::close(file);
      fail("fill a file in memory");
    }
    at += static_cast<std::size_t>(written);
  }
  ::lseek(file, 0, SEEK_SET);
  Pipe answer, errors;
  std::vector<char*> argv;
  for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  std::array<char*, 4> environment{const_cast<char*>("PATH=/usr/bin:/bin"), const_cast<char*>("LC_ALL=C.UTF-8"),
                                   const_cast<char*>("HOME=/nonexistent"), nullptr};
  const std::size_t memory = limits.memory + 64UL * 1024 * 1024;  // its own code and libraries
  const pid_t pid = fork_child();
  if (pid == 0) {
    ::dup2(file, 0);
    ::dup2(answer.write_end(), 1);
    ::dup2(errors.write_end(), 2);
    put_up_limits(limits, memory, 2, 3);
    close_network_and_calls(Calls::Program);
    ::execvpe(argv[0], argv.data(), environment.data());
    ::_exit(kNoProgram);
  }
  ::close(file);
  answer.close_write();
  errors.close_write();
  return wait_for(pid, answer.read_end(), errors.read_end(), limits);
}

}  // namespace tracker::sandbox
