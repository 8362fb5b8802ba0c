#include "tracker/archive/keeper.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <string_view>
#include <utility>

#include "tracker/base/error.h"

namespace tracker::archive {
namespace {

constexpr int kNiceness = 10;

void say(int words, std::string_view text) {
  while (!text.empty()) {
    const auto count = ::write(words, text.data(), text.size());
    if (count <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

/// In the process that writes. Errors go back as words and hint with a zero byte between.
[[noreturn]] void write(Store& store, const Batch& batch, int words) {
  // A killed run leaves what a killed write leaves, which is nothing half. Ctrl-C asks the run to end, not the disk.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) ::signal(number, SIG_IGN);
  // Packing takes a processor as long as fetching does, and where there are few, hosts come first.
  ::setpriority(PRIO_PROCESS, 0, kNiceness);
  // The lock is the run's; connections are too.
  if (words > 3) ::syscall(SYS_close_range, 3U, static_cast<unsigned>(words) - 1, 0);
  ::syscall(SYS_close_range, static_cast<unsigned>(words) + 1, ~0U, 0);
  try {
    store.keep(batch);
    ::_exit(0);
  } catch (const base::Error& error) {
    say(words, std::string(error.what()) + '\0' + error.hint());
  } catch (const std::exception& error) {
    say(words, error.what());
  }
  ::_exit(1);
}

/// What is said until the other end is closed.
std::string heard(int words) {
  std::string text;
  std::array<char, 1024> piece{};
  for (;;) {
    const auto count = ::read(words, piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return text;
    text.append(piece.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

Keeper::~Keeper() {
  try {
    wait();
  } catch (const base::Error&) {  // an error is already on its way, or nobody asked
  }
}

void Keeper::keep(const Batch& batch) {
  wait();
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return store_.keep(batch);
  const pid_t pid = ::fork();
  if (pid == 0) write(store_, batch, ends[1]);
  ::close(ends[1]);
  if (pid < 0) {
    ::close(ends[0]);
    return store_.keep(batch);
  }
  pid_ = pid;
  words_ = ends[0];
}

bool Keeper::is_busy() {
  if (pid_ < 0) return false;
  int status = 0;
  const pid_t ended = ::waitpid(pid_, &status, WNOHANG);
  if (ended == 0) return true;
  take_end(status);
  return false;
}

void Keeper::wait() {
  if (pid_ < 0) return;
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  take_end(status);
}

void Keeper::take_end(int status) {
  pid_ = -1;
  const std::string text = heard(words_);
  ::close(std::exchange(words_, -1));
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
  if (text.empty()) throw base::Error("the process that writes into the archive died", "run it again; what was there before is untouched");
  const auto end = std::min(text.find('\0'), text.size());
  throw base::Error(text.substr(0, end), end < text.size() ? text.substr(end + 1) : std::string());
}

}  // namespace tracker::archive
