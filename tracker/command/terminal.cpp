#include "tracker/command/terminal.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "tracker/base/error.h"

namespace tracker::command {
namespace {

volatile std::sig_atomic_t g_resized = 0;
volatile std::sig_atomic_t g_ended = 0;

extern "C" void on_signal(int number) {
  if (number == SIGWINCH || number == SIGCONT) {
    g_resized = 1;
  } else {
    g_ended = number;
  }
}

constexpr std::array kSignals = {SIGWINCH, SIGCONT, SIGINT, SIGTERM, SIGHUP, SIGQUIT};
constexpr timespec kEscapeWait{0, 50'000'000};  // how long an escape waits for the rest of its sequence

}  // namespace

struct Terminal::Saved {
  termios before{};
  sigset_t mask{};  // before
  std::array<struct sigaction, kSignals.size()> actions{};
  bool inside = false;
};

Terminal::Terminal() : saved_(new Saved) {
  if (::isatty(STDIN_FILENO) == 0 || ::isatty(STDOUT_FILENO) == 0 || ::tcgetattr(STDIN_FILENO, &saved_->before) != 0)
    throw base::UsageError("review: this is no terminal", "use --list, --show, --accept and --reject in scripts");
  g_resized = 0;
  g_ended = 0;
  sigset_t blocked;
  sigemptyset(&blocked);
  for (const int number : kSignals) sigaddset(&blocked, number);
  ::sigprocmask(SIG_BLOCK, &blocked, &saved_->mask);
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    struct sigaction action{};
    action.sa_handler = on_signal;
    sigemptyset(&action.sa_mask);
    ::sigaction(kSignals[i], &action, &saved_->actions[i]);
  }
  enter();
}

Terminal::~Terminal() {
  leave();
  for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &saved_->actions[i], nullptr);
  ::sigprocmask(SIG_SETMASK, &saved_->mask, nullptr);
}

void Terminal::enter() {
  termios raw = saved_->before;
  ::cfmakeraw(&raw);
  ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw);
  show("\x1b[?1049h\x1b[2J");
  saved_->inside = true;
}

void Terminal::leave() {
  if (!saved_->inside) return;
  saved_->inside = false;
  show("\x1b[0m\x1b[?25h\x1b[?1049l");
  ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &saved_->before);
}

review::Size Terminal::size() const {
  winsize window{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0 || window.ws_row == 0 || window.ws_col == 0) return {};
  return {window.ws_row, window.ws_col};
}

void Terminal::show(const std::string& bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto written = ::write(STDOUT_FILENO, bytes.data() + at, bytes.size() - at);
    if (written < 0 && errno != EINTR && errno != EAGAIN) return;  // it is gone; reading will say so
    if (written > 0) at += static_cast<std::size_t>(written);
  }
}

Terminal::Woken Terminal::wait(std::vector<review::Key>& keys) {
  while (true) {
    if (g_ended != 0) return Woken::Ended;
    if (g_resized != 0) {
      g_resized = 0;
      return Woken::Resized;
    }
    pollfd input{STDIN_FILENO, POLLIN, 0};
    const int ready = ::ppoll(&input, 1, reader_.is_waiting() ? &kEscapeWait : nullptr, &saved_->mask);
    if (ready < 0) {
      if (errno == EINTR) continue;
      return Woken::Ended;
    }
    if (ready == 0) {
      keys = reader_.give_up();
      if (!keys.empty()) return Woken::Keys;
      continue;
    }
    std::array<char, 256> buffer{};
    const auto length = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (length < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (length <= 0) return Woken::Ended;
    keys = reader_.feed({buffer.data(), static_cast<std::size_t>(length)});
    if (!keys.empty()) return Woken::Keys;
  }
}

}  // namespace tracker::command
