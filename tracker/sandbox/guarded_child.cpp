// Inputs and answers go over a pair of sockets, each with its length before it. An answer has a letter more: whether it is
// what the work returned or the words of an exception.
#include "tracker/sandbox/guarded_child.h"

#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <exception>
#include <new>
#include <stdexcept>
#include <utility>

#include "tracker/sandbox/child.h"
#include "tracker/sandbox/parent.h"

namespace tracker::sandbox {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kLarge = 1024 * 1024;  // giving memory back and taking it again costs more than a small page
constexpr char kReturned = 'r';
constexpr char kThrown = 't';
constexpr std::size_t kLengthBytes = sizeof(std::uint64_t);

std::array<char, kLengthBytes> length_of(std::size_t size) {
  std::array<char, kLengthBytes> bytes{};
  const auto length = static_cast<std::uint64_t>(size);
  std::memcpy(bytes.data(), &length, sizeof length);
  return bytes;
}

std::uint64_t length_in(const char* bytes) {
  std::uint64_t length = 0;
  std::memcpy(&length, bytes, sizeof length);
  return length;
}

// --- in the child, whose end of the channel waits ------------------------------------------------------------------

/// False: the parent has nothing more.
bool take(int channel, char* to, std::size_t size) {
  while (size > 0) {
    const auto count = ::read(channel, to, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    to += count;
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

void give(int channel, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::write(channel, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) ::_exit(kThrew);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

void give(int channel, char kind, std::string_view answer) {
  const auto length = length_of(answer.size());
  give(channel, {length.data(), length.size()});
  give(channel, {&kind, 1});
  give(channel, answer);
}

void work_on(const GuardedChild::Work& work, std::string_view input, int channel) {
  try {
    const std::string answer = work(input);
    give(channel, kReturned, answer);
  } catch (const std::bad_alloc&) {
    ::_exit(kOutOfMemory);
  } catch (const std::length_error&) {
    ::_exit(kOutOfMemory);
  } catch (const std::exception& error) {
    give(channel, kThrown, std::string_view(error.what()).substr(0, 500));
  } catch (...) {
    ::_exit(kThrew);
  }
}

[[noreturn]] void out_of_memory() { ::_exit(kOutOfMemory); }

[[noreturn]] void serve(const GuardedChild::Work& work, const GuardLimits& limits, Guards guards, std::size_t memory, int channel) {
  if (guards == Guards::All) {
    put_up_limits(limits, memory, channel, 0, CpuLimit::ByParent);
    close_network_and_calls(Calls::Memory);
  } else {
    // With the standard ones open, so that no channel of a child gets the number of one.
    live_with_parent(channel, 3);
  }
  std::set_new_handler(&out_of_memory);
  std::array<char, kLengthBytes> length{};
  while (take(channel, length.data(), length.size())) {
    const auto size = length_in(length.data());
    {
      std::string input(size, '\0');
      if (!take(channel, input.data(), input.size())) break;
      work_on(work, input, channel);
    }
    if (size >= kLarge) ::malloc_trim(0);  // the next one has the memory that this one had
  }
  ::_exit(0);
}

// --- in the parent, whose end does not wait ------------------------------------------------------------------------

int left_until(Clock::time_point until) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
  return static_cast<int>(std::clamp<long long>(left, 0, 60'000));
}

/// Waits for one of the events; false where the time is over.
bool wait_for_event(int channel, short events, Clock::time_point until) {
  pollfd waiting{channel, events, 0};
  for (;;) {
    const int left = left_until(until);
    if (left == 0) return false;
    const int ready = ::poll(&waiting, 1, left);
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
  }
}

}  // namespace

GuardedChild::GuardedChild(Work work, const GuardLimits& limits, Guards guards)
    : work_(std::move(work)), limits_(limits), guards_(guards) {}

GuardedChild::~GuardedChild() { end(); }

void GuardedChild::end() {
  if (pid_ < 0) return;
  ::close(channel_);
  ::kill(pid_, SIGKILL);
  status_of(pid_);
  pid_ = channel_ = -1;
  inputs_ = 0;
}

void GuardedChild::start() {
  if (pid_ >= 0) return;
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) fail_to("open a channel");
  const std::size_t memory = memory_limit(limits_);
  pid_t pid = -1;
  try {
    pid = fork_child();
  } catch (...) {
    ::close(ends[0]);
    ::close(ends[1]);
    throw;
  }
  if (pid == 0) serve(work_, limits_, guards_, memory, ends[1]);
  ::close(ends[1]);
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  pid_ = pid;
  channel_ = ends[0];
  inputs_ = 0;
}

std::chrono::milliseconds GuardedChild::worked() const { return work_of(pid_); }

void GuardedChild::let_work() {
  rlimit limit{};
  worked_before_ = worked();
  if (::prlimit(pid_, RLIMIT_CPU, nullptr, &limit) != 0) return;  // it is gone: asking will say so
  const auto begun = std::chrono::ceil<std::chrono::seconds>(worked_before_);
  limit.rlim_cur = std::min(limit.rlim_max, static_cast<rlim_t>((begun + limits_.cpu).count()));
  ::prlimit(pid_, RLIMIT_CPU, &limit, nullptr);
}

void GuardedChild::hand_over() {
  const auto length = length_of(input_.size());
  for (std::string_view bytes : {std::string_view(length.data(), length.size()), input_}) {
    while (!bytes.empty()) {
      const auto count = ::send(channel_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count < 0 && errno == EAGAIN && wait_for_event(channel_, POLLOUT, until_)) continue;
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
  }
}

/// The child has closed its end, or was told to: how it ended.
GuardResult GuardedChild::ended(GuardResult result) {
  ::close(channel_);
  channel_ = -1;
  const pid_t pid = std::exchange(pid_, -1);
  inputs_ = 0;
  ::kill(pid, SIGKILL);  // it may have closed its end and live; one that has ended keeps its status
  judge(status_of(pid), {}, limits_, result);
  if (result.end == GuardEnd::Done) {  // it went away without an answer
    result.end = GuardEnd::Crashed;
    result.detail = "the parser gave no answer";
  }
  return result;
}

GuardResult GuardedChild::stopped(GuardEnd limit) {
  GuardResult result;
  result.worked = worked() - worked_before_;
  end();
  stopped_at(limit, limits_, result);
  return result;
}

void GuardedChild::ask() {
  start();
  ++inputs_;
  if (guards_ == Guards::All) let_work();
  hand_over();
}

GuardResult GuardedChild::wait_for_answer() {
  GuardResult result;
  std::string answer;
  std::array<char, 65536> buffer{};
  for (;;) {
    if (!wait_for_event(channel_, POLLIN, until_)) return stopped(GuardEnd::TimeLimit);
    const auto count = ::recv(channel_, buffer.data(), buffer.size(), 0);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) return ended(std::move(result));
    answer.append(buffer.data(), static_cast<std::size_t>(count));
    if (answer.size() <= kLengthBytes) continue;
    const auto size = length_in(answer.data());
    if (size > limits_.output) return stopped(GuardEnd::OutputLimit);
    if (answer.size() < kLengthBytes + 1 + size) continue;
    const char kind = answer[kLengthBytes];
    result.output = answer.substr(kLengthBytes + 1, size);
    const bool is_odd = answer.size() > kLengthBytes + 1 + size || (kind != kReturned && kind != kThrown);
    if (kind == kReturned && !is_odd) {
      result.end = GuardEnd::Done;
      result.worked = worked() - worked_before_;
      return result;
    }
    end();
    if (is_odd) result.output = "an answer that was not asked for";
    judge(kThrew << 8, {}, limits_, result);
    return result;
  }
}

void GuardedChild::begin(std::string_view input, std::chrono::milliseconds wall) {
  if (inputs_ >= kMostInputs && guards_ == Guards::All) end();
  input_ = input;
  until_ = Clock::now() + wall;
  was_fresh_ = inputs_ == 0;
  ask();
}

GuardResult GuardedChild::finish() {
  auto result = wait_for_answer();
  if (was_fresh_ || (result.end != GuardEnd::MemoryLimit && result.end != GuardEnd::Crashed)) return result;
  end();
  ask();
  return wait_for_answer();
}

GuardResult GuardedChild::run(std::string_view input, std::chrono::milliseconds wall) {
  begin(input, wall);
  return finish();
}

GuardResult GuardedChild::run(std::string_view input) { return run(input, limits_.wall); }

}  // namespace tracker::sandbox
